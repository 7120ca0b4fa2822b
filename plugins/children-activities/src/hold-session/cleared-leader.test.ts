import { afterEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let luo: string;
const at = (as: string, path: string, params: Record<string, string> = {}, body: object = {}) =>
  stage.call(path, { as, params: { sessionId, ...params }, body });
const codeOf = ({ body }: any): string | undefined => body.code?.replace("children-activities.", "");
/** The director's check is of this day, or there is none; two others are vetted and on duty. */
const open = async (checkedOn: string | null) => {
  stage = await setStage();
  luo = await stage.anAdult("罗婷", { personId: stage.luo, kind: "director", checkedOn });
  const adults = [await stage.anAdult("王芳", { account: "wang", firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  const programmeId = await publishPlan(stage, adults);
  for (const n of [1, 2]) {
    const childIds = [await stage.aChild(n)];
    await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  }
  stage.app.ports.setTime("2027-07-12T08:20");
  sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  for (const { id: postId } of (await at("luo", "GET /sessions/:sessionId/board")).body.posts) await at("luo", "POST /posts/:postId/arrival", { postId });
};
afterEach(() => stage.app.close());

test("a director whose own check is over or missing opens no doors and takes no child in; a vetted adult on duty does", async () => {
  await open("2026-07-10");
  const board = (await at("luo", "GET /sessions/:sessionId/board")).body;
  const shut = await at("luo", "POST /sessions/:sessionId/open");
  const opened = await at("wang", "POST /sessions/:sessionId/open");
  const [first, second] = board.children.map(({ attendanceId }: any) => attendanceId);
  const taken = await at("luo", "POST /attendances/:attendanceId/arrival", { attendanceId: first });
  const came = await at("wang", "POST /attendances/:attendanceId/arrival", { attendanceId: second });

  expect([board.mayTakeIn, codeOf(shut), opened.status, codeOf(taken), came.status]).toEqual([false, "leaderNotVetted", 200, "leaderNotVetted", 200]);
});

test("what is there already goes home all the same: the director whose check was revoked meanwhile counts heads and hands over", async () => {
  await open("2027-01-10");
  await at("luo", "POST /sessions/:sessionId/open");
  const { children } = (await at("luo", "GET /sessions/:sessionId/board")).body;
  const [{ attendanceId }, { attendanceId: other }] = children;
  const { code } = (await at("luo", "POST /attendances/:attendanceId/arrival", { attendanceId })).body;
  const checkId = (await stage.must("GET /adults")).adults.find(({ id }: any) => id === luo).checks[0].id;
  await stage.must("POST /checks/:checkId/revocation", { params: { checkId } });

  const refused = await at("luo", "POST /attendances/:attendanceId/arrival", { attendanceId: other });
  const counted = await at("luo", "POST /sessions/:sessionId/head-counts", {}, { counted: 1 });
  const { collectors } = (await at("luo", "GET /attendances/:attendanceId/collectors", { attendanceId })).body;
  const handed = await at("luo", "POST /attendances/:attendanceId/hand-over", { attendanceId }, { collectorId: collectors[0].id, code });

  expect([codeOf(refused), counted.status, handed.body.isHanded]).toEqual(["leaderNotVetted", 200, true]);
});
