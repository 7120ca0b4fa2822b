import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aPollOf, aSecretPoll, ballot, pollOf, units, type PollLike } from "./test-poll.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const aPoll = (like: PollLike = {}) => aPollOf(council, like);
const secret = (...labels: readonly string[]) => aSecretPoll(council, ...labels);

test("the roll is frozen when the vote opens, and an empty one does not open", async () => {
  const empty = await council.app.call("POST /polls", {
    body: { placeId: council.community.placeId, text: "选聘物业公司", packId: "cn.owners.ordinary", isSecret: false },
  });
  const poll = await aPoll();
  await poll.post("opening");

  const codes = [
    (await pollOf(council, empty.body.id).post("opening")).body.code,
    (await poll.put("roll", { units: units("甲", "乙", "丙", "丁") })).body.code,
    (await poll.post("opening")).body.code,
  ];

  expect(codes).toEqual(["meetings.rollEmpty", "meetings.rollFrozen", "meetings.pollStateWrong"]);
});

test("a household twice on the roll, or an area that cannot be read, is refused by its row", async () => {
  const poll = await aPoll();

  const answers = [
    await poll.put("roll", { units: units("甲", "甲") }),
    await poll.put("roll", { units: [...units("甲"), { label: "乙", area: "约 90" }] }),
    await poll.put("roll", { units: [{ label: "甲" }] }),
  ];

  expect(answers.map(({ body }) => [body.code, body.field, body.params.row])).toEqual([
    ["meetings.unitTwice", "body.units.1.label", 2],
    ["meetings.areaWrong", "body.units.1.area", 2],
    ["meetings.areaWrong", "body.units.0.area", 1],
  ]);
});

test("a paper is printed for every household, with a number where the vote is by name", async () => {
  const poll = await aPoll();

  const { status, text } = await council.app.call("GET /polls/:pollId/ballot-papers", { params: { pollId: (await poll.show()).id } });

  expect([status, text.split("表决事项：").length - 1, text.includes("第 003 号"), text.includes("选聘物业公司")]).toEqual([200, 3, true, true]);
});

test("a second ballot of one household waits, the vote does not end over it, and both stay in the ledger when it is settled", async () => {
  const poll = await aPoll();
  await poll.post("opening");
  const [first, second] = await poll.roll();
  await poll.post("ballots", ballot(first!.id, "yes"));
  await poll.post("ballots", ballot(second!.id, "yes"));

  const again = await poll.post("ballots", ballot(first!.id, "no", { way: "online" }));
  const early = await poll.post("closing");
  const [waiting] = (await poll.show()).waiting;
  await poll.post("settlements", { ballotId: waiting.id, keeps: "later", reason: "户主当面说以网上的为准" });
  const { body } = await poll.post("closing");

  expect([again.body.isWaiting, early.body.code, waiting.unit]).toEqual([true, "meetings.ballotsWaiting", "甲"]);
  expect(body.result).toMatchObject({ isQuorate: true, isAdopted: false, heads: { yes: "1", no: "1" }, arithmetic: "1×2 ≤ 2，100×2 ≤ 200" });
  const kept = await council.app.db.selectFrom("meetings_poll_ballot").select(["choice", "state"]).orderBy("id").execute();
  expect(kept).toEqual([
    { choice: "yes", state: "set_aside" },
    { choice: "yes", state: "counted" },
    { choice: "no", state: "counted" },
  ]);
});

test("a spoilt paper needs its reason and is never a yes", async () => {
  const poll = await aPoll();
  await poll.post("opening");
  const [first, second, third] = await poll.roll();
  const bare = await poll.post("ballots", ballot(first!.id, "invalid"));
  await poll.post("ballots", ballot(first!.id, "invalid", { invalidReason: "两项都勾了" }));
  await poll.post("ballots", ballot(second!.id, "yes"));
  await poll.post("ballots", ballot(third!.id, "yes"));

  const { body } = await poll.post("closing");

  expect([bare.body.code, bare.body.field]).toEqual(["meetings.reasonNeeded", "body.invalidReason"]);
  expect(body.result).toMatchObject({ isAdopted: true, heads: { yes: "2", invalid: "1", attending: "3" }, arithmetic: "2×2 > 3，200×2 > 300" });
});

test("an owner votes online for what is theirs or was delegated to them, and for nothing else", async () => {
  const { 何志远: mine, 周兰: other } = council.people;
  const poll = await aPoll({ roll: [{ label: "甲", area: "100", personId: mine! }, { label: "乙", area: "100", personId: other! }, ...units("丙")] });
  await poll.post("opening");
  const [first, second, third] = await poll.roll();
  const early = await poll.post("own-ballot", { unitId: second!.id, choice: "yes" }, "hezhiyuan");
  await poll.post("delegations", { unitId: second!.id, personId: mine!, proof: "书面委托书，9月1日" });

  const own = await council.app.call("GET /own-ballots", { as: "hezhiyuan" });
  const answers = [
    await poll.post("own-ballot", { unitId: first!.id, choice: "yes" }, "hezhiyuan"),
    await poll.post("own-ballot", { unitId: second!.id, choice: "no" }, "hezhiyuan"),
    await poll.post("own-ballot", { unitId: third!.id, choice: "no" }, "hezhiyuan"),
  ];

  expect(early.body.code).toBe("meetings.notYourUnit");
  expect(own.body.ballots.map(({ label, hasVoted }: { label: string; hasVoted: boolean }) => [label, hasVoted])).toEqual([
    ["甲", false],
    ["乙", false],
  ]);
  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([200, 200, "meetings.notYourUnit"]);
});

