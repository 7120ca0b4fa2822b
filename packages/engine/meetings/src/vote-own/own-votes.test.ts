import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pollOf } from "../cast-ballots/test-poll.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

/** An open vote in which 何志远 (甲) and the grid leader 李建平 (乙) have a ballot, and 丙 has nobody known behind it. */
async function aVote({ packId = "cn.owners.ordinary", isSecret = false } = {}) {
  const { app, community, people } = council;
  const { body } = await app.call("POST /polls", { body: { placeId: community.placeId, text: "选聘物业公司", packId, isSecret, closesOn: "2026-09-20" } });
  const poll = pollOf(council, body.id);
  const roll = [{ label: "甲", personId: people["何志远"] }, { label: "乙", personId: people["李建平"] }, { label: "丙" }];
  await poll.put("roll", { units: roll.map((unit) => ({ ...unit, area: "100" })) });
  await poll.post("opening");
  const [first, second] = await poll.roll();
  return { poll, params: { pollId: body.id as string }, mine: first!.id, theirs: second!.id };
}
const ownOf = async (as: string) => (await council.app.call("GET /own-ballots", { as })).body.ballots;
const name = (params: { pollId: string }, unitId: string, label: string, as = "hezhiyuan") =>
  council.app.call("POST /polls/:pollId/own-delegations", { params, body: { unitId, label }, as });
const drop = (params: { pollId: string }, unitId: string) =>
  council.app.call("DELETE /polls/:pollId/own-delegations/:unitId", { params: { ...params, unitId }, as: "hezhiyuan" });

test("one sees what one may vote on, until when, and after a named vote what one said and that a second one waits", async () => {
  const { poll, mine } = await aVote();
  const before = await ownOf("hezhiyuan");

  await poll.post("own-ballot", { unitId: mine, choice: "yes" }, "hezhiyuan");
  const voted = await ownOf("hezhiyuan");
  await poll.post("own-ballot", { unitId: mine, choice: "no" }, "hezhiyuan");

  expect(before).toMatchObject([
    { label: "甲", text: "选聘物业公司", closesOn: "2026-09-20", hasVoted: false, choice: null, mayDelegate: true, isOver: false },
  ]);
  expect(voted).toMatchObject([{ hasVoted: true, votedBy: "online", choice: "yes", isWaiting: false, mayDelegate: false }]);
  expect(await ownOf("hezhiyuan")).toMatchObject([{ choice: "yes", isWaiting: true }]);
});

test("a roll with owners' names links whom one person alone is called so, and says whom it could not, and who stands there twice", async () => {
  const { app, community } = council;
  for (const place of [1, 2]) await aPerson(app, { fullName: "周兰", distinction: `${place} 栋` });
  const ask = { placeId: community.placeId, text: "选聘物业公司", packId: "cn.owners.ordinary", isSecret: false, closesOn: "2026-09-20" };
  const poll = pollOf(council, (await app.call("POST /polls", { body: ask })).body.id);

  const owners = [
    ["甲", " 何志远 "],
    ["乙", "周兰"],
    ["丙", "无此人"],
    ["丁", "何志远"],
    ["戊", undefined],
  ] as const;
  const { body } = await poll.put("roll", { units: owners.map(([label, owner]) => ({ label, area: "100", ...(owner && { owner }) })) });
  await poll.post("opening");

  expect(body).toMatchObject({
    units: 5,
    unlinked: [
      { label: "乙", owner: "周兰", isSeveral: true },
      { label: "丙", owner: "无此人", isSeveral: false },
    ],
    repeated: [{ owner: "何志远", units: "甲、丁" }],
  });
  expect((await ownOf("hezhiyuan")).map(({ label }: { label: string }) => label)).toEqual(["甲", "丁"]);
});

test("of a secret vote one sees that one took part, and nothing more", async () => {
  const { poll, mine } = await aVote({ packId: "local.deliberation_council", isSecret: true });

  await poll.post("own-ballot", { unitId: mine, choice: "no" }, "hezhiyuan");

  expect(await ownOf("hezhiyuan")).toMatchObject([{ isSecret: true, hasVoted: true, choice: null, isWaiting: false }]);
});

test("the box of a secret vote cannot be laid beside the audit: its rows for every choice are of one moment, before anybody's vote is noted", async () => {
  const { poll, mine, theirs } = await aVote({ packId: "local.deliberation_council", isSecret: true });

  await poll.post("own-ballot", { unitId: mine, choice: "yes" }, "hezhiyuan");
  council.app.ports.setTime("2026-09-10T10:00");
  await poll.post("own-ballot", { unitId: theirs, choice: "no" }, "grid");
  const box = await council.app.write<{ id: string; choice: string; papers: number }[]>("meetings", ({ db }) =>
    db.selectFrom("meetings_poll_box").selectAll().execute(),
  );
  const momentOf = (id: string) => id.slice(0, 13);

  expect(box.map(({ choice, papers }) => [choice, papers]).sort()).toEqual([
    ["abstain", 0],
    ["no", 1],
    ["yes", 1],
  ]);
  expect(new Set(box.map(({ id }) => momentOf(id))).size).toBe(1);
});

test("whom one names on the roll votes in one's stead until it is taken back, and not after voting", async () => {
  const { poll, params, mine } = await aVote();
  const named = await name(params, mine, "乙");
  const [own, theirs] = [await ownOf("hezhiyuan"), await ownOf("grid")];
  const barred = await poll.post("own-ballot", { unitId: mine, choice: "yes" }, "hezhiyuan");

  await drop(params, mine);
  const back = await ownOf("hezhiyuan");
  await name(params, mine, "乙");
  await poll.post("own-ballot", { unitId: mine, choice: "no" }, "grid");
  const late = await drop(params, mine);

  expect([named.status, own[0].delegateName, own[0].mayDelegate, barred.body.code]).toEqual([200, "李建平", true, "meetings.notYourUnit"]);
  expect(theirs.map(({ label, forName }: { label: string; forName: string | null }) => [label, forName])).toEqual([
    ["甲", "何志远"],
    ["乙", null],
  ]);
  expect([back[0].delegateName, late.body.code]).toEqual([null, "meetings.alreadyVoted"]);
});

test("nobody names oneself, somebody not on the roll, one without a person, or for another's unit, nor where the rules forbid it", async () => {
  const { params, mine, theirs } = await aVote();
  const strict = await aVote({ packId: "cn.villager_reps.2026" });

  const codes = [
    await name(params, mine, "甲"),
    await name(params, mine, "丁"),
    await name(params, mine, "丙"),
    await name(params, theirs, "甲"),
    await name(strict.params, strict.mine, "乙"),
  ].map(({ body }) => body.code);
  council.app.ports.setTime("2026-09-21T09:00");
  const late = await name(params, mine, "乙");

  const unknown = "meetings.delegateUnknown";
  expect([...codes, late.body.code]).toEqual([unknown, unknown, unknown, "meetings.notYourUnit", "meetings.noDelegation", "meetings.pollOver"]);
  expect((await ownOf("hezhiyuan"))[0]).toMatchObject({ isOver: true, mayDelegate: false });
});
