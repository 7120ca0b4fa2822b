import { aPerson, aPlace } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let chainId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const body = { placeId: council.community.placeId, kind: "cn.four_talks", title: "集体土地出租", matterId: council.matterId };
  chainId = (await council.app.call("POST /chains", { body })).body.id;
});
afterEach(() => council.app.close());

const record = (step: string, doneOn: string) =>
  council.app.call("POST /chains/:chainId/steps", { params: { chainId }, body: { step, doneOn, note: "村委会二楼" } });
const leaveOut = (step: string, reason: string) => council.app.call("POST /chains/:chainId/overrides", { params: { chainId }, body: { step, reason } });

async function takeUpRules(fromOn = "2026-09-03"): Promise<void> {
  const { app, bodyId } = council;
  await app.call("POST /bodies/:bodyId/rules", { params: { bodyId }, body: { packId: "cn.villager_reps.2026", fromOn } });
}
/** The representatives decide the matter. */
async function decide(day = "2026-09-09"): Promise<string> {
  const { bodyId, matterId } = council;
  await takeUpRules();
  return adopt(bodyId, matterId, day, "16 票赞成、0 票反对、0 票弃权。16×2 > 16，通过。（规则未核实）");
}
async function adopt(bodyId: string, matterId: string, day: string, result: string): Promise<string> {
  const { app } = council;
  const meetingId = await aMeeting(app, { bodyId, items: [{ matterId, minutes: 60 }], startsAt: `${day}T15:00` });
  app.ports.setTime(`${day}T15:00`);
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "把集体土地出租三年" })).body.outcomes[0].id;
  const voted = await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 });
  expect(voted.body.room.motions[0].tally.result).toBe(result);
  return meetingId;
}
const stateOfMatter = async () => (await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } })).body.state;
const effectOf = async (meetingId: string): Promise<string> =>
  (await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } })).body.decisions[0].effect;

test("after three gates the representatives' vote is the fourth, and the decision takes effect when it is published", async () => {
  await record("propose", "2026-09-01");
  await record("consult", "2026-09-02");
  await record("review", "2026-09-03");
  const meetingId = await decide();
  const before = await effectOf(meetingId);

  const { body } = await record("publish_decision", "2026-09-09");

  expect([before, await effectOf(meetingId)]).toEqual(["awaits_steps", "effective"]);
  expect(body).toMatchObject({
    isEffective: true,
    isComplete: false,
    isVerified: false,
    steps: [{}, {}, {}, { id: "decide", state: "done", on: "2026-09-09" }, {}, { state: "next" }],
  });
});

test("a skipped gate keeps the decision from taking effect until it is left out with a reason; a publication cannot be", async () => {
  await record("propose", "2026-09-01");
  await record("consult", "2026-09-02");
  const meetingId = await decide();
  const skipped = await record("publish_decision", "2026-09-09");
  const effect = await effectOf(meetingId);

  const forced = await leaveOut("publish_decision", "来不及");
  const { body } = await leaveOut("review", "全村党员只有两人，都在“两委”");

  expect([skipped.body.steps[2].state, effect, forced.body.code]).toEqual(["skipped", "awaits_steps", "meetings.publicationNeeded"]);
  expect([body.steps[2].state, body.steps[2].reason, await effectOf(meetingId)]).toEqual(["overridden", "全村党员只有两人，都在“两委”", "effective"]);
});

test("the minutes say which steps a decision still needs, as it was on the day they stood, whenever they are printed", async () => {
  await record("propose", "2026-09-01");
  await record("consult", "2026-09-02");
  await record("review", "2026-09-03");
  const meetingId = await decide();
  const call = (path: string) => council.app.call(path, { params: { meetingId } });
  const generated = async () => (await call("GET /meetings/:meetingId/minutes-draft")).body.items[0].generated;
  await recorderOf(council.app, meetingId).send({ kind: "close" });
  await call("POST /meetings/:meetingId/minutes-confirmation");
  const before = await generated();
  council.app.ports.setTime("2026-09-12T09:00");
  await record("publish_decision", "2026-09-11");

  expect(before.at(-1)).toBe("还要做完决议公开，才能生效。");
  expect([await effectOf(meetingId), await generated()]).toEqual(["effective", before]);
});

