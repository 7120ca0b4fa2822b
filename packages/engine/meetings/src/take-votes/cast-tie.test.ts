import { startPlugin, type Running } from "@lianxin/testing";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shippedPacks } from "../keep-rules/shipped-packs.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { judgeMotion } from "./judge-motion.js";

const council = shippedPacks.find(({ id }) => id === "local.deliberation_council")!;
const packOf = (base: RulePack["pass"]["base"]): RulePack => ({ ...council, castingVote: true, pass: { ...council.pass, base } });

/** By hand: with the casting vote for it, of such a tie and such a base, is it adopted? Around the majority by one, for every base. */
const table: readonly (readonly [RulePack["pass"]["base"], number, number, number, boolean, string])[] = [
  ["attending", 8, 0, 16, true, "8+1=9，9×2 > 16"],
  ["attending", 8, 1, 17, true, "8+1=9，9×2 > 17"],
  ["attending", 7, 2, 16, false, "7+1=8，8×2 ≤ 16"],
  ["attending", 7, 1, 15, true, "7+1=8，8×2 > 15"],
  ["members", 10, 0, 21, true, "10+1=11，11×2 > 21"],
  ["members", 9, 0, 21, false, "9+1=10，10×2 ≤ 21"],
  ["voting", 3, 10, 16, true, "3+1=4，4×2 > 7"],
  ["voting", 0, 16, 16, true, "0+1=1，1×2 > 1"],
];

describe("the arithmetic of a casting vote", () => {
  test.each(table)("base %s: %i to %i, %i abstaining or away", (base, votes, abstain, attending, isAdopted, arithmetic) => {
    const verdict = judgeMotion(packOf(base), { yes: votes, no: votes, abstain }, { members: 21, attending }, "yes");

    expect([verdict.isAdopted, verdict.arithmetic]).toEqual([isAdopted, arithmetic]);
  });

  test("against it, or none, a tie is never adopted, and one for it never takes away what was adopted", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(20), fc.constantFrom("members" as const, "attending" as const, "voting" as const), (votes, abstain, base) => {
        const judge = (casting?: "yes" | "no") =>
          judgeMotion(packOf(base), { yes: votes, no: votes, abstain }, { members: 2 * votes + abstain, attending: 2 * votes + abstain }, casting);

        expect([judge().isAdopted, judge("no").isAdopted]).toEqual([false, false]);
        expect(judge("no").arithmetic).not.toContain("+1");
      }),
      { seed: 9 },
    );
  });

  test("no shipped pack knows it: what was read says that a tie is not adopted", () => {
    expect(shippedPacks.filter(({ castingVote }) => castingVote)).toEqual([]);
  });
});

