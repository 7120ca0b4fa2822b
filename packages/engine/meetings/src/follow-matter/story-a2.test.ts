import { anOrganization, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let app: Running;
const ids: Record<string, string> = {};
let heard = 0;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  app = council.app;
  heard = 0;
  ids.management = await anOrganization(app, { name: "县城管局", kind: "department" });
  ids.zhou = await aPerson(app, { fullName: "周师傅" });
  ids.clerk = await aPerson(app, { fullName: "市政科刘科长", account: "clerk" });
  ids.lan = await aPerson(app, { fullName: "兰阿姨", account: "lan", channels: [{ kind: "mail", address: "lan@example.org" }] });
});
afterEach(() => app.close());

const at = (time: string) => app.ports.setTime(time);
const of =
  (plugin: string) =>
  async (path: string, params: Record<string, string>, body: object = {}, as = "secretary") => {
    const { status, body: answer } = await app.call(path, { of: plugin, as, params, ...(path.startsWith("GET") ? {} : { body }) });
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
const [matters, commitments] = [of("matters"), of("commitments")];
const show = (matterId: string) => matters("GET /matters/:matterId", { matterId });
const states = async (...matterIds: string[]) => (await Promise.all(matterIds.map(show))).map(({ state }) => state);
/** Hands what was published since the last time to the listeners of meetings, in order, each in a turn of its own as after a commit. */
async function hear(): Promise<void> {
  const events = await app.published();
  for (const { event, payload } of events.slice(heard))
    for (const listener of server.listeners.filter((one) => one.event === event))
      await app.write("meetings", (ctx) => listener.handle(payload, ctx, { eventId: event }));
  heard = events.length;
}

/** Steps 1 to 3: raised in the evening, taken up in the morning, sent to two units; one sends it back and another office takes it. */
async function raiseAndSend(): Promise<string> {
  at("2026-10-12T20:41");
  const title = "柳树坡42号旁水沟建房后异味大、蚊虫、坡路打滑";
  const { id } = await matters("POST /matters", {}, { title, placeId: council.compoundId, reporter: "self", spot: "42 号旁" }, "lan");
  at("2026-10-13T08:30");
  await matters("POST /matters/:matterId/screening-begun", { matterId: id });
  const units = [
    { unitId: council.organizations.社区, isLead: false },
    { unitId: ids.management, isLead: true },
  ];
  await matters("POST /matters/:matterId/referrals", { matterId: id }, { units });
  const [community, management] = (await show(id)).referrals;
  await matters("POST /referrals/:referralId/acceptance", { referralId: community.id });
  await matters("POST /referrals/:referralId/return", { referralId: management.id }, { words: "日常养护非本科室" });
  await matters("POST /matters/:matterId/referrals", { matterId: id }, { units: [{ unitId: ids.management, office: "市政科", isLead: true }] });
  await matters("POST /referrals/:referralId/acceptance", { referralId: (await show(id)).referrals[2].id });
  return id;
}

/** Steps 4 and 5: two causes, two matters; the households repair their pit themselves, the pipes are beyond the community. */
async function splitInTwo(matterId: string): Promise<{ m1: string; m2: string; commitmentId: string }> {
  at("2026-10-14T11:00");
  const parts = [
    { title: "42 号化粪池渗漏", detail: "三户自己修" },
    { title: "生活污水要接管网", detail: "估算 38 万元，社区办不了" },
  ];
  const split = await matters("POST /matters/:matterId/parts", { matterId }, { parts, reason: "现场看过：一件当事人自办，一件要部门办" });
  const [m1, m2] = split.parts.map(({ id }: { id: string }) => id) as [string, string];
  const lead = { ownerOrganizationId: council.organizations.社区, ownerId: ids.zhou, dueOn: "2026-10-25" };
  const promise = { title: "修好化粪池", standard: "不再渗漏", lead };
  const { commitmentId } = await of("meetings")("POST /matters/:matterId/promises", { matterId: m1 }, promise);
  return { m1, m2, commitmentId };
}

const finish = async (commitmentId: string, words: string, as = "grid") => {
  await commitments("POST /commitments/:commitmentId/completion", { commitmentId }, { words }, as);
  await commitments("POST /commitments/:commitmentId/checks", { commitmentId }, { isPassed: true, ways: [], note: "看过" });
  await commitments("POST /commitments/:commitmentId/close-out", { commitmentId }, { note: "满意 3/3" });
  await hear();
};

/** Steps 6 to 8: pushed into the assignment meeting as its last line, decided, assigned with a lead and a due day. */
async function assign(m2: string): Promise<string> {
  at("2026-10-28T10:00");
  await matters("POST /matters/:matterId/escalation", { matterId: m2 }, { referTo: "11 月问题交办会", reason: "要 38 万元，社区办不了；建议县城管局牵头" });
  const others = Array.from({ length: 22 }, (_, n) => ({ title: `第 ${n + 1} 件`, minutes: 5 }));
  const meetingId = await aMeeting(app, { bodyId: council.bodyId, items: [...others, { matterId: m2, minutes: 5 }], startsAt: "2026-11-03T14:30" });
  at("2026-11-03T14:20");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const { items } = (await recorder.room()).body;
  const motion = await recorder.send({ kind: "move", itemId: items[22].id, text: "纳入污水管道改造项目" });
  const vote = await recorder.send({ kind: "vote", motionId: motion.body.outcomes[0].id, attending: 16, yes: 16, no: 0, abstain: 0 });
  const opened = await recorder.send({
    kind: "openParts",
    decisionId: vote.body.outcomes[0].id,
    parts: [{ title: "污水管道改造", standard: "接入管网，无异味" }],
  });
  const lead = { origin: "assigned", ownerOrganizationId: ids.management, ownerId: ids.clerk, dueOn: "2026-12-31" };
  const supporting = [council.organizations.住建局, council.organizations.社区];
  await recorder.send({ kind: "claim", partId: opened.body.room.parts[0].id, ...lead, supportingOrganizationIds: supporting });
  await hear();
  const rows = await app.write<{ id: string }[]>("meetings", ({ db }) =>
    db.selectFrom("commitments_v1_commitment").select("id").where("sourceMeetingId", "=", meetingId).execute(),
  );
  return rows[0]!.id;
}

const reportOf = async (from: string, to: string) =>
  (
    await app.call("GET /places/:placeId/report", {
      as: "secretary",
      params: { placeId: council.community.placeId },
      query: { from, to },
    })
  ).body;
const reportOfAutumn = () => reportOf("2026-10-01", "2026-12-31");

test("one request becomes two matters with two owners, and what closes one leaves the other open", { timeout: 120_000 }, async () => {
  const request = await raiseAndSend();
  const { m1, m2, commitmentId } = await splitInTwo(request);
  await hear();
  at("2026-10-24T16:00");
  await finish(commitmentId, "三户一起修好");
  expect(await states(request, m1, m2)).toEqual(["split", "resolved", "accepted"]);

  const assigned = await assign(m2);
  expect(await states(m1, m2)).toEqual(["resolved", "decided"]);
  at("2026-12-01T15:00");
  await commitments("POST /commitments/:commitmentId/progress", { commitmentId: assigned }, { words: "完成 60 %" });
  await hear();
  at("2026-12-28T10:00");
  await finish(assigned, "完工照片", "clerk");
  for (const satisfied of ["satisfied", "basically", "satisfied"])
    await commitments("POST /commitments/:commitmentId/ratings", { commitmentId: assigned }, { resolved: "solved", satisfied, isFromPaper: true });

  expect(await states(request, m1, m2)).toEqual(["split", "resolved", "resolved"]);
  expect((await show(request)).bounces).toBe(1);
  expect(await reportOfAutumn()).toMatchObject({
    ...{ raised: 1, resolved: 1, underway: 0, answered: 1, medianMinutes: 11 * 60 + 49, due: 1, inTime: 1 },
    ratings: { count: 3, satisfied: 2, basically: 1, dissatisfied: 0 },
  });
  expect((await show(m2)).timeline.map(({ move }: { move: string }) => move)).toEqual([
    ...["splitOff", "escalate", "schedule", "discuss", "decide", "assigned", "progressed", "submitted", "checked", "closed", "resolve"],
  ]);
});

test("an unsatisfied resident opens the one matter again, and it is in the meeting's ledger anew", async () => {
  const { m1, m2, commitmentId } = await splitInTwo(await raiseAndSend());
  at("2026-10-24T16:00");
  await finish(commitmentId, "修好了");

  const rating = { resolved: "unsolved", satisfied: "dissatisfied", comment: "还有臭味", isFromPaper: true };
  await commitments("POST /commitments/:commitmentId/ratings", { commitmentId }, rating);
  await hear();

  expect(await states(m1, m2)).toEqual(["decided", "accepted"]);
  expect((await reportOfAutumn()).ratings).toEqual({ count: 1, satisfied: 0, basically: 0, dissatisfied: 1 });
  expect(await reportOf("2026-12-01", "2026-12-31")).toMatchObject({ raised: 0, openBefore: 2 });
  expect((await show(m1)).timeline.slice(-2).map(({ move }: { move: string }) => move)).toEqual(["reopened", "resume"]);
});

test("the resident gets an answer at each state, and the whole way is one sheet that says the response time and the bounce", async () => {
  const request = await raiseAndSend();
  const { m2, commitmentId } = await splitInTwo(request);
  at("2026-10-24T16:00");
  await finish(commitmentId, "三户一起修好");
  await assign(m2);
  at("2026-12-28T10:00");

  const letters = await app.app.platform.database.kit.selectFrom("kit_outbox").select("id").where("kind", "<>", "event").execute();
  const { text } = await app.call("GET /matters/:matterId/journey", { of: "matters", params: { matterId: request } });
  const told = (await app.call("GET /matters/:matterId", { of: "matters", as: "lan", params: { matterId: m2 } })).body;

  for (const words of ["首次回应用时 11 小时 49 分", "退单 1 次", "县城管局：日常养护非本科室", "周师傅", "10月14日 11:00", "2026年10月25日前"])
    expect(text).toContain(words);
  expect(text.match(/<section/g)).toHaveLength(1);
  expect(told).toMatchObject({ answer: "会上已经议定，正在落实。" });
  expect(letters.length).toBeGreaterThanOrEqual(12);
  expect(told.timeline.map(({ move }: { move: string }) => move)).toContain("assigned");
});

test("while a household repairs its pit nobody settles the matter by a mere answer, and once it is closed out it is settled by itself", async () => {
  const { m1, commitmentId } = await splitInTwo(await raiseAndSend());
  await hear();

  const refused = await app.call("POST /matters/:matterId/answer", { of: "matters", params: { matterId: m1 }, body: { words: "三户在修" } });
  at("2026-10-24T16:00");
  await finish(commitmentId, "三户一起修好");

  expect([refused.status, refused.body.message]).toEqual([409, "还有工作没有办完：修好化粪池"]);
  expect(await show(m1)).toMatchObject({ state: "resolved", openWork: [] });
});

test("work is taken over for a matter that was let through, and for no other", async () => {
  const request = await raiseAndSend();
  const promise = { title: "修", standard: "好" };
  await splitInTwo(request);

  const refused = await app.call("POST /matters/:matterId/promises", { params: { matterId: request }, body: promise });

  expect([refused.status, refused.body.code]).toEqual([422, "meetings.matterNotReady"]);
});