test("a step to come, one that is not there and a second way for one matter are refused", async () => {
  const again = { placeId: council.community.placeId, kind: "cn.four_talks", title: "再来一次", matterId: council.matterId };
  const codes = [
    (await record("propose", "2026-09-30")).body.code,
    (await record("vote", "2026-09-01")).body.code,
    (await council.app.call("POST /chains", { body: again })).body.code,
  ];

  expect(codes).toEqual(["meetings.dayToCome", "meetings.stepUnknown", "meetings.chainTwice"]);
});

test("a body that only consults agrees: the matter goes on to the representatives, and theirs is the vote the steps ask for", async () => {
  await record("propose", "2026-09-01");
  const consulted = await adopt(council.bodyId, council.matterId, "2026-09-09", "16 票赞成、0 票反对、0 票弃权。16×2 > 16，通过。");
  const between = await stateOfMatter();
  await record("consult", "2026-09-09");
  council.app.ports.setTime("2026-09-11T09:00");
  await record("review", "2026-09-10");
  await takeUpRules("2026-09-12");
  const decided = await adopt(council.bodyId, council.matterId, "2026-09-18", "16 票赞成、0 票反对、0 票弃权。16×2 > 16，通过。（规则未核实）");

  expect([await effectOf(consulted), between, await stateOfMatter()]).toEqual(["awaits_steps", "deferred", "decided"]);
  await record("publish_decision", "2026-09-18");
  expect(await effectOf(decided)).toBe("effective");
});

test("a way that was stopped by mistake is begun anew with the decision that waits, and whoever only convenes cannot stop it", async () => {
  await aPerson(council.app, { fullName: "召集人", account: "convener", role: "grid_leader" });
  const meetingId = await decide();
  const stop = (as?: string) => council.app.call("POST /chains/:chainId/stop", { params: { chainId }, body: { reason: "点错了" }, ...(as && { as }) });
  const [refused, stopped] = [await stop("convener"), await stop()];
  const body = { placeId: council.community.placeId, kind: "cn.four_talks", title: "集体土地出租", matterId: council.matterId };
  chainId = (await council.app.call("POST /chains", { body })).body.id;
  for (const [step, day] of [
    ["propose", "2026-09-01"],
    ["consult", "2026-09-02"],
    ["review", "2026-09-03"],
    ["publish_decision", "2026-09-09"],
  ] as const)
    await record(step, day);

  expect([refused.status, stopped.status, await effectOf(meetingId)]).toEqual([403, 200, "effective"]);
});

test("a matter is put on its way at the place of the villagers' body that decides it, and not where it does not lie", async () => {
  const { app, bodyId, compoundId, community } = council;
  const { matterId } = (await app.call("GET /chains/:chainId", { params: { chainId } })).body;
  const onItsWay = (await app.call("GET /matters/:matterId/steps", { params: { matterId } })).body;
  await app.call("POST /chains/:chainId/stop", { params: { chainId }, body: { reason: "换一个办法" } });
  const none = (await app.call("GET /matters/:matterId/steps", { params: { matterId } })).body;
  await app.call("POST /bodies/:bodyId/rules", { params: { bodyId }, body: { packId: "cn.villager_reps.2026", fromOn: "2026-09-03" } });
  const { ways } = (await app.call("GET /matters/:matterId/steps", { params: { matterId } })).body;
  const other = await aPlace(app, { name: "幸福里", kind: "compound" });
  const start = (placeId: string) => app.call("POST /chains", { body: { placeId, kind: "cn.four_talks", title: "集体土地出租", matterId } });
  const elsewhere = await start(other.id);

  expect([onItsWay.chain.id, onItsWay.ways, none]).toEqual([chainId, [], { chain: null, ways: [] }]);
  expect(ways).toMatchObject([{ kind: "cn.four_talks", placeId: community.placeId, bodyName: "莲心议事会" }]);
  expect([elsewhere.status, elsewhere.body.code, elsewhere.body.field]).toEqual([422, "meetings.chainElsewhere", "body.placeId"]);
  expect([(await start(compoundId)).status]).toEqual([200]);
});