test("a secret vote keeps no row for a paper and lets nobody enter another's ballot: a count by choice, and a roll of who took part", async () => {
  const poll = await aPoll({
    packId: "local.deliberation_council",
    isSecret: true,
    roll: [{ label: "甲" }, { label: "乙" }, { label: "丙" }, { label: "丁", personId: council.people["何志远"] }],
  });
  await poll.post("opening");
  const ids = (await poll.roll()).map(({ id }) => id);
  await poll.post("papers", { unitIds: ids.slice(0, 3) });

  const refused = [
    (await poll.post("ballots", ballot(ids[3]!, "yes"))).body.code,
    (await poll.post("ballots", ballot(ids[3]!, "yes", { way: "online" }))).body.code,
    (await poll.post("papers", { unitIds: [ids[0]] })).body.code,
    (await poll.put("paper-box", { yes: 3, no: 1, abstain: 0, invalid: [] })).body.code,
  ];
  await poll.put("paper-box", { yes: 1, no: 1, abstain: 0, invalid: [{ reason: "没有勾", papers: 1 }] });
  await poll.put("paper-box", { yes: 2, no: 0, abstain: 0, invalid: [{ reason: "没有勾", papers: 1 }] });
  await poll.post("own-ballot", { unitId: ids[3]!, choice: "yes" }, "hezhiyuan");
  const { body } = await poll.post("closing");

  expect(refused).toEqual(["meetings.boxInstead", "meetings.boxInstead", "meetings.alreadyVoted", "meetings.morePapersThanHanded"]);
  expect(body.result).toMatchObject({ isAdopted: true, heads: { yes: "3", no: "0", invalid: "1", attending: "4" }, arithmetic: "3×2 > 4" });
  expect(await council.app.db.selectFrom("meetings_poll_ballot").selectAll().execute()).toEqual([]);
  const audited = (await council.app.audited()).find(({ action }) => action === "meetings.castSecretBallot");
  expect([audited!.target, String(audited!.detail).includes("yes")]).toEqual([ids[3], false]);
});

test("a vote by area cannot be secret, rules without ballots take none, rules that count women ask for a meeting, and none is taken after the last day", async () => {
  const add = (packId: string, isSecret: boolean) =>
    council.app.call("POST /polls", { body: { placeId: council.community.placeId, text: "换物业", packId, isSecret } });
  const codes = [
    (await add("cn.owners.ordinary", true)).body.code,
    (await add("local.evening_talk", false)).body.code,
    (await add("no.such", false)).body.code,
    (await add("cn.sd.villager_reps", false)).body.code,
  ];
  const poll = await aPoll();
  await poll.post("opening");
  const [first] = await poll.roll();
  council.app.ports.setTime("2026-09-21T09:00");

  const late = await poll.post("ballots", ballot(first!.id, "yes"));

  expect([...codes, late.body.code]).toEqual([
    ...["meetings.secrecyImpossible", "meetings.noBallotHere", "meetings.packUnknown", "meetings.meetingNeeded"],
    "meetings.pollOver",
  ]);
});

/** Every unit is of one owner, 何志远, who votes online for each. */
test("papers handed out by the last day are counted the morning after, and the vote does not end before the box is counted, were it empty", async () => {
  const [counted, empty] = [await secret("甲", "乙", "丙"), await secret("丁", "戊")];
  for (const { poll, ids } of [counted, empty]) await poll.post("papers", { unitIds: ids });
  council.app.ports.setTime("2026-09-21T09:00");

  const early = [await counted.poll.post("closing"), await counted.poll.post("papers", { unitIds: counted.ids })];
  await counted.poll.put("paper-box", { yes: 2, no: 1, abstain: 0, invalid: [] });
  await empty.poll.put("paper-box", { yes: 0, no: 0, abstain: 0, invalid: [] });
  const closed = [await counted.poll.post("closing"), await empty.poll.post("closing")];

  expect(early.map(({ body }) => [body.code, body.params])).toEqual([
    ["meetings.boxUncounted", { handed: 3 }],
    ["meetings.pollOver", { day: "2026-09-20" }],
  ]);
  expect(closed.map(({ body }) => [body.result.isAdopted, body.result.heads.yes])).toEqual([
    [true, "2"],
    [false, "0"],
  ]);
});

