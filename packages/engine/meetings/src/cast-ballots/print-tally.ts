import { writeDay, writeTallySheet, type TallyMotion } from "@lianxin/documents";
import { arithmeticOf, leastReaching } from "../keep-rules/fraction.js";
import type { MeetingsContext } from "../plugin.js";
import { getPackOfPoll } from "./get-poll-pack.js";
import { unitsOf, type PollRow } from "./poll.repository.js";
import { tellSettled, tellSpoilt } from "./tell-spoilt.js";

/** What was counted of a closed poll, why papers are spoilt, and who voted for whom on what was shown; nothing before it is closed. */
export async function tellCounted(ctx: MeetingsContext, poll: PollRow): Promise<Pick<TallyMotion, "counted" | "spoilt" | "notes">> {
  if (poll.state !== "closed" || poll.result === null) return {};
  const units = await unitsOf(ctx.db, poll.id);
  const names = await ctx.use.directory.namesOf(units.flatMap(({ delegateId }) => delegateId ?? []));
  const { yes, no, abstain, invalid } = poll.result.heads;
  const handed = units.filter(({ votedBy }) => votedBy !== null).length;
  const delegated = units
    .filter(({ delegateId, delegateProof }) => delegateId !== null && delegateProof !== null)
    .map(({ label, delegateId, delegateProof }) =>
      ctx.text("meetings.tally.delegated", { unit: label, name: names.get(delegateId!) ?? "", proof: delegateProof! }, "zh-CN"),
    );
  const settled = (await tellSettled(ctx, poll)).map(({ unit, way, reason }) =>
    ctx.text("meetings.poll.settledOne", { unit, way: ctx.text(`meetings.poll.way.${way as "paper"}`, {}, "zh-CN"), reason }, "zh-CN"),
  );
  return {
    counted: { handed, returned: yes + no + abstain + invalid, yes, no, abstain, invalid },
    spoilt: await tellSpoilt(ctx, poll),
    notes: [...settled, ...delegated],
  };
}

/** The sheet to count a poll on, with its rule in numbers; with what was counted once it is closed. */
export async function printPollTally(ctx: MeetingsContext, poll: PollRow): Promise<string> {
  const expected = (await unitsOf(ctx.db, poll.id)).length;
  const { pass } = await getPackOfPoll(ctx, poll);
  const least = leastReaching(pass.share, expected);
  const rule = ctx.text(`meetings.pass.${pass.base}`, { example: arithmeticOf(pass.share, least, expected), least, expected }, "zh-CN");
  const told = await tellCounted(ctx, poll);
  return writeTallySheet({
    ...{ meeting: (await ctx.use.directory.community())?.name ?? "", place: "", recordId: poll.id, expected },
    ...{ time: poll.closesOn ? writeDay(poll.closesOn) : "", counts: poll.motionId === null ? "户" : "人" },
    ...(told.counted && { present: told.counted.handed }),
    motions: [{ text: poll.text, rule, ...told }],
  });
}
