import type { MeetingsContext } from "../plugin.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { tellArea, tellMeasured } from "../keep-rules/tell-area.js";
import { judgeVote } from "../take-votes/judge-motion.js";
import type { CountedMeasure, PollResult } from "./judge-poll.js";
import { ballotsOf, unitsOf, type PollRow } from "./poll.repository.js";
import { isBoxCounted } from "./cast-ballot.js";
import { tellSettled, tellSpoilt } from "./tell-spoilt.js";
import { getPackOfPoll, needsArea } from "./get-poll-pack.js";

const tellMeasure = (count: CountedMeasure, say: (value: number) => string) => ({
  ...{ yes: say(count.yes), no: say(count.no), abstain: say(count.abstain), invalid: say(count.invalid) },
  ...{ members: say(count.members), attending: say(count.attending) },
  /** In a meeting those there who handed in nothing: they count among who takes part. */
  unanswered: say(Math.max(0, count.attending - count.yes - count.no - count.abstain - count.invalid)),
});

const tellResult = (result: PollResult, pack: RulePack) => ({
  ...{ isQuorate: result.isQuorate, isAdopted: result.isAdopted, isTied: result.isTied, quorum: [...result.quorum], arithmetic: result.arithmetic },
  heads: tellMeasure(result.heads, String),
  area: result.area && tellMeasure(result.area, tellArea),
  needs: judgeVote(pack, { heads: result.heads, ...(result.area && { area: result.area }) }).measures.map(({ measure, yes, need }) => ({
    ...{ measure, yes: tellMeasured(measure)(yes), need: tellMeasured(measure)(need) },
  })),
});

/** A poll as its page shows it: who took part while it is open, what they said only when it is closed. */
export async function showPoll(ctx: MeetingsContext, poll: PollRow) {
  const [units, ballots] = [await unitsOf(ctx.db, poll.id), await ballotsOf(ctx.db, poll.id)];
  const pack = await getPackOfPoll(ctx, poll);
  const voted = units.filter(({ votedBy }) => votedBy !== null);
  const areaOf = (of: typeof units) => of.reduce((sum, { area }) => sum + (area ?? 0), 0);
  const labels = new Map(units.map(({ id, label }) => [id, label]));
  const { noticedOn, lateNotice, firstClosesOn, laterReason } = poll;
  const { id, text, state, isSecret, closesOn, meetingId, motionId, decisionId, withdrawReason, earlyReason, openedAt, closedAt } = poll;
  return {
    ...{ id, text, state, isSecret, closesOn, meetingId, motionId, decisionId, withdrawReason, earlyReason, openedAt, closedAt },
    ...{ noticedOn, lateNotice, firstClosesOn, laterReason },
    rules: {
      ...{ id: pack.id, nameZh: pack.name.zh, nameEn: pack.name.en, citation: [pack.citation.law, ...pack.citation.articles].join("") },
      ...{ isVerified: pack.verified === true, isLocal: pack.verified === "local", mayDelegate: pack.delegation.isAllowed },
      needsArea: needsArea(pack),
      noticeDays: poll.motionId === null ? (pack.notice?.days ?? 0) : 0,
    },
    ...{ units: units.length, area: tellArea(areaOf(units)), votedUnits: voted.length, votedArea: tellArea(areaOf(voted)) },
    waiting: ballots
      .filter(({ state: stage }) => stage === "waiting")
      .map((ballot) => ({ id: ballot.id, unit: labels.get(ballot.unitId)!, way: ballot.way, at: ballot.at })),
    isBoxCounted: poll.isSecret && (await isBoxCounted(ctx, poll)),
    spoilt: poll.state === "closed" ? await tellSpoilt(ctx, poll) : [],
    settled: await tellSettled(ctx, poll),
    result: poll.result && tellResult(poll.result, pack),
  };
}

/** The roll: which unit took part by what way, never what it said. */
export async function showRoll(ctx: MeetingsContext, poll: PollRow) {
  const units = await unitsOf(ctx.db, poll.id);
  const names = await ctx.use.directory.namesOf(units.flatMap(({ personId, delegateId }) => [personId, delegateId]).flatMap((id) => id ?? []));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return units.map(({ id, label, area, personId, delegateId, delegateProof, votedBy, votedOn }) => ({
    ...{
      id,
      label,
      area: area === null ? null : tellArea(area),
      person: nameOf(personId),
      delegate: nameOf(delegateId),
      proof: delegateProof,
      votedBy,
      votedOn,
    },
  }));
}