describe("in the room", () => {
  let council: Council<Running>;
  beforeEach(async () => void (council = await aCouncil(await startPlugin(server, { with: councilPlugins }))));
  afterEach(() => council.app.close());

  /** The council takes up its own copy of its rules, with or without a casting vote, from the day of the meeting on. */
  async function takeUp(castingVote: boolean): Promise<void> {
    const numbers = {
      ...{ notice: null, quorum: [{ of: "members", share: { op: "gte", part: 2, whole: 3 } }], speaking: null, publicationDays: 7, castingVote },
      pass: { base: "attending", share: { op: "gt", part: 1, whole: 2 }, measures: ["heads"] },
    };
    const copy = {
      placeId: council.community.placeId,
      copyOf: "local.deliberation_council",
      name: "我们的",
      fromOn: "2026-09-09",
      adoptedBy: "第 8 次会议",
      numbers,
    };
    const { id } = (await council.app.call("POST /packs", { body: copy })).body;
    await council.app.call("POST /bodies/:bodyId/rules", { params: { bodyId: council.bodyId }, body: { packId: id, fromOn: "2026-09-09" } });
  }
  async function open(there = 16): Promise<{ recorder: Recorder; motionId: string; meetingId: string }> {
    const drafted = { params: { bodyId: council.bodyId }, body: { items: [{ title: "活动室", minutes: 20 }] } };
    const meetingId: string = (await council.app.call("POST /bodies/:bodyId/meetings", drafted)).body.id;
    const slot = { startsAt: "2026-09-09T15:00", venueId: council.venueId };
    await council.app.call("PUT /meetings/:meetingId/slot", { params: { meetingId }, body: slot });
    await council.app.call("POST /meetings/:meetingId/publication", { params: { meetingId }, body: {} });
    council.app.ports.setTime("2026-09-09T15:00");
    const recorder = recorderOf(council.app, meetingId);
    await recorder.comeIn(there);
    await recorder.send({ kind: "open" });
    const itemId = (await recorder.room()).body.items[0].id;
    const { body } = await recorder.send({ kind: "move", itemId, text: "周末也开放活动室" });
    return { recorder, motionId: body.room.motions[0].id, meetingId };
  }
  const tie = (motionId: string, casting?: string, votes: object = { yes: 8, no: 8, abstain: 0 }) => ({
    ...{ kind: "vote", motionId, attending: 16, ...votes },
    ...(casting && { casting }),
  });

  test("a tie that the chair breaks is adopted, and the result prints the vote in its arithmetic", async () => {
    await takeUp(true);
    const { recorder, motionId } = await open();

    const { body } = await recorder.send(tie(motionId, "yes"));

    const [motion] = body.room.motions;
    expect([body.room.mayCast, motion.state, motion.tally.arithmetic]).toEqual([true, "adopted", "8+1=9，9×2 > 16"]);
    expect(motion.tally.result).toBe("8 比 8，0 票弃权，主持人的决定票投赞成。8+1=9，9×2 > 16，通过。");
    expect(body.room.decisions[0].arithmetic).toBe("8+1=9，9×2 > 16");
  });

  test("a tie that the chair leaves, or casts against, is not adopted", async () => {
    await takeUp(true);
    const { recorder, motionId } = await open();

    const { body } = await recorder.send(tie(motionId, "no"));

    expect(body.room.motions[0].tally.result).toBe("8 比 8，0 票弃权，主持人的决定票投反对。8×2 ≤ 16，未通过。");
  });

  test("a casting vote is refused where the rules know none, where there is no tie, and from a chair who is not there", async () => {
    const plain = await open();
    const unknown = await plain.recorder.send(tie(plain.motionId, "yes"));
    await plain.recorder.send(tie(plain.motionId));
    await plain.recorder.send({ kind: "finishItem", itemId: (await plain.recorder.room()).body.items[0].id });
    await plain.recorder.send({ kind: "close" });
    council.app.ports.setTime("2026-09-03T09:00");
    await takeUp(true);
    const { recorder, motionId } = await open();
    const noTie = await recorder.send(tie(motionId, "yes", { yes: 9, no: 7, abstain: 0 }));
    const chair = (await recorder.room()).body.people.find(({ name }: { name: string }) => name === "王秀珍");
    await recorder.send({ kind: "leave", inviteeId: chair.id });
    const away = await recorder.send({ ...tie(motionId, "yes", { yes: 7, no: 7, abstain: 1 }), attending: 15 });

    expect([unknown, noTie, away].map(({ status, body }) => [status, body.code, body.field])).toEqual([
      [409, "meetings.noCastingHere", "command.casting"],
      [409, "meetings.noTie", "command.casting"],
      [409, "meetings.chairAway", "command.casting"],
    ]);
  });

  test("a community's copy of a law cannot add one", async () => {
    const numbers = {
      ...{ notice: null, quorum: [{ of: "members", share: { op: "gte", part: 2, whole: 3 } }], speaking: null, publicationDays: null, castingVote: true },
      pass: { base: "attending", share: { op: "gt", part: 1, whole: 2 }, measures: ["heads"] },
    };
    const copy = { placeId: council.community.placeId, copyOf: "cn.villager_group.2026", name: "我们的", fromOn: "2026-09-09", adoptedBy: "会议", numbers };

    const { status, body } = await council.app.call("POST /packs", { body: copy });

    expect([status, body.code, body.field]).toEqual([422, "meetings.belowLaw", "body.numbers.castingVote"]);
  });
});
