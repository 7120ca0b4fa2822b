import { afterEach, beforeEach, expect, test } from "vitest";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const list = async (as = "luo") => stage.call("GET /homes/:homeId/children", { as, params: { homeId: stage.homeId } });
const guardianOf = async (childId: string): Promise<string> => (await list()).body.children.find(({ id }: any) => id === childId).guardians[0].guardianId;
const answer = (childId: string, body: object) => stage.must("POST /children/:childId/consents", { as: "luo", params: { childId }, body });

test("photographs are off by default and apart; a no of one guardian stands beside nobody's yes", async () => {
  const childId = await stage.aChild(1);
  const guardianId = await guardianOf(childId);
  const given = async () => Object.fromEntries((await list()).body.children[0].consents.map(({ purpose, isGiven }: any) => [purpose, isGiven]));

  const first = await given();
  await answer(childId, { guardianId, purpose: "photo", isYes: true });
  const second = await given();
  stage.app.ports.advance(1000);
  await answer(childId, { guardianId, purpose: "photo", isYes: false });

  expect([first, second, await given()]).toEqual([
    { data: true, participation: true, photo: false, health: false },
    { data: true, participation: true, photo: true, health: false },
    { data: true, participation: true, photo: false, health: false },
  ]);
});

test("a second guardian signs their own sheet: their no to photographs is not lifted by the other's yes, and without a yes to the data they are not written down", async () => {
  const childId = await stage.aChild(1, { consents: { data: true, participation: true, photo: true, health: false } });
  const add = (n: number, consents: object) =>
    stage.call("POST /children/:childId/guardians", {
      ...{ as: "luo", params: { childId } },
      body: { name: `父亲${n}`, phone: phoneOf(500 + n), relation: "父亲", consents, textVersion: "2026-1", givenOn: "2027-07-01" },
    });
  const shown = async () => (await list()).body.children[0];
  const before = (await shown()).consents.find(({ purpose }: any) => purpose === "photo").isGiven;
  stage.app.ports.advance(1000);

  const refused = await add(1, { data: false, participation: true, photo: true, health: false });
  await add(2, { data: true, participation: true, photo: false, health: false });
  const again = await add(2, { data: true, participation: true, photo: true, health: false });
  const after = await shown();

  expect([refused.body.code, again.body.code]).toEqual(["children-activities.consentNeeded", "children-activities.guardianKnown"]);
  expect(after.guardians.map(({ answers }: any) => answers.photo)).toEqual(["yes", "no"]);
  expect([before, after.consents.find(({ purpose }: any) => purpose === "photo").isGiven, after.guardians.map(({ name }: any) => name)]).toEqual([
    true,
    false,
    ["监护人1", "父亲2"],
  ]);
});

test("a note on health goes with the consent to keep it, and all data go with theirs", async () => {
  const childId = await stage.aChild(1, { health: "花生过敏", consents: { data: true, participation: true, photo: false, health: true } });
  const guardianId = await guardianOf(childId);
  stage.app.ports.advance(1000);

  await answer(childId, { guardianId, purpose: "health", isYes: false });
  const without = (await list()).body.children[0].health;
  await answer(childId, { guardianId, purpose: "data", isYes: false });

  expect([without, (await list()).body.children]).toEqual([null, []]);
});
