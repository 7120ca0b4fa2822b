import { writeDay, writeTallySheet, type TallyAreas, type TallyMotion } from "@lianxin/documents";
import { arithmeticOf, leastReaching, type Share } from "../keep-rules/fraction.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { tellArea } from "../keep-rules/tell-area.js";
import type { MeetingsContext } from "../plugin.js";
import { areaOf } from "./close-poll.js";
import { getPackOfPoll, needsArea } from "./get-poll-pack.js";
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

const shareOf = ({ text }: MeetingsContext, { op, fraction: [n, d] }: Share): string =>
  text(op === "gt" ? "meetings.tally.moreThan" : "meetings.tally.atLeast", { share: `${n}/${d}` }, "zh-CN");

/** The rules of a vote outside a meeting: how many units and square metres must take part, and which share of them must be for it. */
function tellRule(ctx: MeetingsContext, { quorum, pass }: RulePack, roll: { readonly units: number; readonly area: number }): string {
  const say = (key: "partHeads" | "partArea" | "forHeads" | "forArea", params: Readonly<Record<string, string>>) =>
    ctx.text(`meetings.tally.${key}`, params, "zh-CN");
  const parts = quorum.flatMap(({ of, share }) => {
    if (of === "area") return [say("partArea", { least: tellArea(leastReaching(share, roll.area)), all: tellArea(roll.area), share: shareOf(ctx, share) })];
    return of === "members" ? [say("partHeads", { least: String(leastReaching(share, roll.units)), all: String(roll.units), share: shareOf(ctx, share) })] : [];
  });
  const wanted = pass.measures.map((measure) => say(measure === "area" ? "forArea" : "forHeads", { share: shareOf(ctx, pass.share) }));
  const base = ctx.text(`meetings.tally.of.${pass.base}`, {}, "zh-CN");
  return [...parts, base + wanted.join("、")].join("；");
}

const ruleInMeeting = (ctx: MeetingsContext, { pass }: RulePack, expected: number): string => {
  const least = leastReaching(pass.share, expected);
  return ctx.text(`meetings.pass.${pass.base}`, { example: arithmeticOf(pass.share, least, expected), least, expected }, "zh-CN");
};

/** Areas beside heads, where the rules weigh them. */
function tellAreas({ result }: PollRow, area: number): TallyAreas {
  if (!result?.area) return { total: tellArea(area) };
  const { attending, yes, no, abstain, invalid } = result.area;
  const counted = { handed: tellArea(attending), yes: tellArea(yes), no: tellArea(no), abstain: tellArea(abstain), invalid: tellArea(invalid) };
  return { total: tellArea(area), counted };
}

/** The sheet to count a poll on, with its rule in numbers; with what was counted once it is closed. */
export async function printPollTally(ctx: MeetingsContext, poll: PollRow): Promise<string> {
  const units = await unitsOf(ctx.db, poll.id);
  const [pack, area] = [await getPackOfPoll(ctx, poll), areaOf(units)];
  const told = await tellCounted(ctx, poll);
  const rule = poll.motionId === null ? tellRule(ctx, pack, { units: units.length, area }) : ruleInMeeting(ctx, pack, units.length);
  return writeTallySheet({
    ...{ meeting: (await ctx.use.directory.community())?.name ?? "", place: "", recordId: poll.id, expected: units.length },
    ...{ time: poll.closesOn ? writeDay(poll.closesOn) : "", counts: poll.motionId === null ? "户" : "人" },
    ...(told.counted && { present: told.counted.handed }),
    motions: [{ text: poll.text, rule, ...told, ...(needsArea(pack) && { areas: tellAreas(poll, area) }) }],
  });
}