const takeBack = (step: string, reason = "日期写错") => council.app.call("POST /chains/:chainId/withdrawals", { params: { chainId }, body: { step, reason } });

test("a step before the one ahead of it is refused with both days, until the one that was dated wrongly is taken back", async () => {
  await record("propose", "2026-09-02");
  const early = await record("consult", "2026-09-01");
  const { body } = await takeBack("propose");
  await record("propose", "2026-09-01");
  const again = await record("consult", "2026-09-01");
  const under = await takeBack("propose");

  expect([early.status, early.body.code, early.body.params]).toEqual([
    422,
    "meetings.stepTooEarly",
    { step: "“两委”会商议", day: "2026年9月1日", before: "村党组织提议", floor: "2026年9月2日" },
  ]);
  expect([body.steps[0].state, again.status, under.body.code]).toEqual(["next", 200, "meetings.stepStoodOn"]);
  expect([again.body.steps[0].canBeTakenBack, again.body.steps[1].canBeTakenBack]).toEqual([false, true]);
});

test("a publication written down wrongly is taken back, and the decision waits again; the vote of a meeting stays, and so does what never was", async () => {
  for (const [step, day] of Object.entries({ propose: "2026-09-01", consult: "2026-09-02", review: "2026-09-03" })) await record(step, day);
  const meetingId = await decide();
  const vote = await takeBack("decide");
  await record("publish_decision", "2026-09-09");
  const before = await effectOf(meetingId);
  const { body } = await takeBack("publish_decision", "只写了稿子，没有张贴");
  const never = await takeBack("publish_decision");

  expect([vote.body.code, before, await effectOf(meetingId), never.body.code]).toEqual([
    "meetings.stepVotedHere",
    "effective",
    "awaits_steps",
    "meetings.stepNotThere",
  ]);
  expect(body).toMatchObject({ isEffective: false, steps: [{}, {}, {}, {}, { id: "publish_decision", state: "next", on: null }, {}] });
});

test("a vote written down by hand says how many came and how they voted, and only one that was adopted is a step", async () => {
  for (const [step, day] of Object.entries({ propose: "2026-09-01", consult: "2026-09-02", review: "2026-09-03" })) await record(step, day);
  const vote = (votes?: object) =>
    council.app.call("POST /chains/:chainId/steps", {
      params: { chainId },
      body: { step: "decide", doneOn: "2026-09-03", note: "祠堂", ...(votes && { votes }) },
    });
  const figures = { due: 60, attending: 41, yes: 38, no: 2, abstain: 1 };
  const refused = [await vote(), await vote({ ...figures, yes: 39 }), await vote({ ...figures, due: 82 }), await vote({ ...figures, yes: 20, no: 20 })];
  const { body } = await vote(figures);

  expect(refused.map((one) => one.body.code)).toEqual([
    "meetings.stepVotesNeeded",
    "meetings.stepVotesWrong",
    "meetings.stepVotesFew",
    "meetings.stepVotesLost",
  ]);
  expect(body.steps[3]).toMatchObject({ state: "done", isVote: true, votes: figures });
});

test("a matter that is over is not put on its way", async () => {
  const { app, bodyId, matterId, community } = council;
  await app.call("POST /chains/:chainId/stop", { params: { chainId }, body: { reason: "已经解决" } });
  await app.call("POST /bodies/:bodyId/rules", { params: { bodyId }, body: { packId: "cn.villager_reps.2026", fromOn: "2026-09-03" } });
  const ways = async () => (await app.call("GET /matters/:matterId/steps", { params: { matterId } })).body.ways.length;
  const before = await ways();
  await app.write("meetings", ({ use }) => use.matters.resolve(matterId, "已经办好"));
  const body = { placeId: community.placeId, kind: "cn.four_talks", title: "集体土地出租", matterId };

  expect([before, await ways(), (await app.call("POST /chains", { body })).body.code]).toEqual([1, 0, "meetings.chainTooLate"]);
});
