import { afterEach, beforeEach, expect, test } from "vitest";
import { linkOf } from "../ask-guardian/door.js";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
let [sessionId, attendanceId, childId, incidentId] = ["", "", "", ""];
beforeEach(async () => {
  ({ stage, sessionId, attendanceId, childId } = await openHouse());
  stage.app.ports.setTime("2027-07-12T10:50");
  incidentId = await note({ kind: "accident", attendanceId, words: "擦破膝盖" });
});
afterEach(() => stage.app.close());
const note = async (body: object): Promise<string> => (await stage.must("POST /sessions/:sessionId/incidents", { as: "luo", params: { sessionId }, body })).id;
const list = async () => (await stage.must("GET /homes/:homeId/incidents", { as: "luo", params: { homeId: stage.homeId } })) as any;
const correct = (body: object, id = incidentId, as = "luo") =>
  stage.call("POST /incidents/:incidentId/correction", { as, params: { incidentId: id }, body: { kind: "accident", childId, words: "擦破膝盖", ...body } });
const strike = (path: string, params: Record<string, string>, as = "luo") => stage.call(path, { as, params, body: { reason: "mistaken" } });
/** What the guardian of the child reads of incidents on their own page. */
async function ownIncidents() {
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  const { guardianId } = children.find(({ id }: any) => id === childId).guardians[0];
  const key = (await stage.app.write<string>("children-activities", (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const at = (path: string, body: object) => stage.must(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId }, body });
  await at("/codes", { key });
  const { token } = await at("/door", { key, code: /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0] });
  return (await at("/children", { token })).children[0].incidents as any[];
}

test("what happened stands at the time of the session's day that is said, and never ahead", async () => {
  await note({ kind: "other", time: "09:10" });
  const ahead = await stage.call("POST /sessions/:sessionId/incidents", { as: "luo", params: { sessionId }, body: { kind: "other", time: "10:51" } });

  expect((await list()).incidents.map(({ at }: any) => at)).toEqual(["2027-07-12T02:50:00.000Z", "2027-07-12T01:10:00.000Z"]);
  expect([ahead.status, ahead.body.code, ahead.body.field]).toEqual([422, "children-activities.incidentAhead", "body.time"]);
});

test("the director puts kind, time and words right: the guardian reads the new line alone, marked as put right, and the director sees both", async () => {
  const answer = await correct({ kind: "other", words: "摔了一跤", time: "09:10" });
  const { incidents } = await list();

  expect(answer.status).toBe(200);
  expect(incidents.map(({ id, words, struckReason, isCorrected }: any) => [id === incidentId, words, struckReason, isCorrected])).toEqual([
    [true, "擦破膝盖", "corrected", false],
    [false, "摔了一跤", null, true],
  ]);
  expect(await ownIncidents()).toMatchObject([{ kind: "other", words: "摔了一跤", at: "2027-07-12T01:10:00.000Z", isCorrected: true }]);
});

test("a line about the wrong child leaves that family's page, and is about nobody who was not there", async () => {
  const other = await stage.aChild(2);
  const elsewhere = await correct({ childId: other });
  await correct({ childId: null });

  expect([elsewhere.status, elsewhere.body.field, await ownIncidents()]).toEqual([404, "body.childId", []]);
});

test("what turns out to be a disclosure loses its words in the old line too, and takes none", async () => {
  const refused = await correct({ kind: "disclosure", childId: null, words: "说了什么" });
  await correct({ kind: "disclosure", childId: null, words: "" });

  expect(refused.body.code).toBe("children-activities.noContent");
  expect((await list()).incidents.map(({ words }: any) => words)).toEqual([null, null]);
  expect(await ownIncidents()).toEqual([]);
});

test("what was noted by mistake, an incident or a report, is struck out once: it counts no more and no guardian reads it", async () => {
  const { id: reportId } = await stage.must("POST /sessions/:sessionId/reports", { as: "luo", params: { sessionId }, body: { office: "police" } });
  const year = async () => stage.must("GET /years/:year", { params: { year: "2027" } });
  const before = await year();
  const done = [
    await strike("POST /incidents/:incidentId/strike", { incidentId }),
    await strike("POST /reports/:reportId/strike", { reportId }),
    await strike("POST /incidents/:incidentId/strike", { incidentId }),
    await strike("POST /reports/:reportId/strike", { reportId }),
    await correct({}),
  ].map(({ status, body }) => body.code ?? status);
  const after = await year();
  const { incidents, reports } = await list();

  expect(done).toEqual([200, 200, ...Array.from({ length: 3 }, () => "children-activities.incidentStruck")]);
  expect([before.incidents.cells.accident, before.reports.cells.police, after.incidents.cells.accident, after.reports.cells.police]).toEqual([
    null,
    null,
    0,
    0,
  ]);
  expect([incidents[0].struckReason, reports[0].struckReason, await ownIncidents()]).toEqual(["mistaken", "mistaken", []]);
});

test("nobody but the home's director puts a line right or strikes it out", async () => {
  const { id: reportId } = await stage.must("POST /sessions/:sessionId/reports", { as: "luo", params: { sessionId }, body: { office: "police" } });
  const codes = [];
  for (const as of ["zhao", "secretary", "he"])
    for (const answer of [
      await correct({}, incidentId, as),
      await strike("POST /incidents/:incidentId/strike", { incidentId }, as),
      await strike("POST /reports/:reportId/strike", { reportId }, as),
    ])
      codes.push(answer.body.code);

  expect([...new Set(codes)]).toEqual(["children-activities.directorOnly"]);
});