test("two ballots of one household at the same moment: one counts and the other waits; in a secret vote the other is refused", async () => {
  const named = await aPoll();
  await named.post("opening");
  const [unit] = await named.roll();
  const { poll, ids } = await secret("甲", "乙", "丙", "丁");

  const twice = await Promise.all(["yes", "no"].map((choice) => named.post("ballots", ballot(unit!.id, choice))));
  const cast = await Promise.all([...ids, ...ids].map((id) => poll.post("own-ballot", { unitId: id, choice: "yes" }, "hezhiyuan")));

  expect(twice.map(({ body }) => body.isWaiting).sort()).toEqual([false, true]);
  expect(cast.map(({ status, body }) => body.code ?? status).sort()).toEqual([...Array(4).fill(200), ...Array(4).fill("meetings.alreadyVoted")]);
  expect((await poll.post("closing")).body.result.heads).toMatchObject({ yes: "4", attending: "4" });
});

test("a ballot cast while the vote is closed is in the count or refused, never lost", async () => {
  const { poll, ids } = await secret("甲", "乙", "丙", "丁", "戊");

  const answers = await Promise.all([
    ...ids.slice(0, 2).map((id) => poll.post("own-ballot", { unitId: id, choice: "yes" }, "hezhiyuan")),
    poll.post("closing"),
    ...ids.slice(2).map((id) => poll.post("own-ballot", { unitId: id, choice: "yes" }, "hezhiyuan")),
  ]);

  const taken = answers.filter(({ body }) => body.isWaiting === false).length;
  expect((await poll.show()).result.heads.yes).toBe(String(taken));
  expect(answers.filter(({ body }) => body.code === "meetings.pollNotOpen").length).toBe(5 - taken);
});

test("nobody ends a vote before its announced day while somebody may still vote, unless with a reason that is kept and shown", async () => {
  const [waiting, whole] = [await aPoll(), await aPoll()];
  for (const poll of [waiting, whole]) await poll.post("opening");
  const [first] = await waiting.roll();
  await waiting.post("ballots", ballot(first!.id, "yes"));
  for (const { id } of await whole.roll()) await whole.post("ballots", ballot(id, "yes"));

  const [early, everybody] = [await waiting.post("closing", {}), await whole.post("closing", {})];
  const reasoned = await waiting.post("closing", { reason: "街道催办" });

  expect([early.body.code, early.body.field, early.body.params]).toEqual(["meetings.pollEndsLater", "body.reason", { day: "2026-09-20" }]);
  expect([everybody.status, everybody.body.earlyReason]).toEqual([200, null]);
  expect([reasoned.status, reasoned.body.earlyReason]).toEqual([200, "街道催办"]);
});

test("why papers are spoilt and which ballot of two was set aside is told once the vote is closed, and stands on its tally sheet", async () => {
  const poll = await aPoll();
  const pollId: string = (await poll.show()).id;
  await poll.post("opening");
  const [first, second, third] = await poll.roll();
  await poll.post("delegations", { unitId: third!.id, personId: council.people["何志远"]!, proof: "书面委托书，9月1日" });
  await poll.post("ballots", ballot(first!.id, "invalid", { invalidReason: "两项都勾了" }));
  await poll.post("ballots", ballot(second!.id, "yes"));
  await poll.post("ballots", ballot(second!.id, "invalid", { invalidReason: "没有勾", way: "online" }));
  await poll.post("settlements", { ballotId: (await poll.show()).waiting[0].id, keeps: "earlier", reason: "以纸票为准" });
  const sheetOf = async (): Promise<string> => (await council.app.call("GET /polls/:pollId/tally-sheet", { params: { pollId } })).text!;
  const [open, blank] = [await poll.show(), await sheetOf()];
  await poll.post("closing");
  const [closed, filled, roll] = [await poll.show(), await sheetOf(), await council.app.call("GET /polls/:pollId/roll", { params: { pollId } })];

  expect([open.spoilt, blank.includes("两项都勾了")]).toEqual([[], false]);
  expect([closed.spoilt, closed.settled]).toEqual([[{ reason: "两项都勾了", papers: 1 }], [{ unit: "乙", way: "online", reason: "以纸票为准" }]]);
  const said = ["两项都勾了", "乙：网上投的那张作废。以纸票为准", "丙 托 何志远 投，凭：书面委托书，9月1日"];
  expect(said.map((words) => filled.includes(words))).toEqual([true, true, true]);
  expect(roll.body.units[2].proof).toBe("书面委托书，9月1日");
});

test("a unit ticked by mistake goes back to not having taken a paper, until the box is counted", async () => {
  const { poll, ids } = await secret("甲", "乙", "丙");
  const pollId: string = (await poll.show()).id;
  const takeBack = async (unitId: string) => {
    const { status, body } = await council.app.call("DELETE /polls/:pollId/papers/:unitId", { params: { pollId, unitId } });
    return body.code ?? status;
  };
  await poll.post("papers", { unitIds: ids.slice(0, 2) });

  const undone = [await takeBack(ids[1]!), await takeBack(ids[2]!), await takeBack("none")];
  const after = (await poll.roll()).map(({ votedBy }) => votedBy);
  await poll.put("paper-box", { yes: 1, no: 0, abstain: 0, invalid: [] });

  expect(undone).toEqual([200, "meetings.paperNotHanded", "meetings.unitUnknown"]);
  expect(after).toEqual(["paper", null, null]);
  expect([await takeBack(ids[0]!), (await poll.show()).isBoxCounted]).toEqual(["meetings.boxCounted", true]);
});
