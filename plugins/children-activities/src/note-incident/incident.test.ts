import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
let [sessionId, attendanceId, childId] = ["", "", ""];
const note = (path: string, body: object) => stage.call(path, { as: "luo", params: { sessionId }, body });
const report = (when: object) => note("POST /sessions/:sessionId/reports", { office: "police", ...when });
const list = () => stage.must("GET /homes/:homeId/incidents", { as: "luo", params: { homeId: stage.homeId } });
beforeEach(async () => {
  ({ stage, sessionId, attendanceId, childId } = await openHouse());
  stage.app.ports.setTime("2027-07-12T10:30");
});
afterEach(() => stage.app.close());

test("a report stands at the time it was made, said or now, and never in the future", async () => {
  const made = [await report({}), await report({ time: "10:10" }), await report({ on: "2027-07-11", time: "21:00" })];
  const refused = [await report({ time: "10:31" }), await report({ on: "2027-07-13", time: "09:00" }), await report({ on: "2027-07-11" })];

  expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(refused.map(({ body }) => [body.code, body.field])).toEqual([
    ["children-activities.reportAhead", "body.time"],
    ["children-activities.reportAhead", "body.on"],
    ["children-activities.timeInvalid", "body.time"],
  ]);
  expect((await list()).reports.map(({ reportedAt }: any) => reportedAt)).toEqual([
    "2027-07-12T02:30:00.000Z",
    "2027-07-12T02:10:00.000Z",
    "2027-07-11T13:00:00.000Z",
  ]);
});

test("the director reads which child an incident is about, and that is logged; a disclosure names nobody", async () => {
  await note("POST /sessions/:sessionId/incidents", { kind: "accident", attendanceId, words: "擦破膝盖" });
  await note("POST /sessions/:sessionId/incidents", { kind: "missing", attendanceId });
  await note("POST /sessions/:sessionId/incidents", { kind: "disclosure" });
  const before = (await stage.reads(childId)).length;

  const { incidents } = await list();

  expect(incidents.map(({ kind, child, words }: any) => [kind, child, words])).toEqual(
    expect.arrayContaining([
      ["accident", "孩子1", "擦破膝盖"],
      ["missing", "孩子1", null],
      ["disclosure", null, null],
    ]),
  );
  expect((await stage.reads(childId)).length).toBeGreaterThan(before);
});

test("an incident written down on a later day stands at the time of its day that is said, and not without one", async () => {
  const incident = (more: object) => note("POST /sessions/:sessionId/incidents", { kind: "accident", attendanceId, words: "擦破膝盖", ...more });
  const sameDay = await incident({});
  stage.app.ports.setTime("2027-07-13T16:00");

  const [without, later] = [await incident({}), await incident({ time: "09:10" })];

  expect([sameDay.status, without.body.code, without.body.field, later.status]).toEqual([200, "children-activities.incidentTime", "body.time", 200]);
  expect((await list()).incidents.map(({ at }: any) => at)).toEqual(["2027-07-12T02:30:00.000Z", "2027-07-12T01:10:00.000Z"]);
});
