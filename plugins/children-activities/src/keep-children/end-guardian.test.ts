import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse, type OpenHouse } from "../testing/open-house.js";
import { phoneOf } from "../testing/stage.js";

let house: OpenHouse;
beforeEach(async () => void (house = await openHouse()));
afterEach(() => house.stage.app.close());

const call = (path: string, params: Record<string, string> = {}, body: object = {}, as = "luo") =>
  house.stage.call(path, { as, params: { childId: house.childId, attendanceId: house.attendanceId, sessionId: house.sessionId, ...params }, body });
const kept = async () => (await call("GET /homes/:homeId/children", { homeId: house.stage.homeId })).body.children;
const agreed = { data: true, participation: true, photo: false, health: false };
const addFather = async (consents: object = agreed) =>
  (
    await call(
      "POST /children/:childId/guardians",
      {},
      { name: "吴建国", phone: phoneOf(2002), relation: "父亲", consents, textVersion: "2026-1", givenOn: "2027-07-11" },
    )
  ).body.id as string;
const end = (guardianId: string, as = "luo") => call("POST /children/:childId/guardians/:guardianId/end", { guardianId }, {}, as);
const firstGuardian = async (): Promise<string> => (await kept())[0].guardians[0].guardianId;

test("neither the former guardian nor whom they named may collect, and their code opens nothing, in the very act", async () => {
  const grandmother = await firstGuardian();
  const { code } = (await call("POST /attendances/:attendanceId/arrival")).body;
  const { collectors } = (await call("GET /attendances/:attendanceId/collectors")).body;
  await addFather();

  const ended = await end(grandmother);

  const handed = await call("POST /attendances/:attendanceId/hand-over", {}, { collectorId: collectors[0].id, code });
  const own = await call("POST /attendances/:attendanceId/hand-over", {}, { collectorId: grandmother, code });
  const [child] = await kept();
  expect([ended.status, handed.body.code, own.body.code]).toEqual([200, "children-activities.notOnList", "children-activities.notOnList"]);
  expect([child.guardians.map(({ name }: any) => name), child.collectors]).toEqual([["吴建国"], []]);
});

test("a former guardian's yes counts no more, nor does their no: what the other says stands alone", async () => {
  const grandmother = await firstGuardian();
  await call("POST /attendances/:attendanceId/arrival");
  await addFather({ ...agreed, participation: false });
  const objected = (await call("GET /sessions/:sessionId/board")).body.violations.map(({ code }: any) => code);
  const father = (await kept())[0].guardians[1].guardianId;
  await call("POST /children/:childId/consents", {}, { guardianId: father, purpose: "participation", isYes: true });
  await call("POST /children/:childId/consents", {}, { guardianId: grandmother, purpose: "participation", isYes: false });
  const refused = (await call("GET /sessions/:sessionId/board")).body.violations.map(({ code }: any) => code);

  await end(grandmother);

  expect([objected, refused]).toEqual([["noPartConsent"], ["noPartConsent"]]);
  expect((await call("GET /sessions/:sessionId/board")).body.violations).toEqual([]);
});

test("who has no other child here is forgotten and their link opens nothing; the last guardian stays, and no office but the director's ends one", async () => {
  const grandmother = await firstGuardian();
  const alone = await end(grandmother);
  const sheet = (await call("POST /guardians/:guardianId/link-sheet", { guardianId: grandmother })).text;
  const key = new RegExp(`/guardian/${grandmother}/([\\w-]{22})`).exec(sheet)![1]!;
  await addFather();
  const secretary = await end(grandmother, "secretary");

  await end(grandmother);

  const door = await call("POST /public/guardians/:guardianId/codes", { guardianId: grandmother }, { key });
  const opened = await house.stage.app.write("children-activities", async ({ db, disclose }) => {
    const row = await db.selectFrom("children_activities_guardian").selectAll().where("id", "=", grandmother).executeTakeFirstOrThrow();
    return disclose([row.name, row.phone], "keep");
  });
  expect([alone.body.code, secretary.status, door.body.code]).toEqual(["children-activities.lastGuardian", 403, "children-activities.linkUnknown"]);
  expect(JSON.stringify(opened)).not.toMatch(/监护人1|1990/);
});

test("without the former guardian nobody agrees to keep the data of a child that is not there: they are erased", async () => {
  const grandmother = await firstGuardian();
  const father = await addFather();
  await call("POST /children/:childId/consents", {}, { guardianId: father, purpose: "data", isYes: true, untilOn: "2027-07-12" });
  house.stage.app.ports.setTime("2027-07-13T09:00");

  await end(grandmother);

  expect(await kept()).toEqual([]);
});
