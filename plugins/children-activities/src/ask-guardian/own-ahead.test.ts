import { afterEach, beforeEach, expect, test } from "vitest";
import { openDoor } from "../testing/open-door.js";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let childIds: string[];
let programmeId: string;
beforeEach(async () => {
  stage = await setStage();
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  programmeId = await publishPlan(stage, adults, { weekdays: [1, 2], untilOn: "2027-07-13" });
  childIds = [await stage.aChild(1), await stage.aChild(2), await stage.aChild(3)];
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
});
afterEach(() => stage.app.close());
const off = async () => (await stage.must("GET /mine", { as: "luo" })).takenOff.map(({ heldOn, title, children }: any) => [heldOn.slice(8), title, children]);

test("a guardian reads when and where the child is expected, and which number is kept of themself", async () => {
  const door = await openDoor(stage, childIds[0]!);
  const [child] = (await door.at("/children")).children;

  expect(child.sessions.map(({ heldOn, startsAt, title, home, programmeId: of }: any) => [heldOn, startsAt, title, home, of])).toEqual(
    ["2027-07-12", "2027-07-13"].map((day) => [day, `${day}T00:30:00.000Z`, "防溺水和阅读", "上湾村儿童之家", programmeId]),
  );
  expect(child.guardians[0].phone).toBe("19900000001");
});

test("the director's own day says for a week of whom a guardian's word or an erasure left a list without, and no more once the child is back or the date is over", async () => {
  const door = await openDoor(stage, childIds[0]!);
  const say = (isYes: boolean) => door.at(`/children/${childIds[0]}/consents`, { purpose: "participation", isYes });
  const before = await off();
  await say(false);
  await (await openDoor(stage, childIds[1]!)).at(`/children/${childIds[1]}/erasure`);
  const both = await off();
  await say(true);
  const one = await off();
  stage.app.ports.setTime("2027-07-12T12:00");
  const later = await off();
  stage.app.ports.setTime("2027-07-12T23:00");

  expect([before, both, one]).toEqual([[], ["12", "13"].map((day) => [day, "防溺水和阅读", 2]), ["12", "13"].map((day) => [day, "防溺水和阅读", 1])]);
  expect(later).toEqual([]);
  expect((await stage.must("GET /mine", { as: "he" })).takenOff).toEqual([]);
});

test("what a guardian's own correction works out is no reading of the child", async () => {
  const door = await openDoor(stage, childIds[0]!);
  await door.at(`/children/${childIds[0]}/corrections`, { bornIn: "2019-06" });
  const { readings } = (await door.at("/children")).children[0];

  expect(readings.filter(({ reader, purpose }: any) => reader === "guardian" && purpose === "age")).toEqual([]);
});
