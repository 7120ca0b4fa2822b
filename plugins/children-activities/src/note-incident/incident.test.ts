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

test("who leads reads what was noted of the session by whom, its words only who wrote it or directs the home, and of harm disclosed or reported nobody else learns", async () => {
  await note("POST /sessions/:sessionId/incidents", { kind: "accident", attendanceId, words: "擦破膝盖" });
  await note("POST /sessions/:sessionId/incidents", { kind: "disclosure" });
  await report({});
  const read = (as: string) => stage.call("GET /sessions/:sessionId/incidents", { as, params: { sessionId } });
  await stage.must("POST /sessions/:sessionId/incidents", { as: "zhao", params: { sessionId }, body: { kind: "other", words: "下雨提前进屋" } });
  const before = (await stage.reads(childId)).length;
  const [own, other, secretary] = [await read("luo"), await read("zhao"), await read("secretary")];
  const lines = ({ body }: any) => body.incidents.map(({ kind, child, words, by }: any) => [kind, child, words, by]).sort();

  expect(lines(own)).toEqual([
    ["accident", "孩子1", "擦破膝盖", "罗婷"],
    ["disclosure", null, null, "罗婷"],
    ["other", null, "下雨提前进屋", "赵文"],
  ]);
  expect(lines(other)).toEqual([
    ["accident", "孩子1", null, "罗婷"],
    ["other", null, "下雨提前进屋", "赵文"],
  ]);
  expect([own.body.reports.length, other.body.reports.length, own.body.isMine, other.body.isMine, secretary.status]).toEqual([1, 0, true, false, 403]);
  expect((await stage.reads(childId)).length).toBeGreaterThan(before);

  const [{ id }] = (await list()).incidents.filter(({ kind }: any) => kind === "other");
  await stage.must("POST /incidents/:incidentId/strike", { as: "luo", params: { incidentId: id }, body: { reason: "mistaken" } });
  expect(lines(await read("zhao"))).toEqual([["accident", "孩子1", null, "罗婷"]]);
});
