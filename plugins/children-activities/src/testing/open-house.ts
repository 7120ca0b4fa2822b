import { phoneOf, publishPlan, setStage, type Stage } from "./stage.js";

export interface OpenHouse {
  readonly stage: Stage;
  readonly sessionId: string;
  readonly attendanceId: string;
  readonly childId: string;
}

/**
 * A home on the first morning of its week, 08:20, with two adults of whom luo is one and one child enrolled: open with both there, or with one there and shut when `isShort`.
 * `guardianPhone` and `hasGateway` say whether a text message reaches the guardian.
 * `alone`: the child is 12 and may go home alone.
 */
export async function openHouse({
  isShort = false,
  alone = false,
  guardianPhone = phoneOf(1),
  hasGateway = true,
}: { isShort?: boolean; alone?: boolean; guardianPhone?: string; hasGateway?: boolean } = {}): Promise<OpenHouse> {
  const stage = await setStage(hasGateway ? {} : { channels: [] });
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { account: "zhao" })];
  const programmeId = await publishPlan(stage, adults, alone ? { expected: { "6_8": 0, "9_12": 8, "13_15": 0 } } : {});
  const guardian = { name: "监护人1", phone: guardianPhone, relation: "奶奶" };
  const childId = await stage.aChild(1, { guardian, ...(alone && { bornIn: "2015-06", aloneRoute: "沿村道到三组" }) });
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [childId] } });
  stage.app.ports.setTime("2027-07-12T08:20");
  const sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  const { posts, children } = await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  for (const { id } of isShort ? posts.slice(0, 1) : posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  if (!isShort) await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
  return { stage, sessionId, attendanceId: children[0].attendanceId, childId };
}
