import type { MinutesItem, MinutesPaper } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { InviteeRow, ItemRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { readRoom, type Room } from "../run-meeting/meeting-room.js";
import { showParts } from "../run-meeting/show-room.js";
import { tellTally } from "../run-meeting/tell-tally.js";
import { tellForMinutes } from "../tell-time/tell-time.js";
import { tellIssue } from "../write-notice/tell-number.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { decisionsOf, type DecisionRow } from "../find-meeting/meeting.repository.js";
import { findBody } from "../set-up-body/body.repository.js";
import { currentTexts, type TextRow } from "./texts.js";

type Part = Awaited<ReturnType<typeof showParts>>[number];
interface Told {
  readonly room: Room;
  readonly parts: readonly Part[];
  readonly decisions: readonly DecisionRow[];
  readonly texts: readonly TextRow[];
}

const wordsOf = (texts: readonly TextRow[], kind: string, itemId: string | null): string[] =>
  texts.filter((text) => text.kind === kind && text.itemId === itemId).map(({ words }) => words);

/** The parts with a lead of an item's decisions, as lines of the minutes; a decision without parts is told by its own line elsewhere. */
function describeDecisions({ parts, decisions }: Told, itemId: string): MinutesItem["decisions"] {
  const own = new Set(decisions.filter((decision) => decision.itemId === itemId).map(({ id }) => id));
  return parts
    .filter(({ decisionId, owner }) => own.has(decisionId) && owner !== null)
    .map(({ title, owner }) => ({ text: title, lead: owner!.organization, owner: owner!.person, supporting: owner!.supporting, dueOn: owner!.dueOn }));
}

function describeItem(ctx: MeetingsContext, told: Told, item: ItemRow): MinutesItem {
  const motions = told.room.motions.filter(({ itemId, votedAt }) => itemId === item.id && votedAt !== null);
  const last = motions.find(({ state }) => state === "adopted") ?? motions.at(-1);
  const tally = last && tellTally(ctx, last, "zh-CN");
  const warned =
    last?.warnings.map(({ competentBody, citation }) =>
      ctx.text("meetings.minutes.warning", { body: ctx.text(`meetings.competent.${competentBody}`, {}, "zh-CN"), citation }, "zh-CN"),
    ) ?? [];
  const others = motions.filter((motion) => motion !== last).map((motion) => `${motion.text}：${tellTally(ctx, motion, "zh-CN")!.result}`);
  return {
    title: item.title,
    explanation: wordsOf(told.texts, "explanation", item.id).join("\n"),
    opinions: [...wordsOf(told.texts, "opinion", item.id), ...others, ...warned],
    ...(tally && {
      motion: {
        text: last!.text,
        expected: tally.members,
        present: tally.attending,
        yes: tally.yes,
        no: tally.no,
        abstain: tally.abstain,
        result: tally.result,
      },
    }),
    decisions: describeDecisions(told, item.id),
  };
}

function describeLeftovers({ text }: MeetingsContext, { room, parts, texts }: Told): string[] {
  const items = room.items
    .filter(({ state }) => state === "deferred")
    .map(({ title, deferReason }) => text("meetings.minutes.deferred", { title, reason: deferReason ?? "" }, "zh-CN"));
  const put = parts
    .filter(({ deferred }) => deferred !== null)
    .map(({ title, deferred }) => text("meetings.minutes.partDeferred", { title, reason: deferred!.reason, day: deferred!.reviewOn }, "zh-CN"));
  return [...items, ...put, ...wordsOf(texts, "leftover", null)];
}

async function readTold(ctx: MeetingsContext, meeting: MeetingRow): Promise<Told> {
  const { id, closedAt } = meeting;
  if (closedAt === null) throw errors.noMinutesYet();
  return {
    room: await readRoom(ctx, meeting),
    parts: await showParts(ctx, id),
    decisions: await decisionsOf(ctx.db, id),
    texts: await currentTexts(ctx.db, id),
  };
}

/** The minutes of a closed meeting from what happened, with the texts written on top; throws noMinutesYet. No contact data is read. */
export async function describeMinutes(ctx: MeetingsContext, meeting: MeetingRow): Promise<MinutesPaper> {
  const told = await readTold(ctx, meeting);
  const { invitees, live, items } = told.room;
  const names = await ctx.use.directory.namesOf([...invitees.map(({ personId }) => personId), meeting.chairId ?? "", meeting.recorderId ?? ""]);
  const nameOf = (id: string | null): string => names.get(id ?? "") ?? "";
  const came = (kinds: readonly string[]) =>
    invitees.filter(({ id, kind }) => kinds.includes(kind) && live.stays.has(id)).map(({ personId }) => nameOf(personId));
  const isExcused = ({ id, kind }: InviteeRow) => kind === "voting" && !live.stays.has(id);
  const community = (await ctx.use.directory.community())?.name ?? "";
  const body = (await findBody(ctx.db, meeting.bodyId))!;
  return {
    ...{
      title: `${community}${body.name}会议纪要`,
      number: tellIssue(meeting),
      time: tellForMinutes(meeting.startsAt!, meeting.endsAt!, ctx.clock.zone),
      place: meeting.venueName ?? "",
    },
    ...{ chair: nameOf(meeting.chairId), recorder: nameOf(meeting.recorderId), present: came(["voting"]), nonVoting: came(["non_voting", "observer"]) },
    excused: invitees.filter(isExcused).map(({ personId }) => nameOf(personId)),
    items: items.map((item) => describeItem(ctx, told, item)),
    leftovers: describeLeftovers(ctx, told),
    ...{ signatures: ["主持人", "记录人"], issuer: community || body.name, issuedOn: ctx.clock.today(), layout: "plain", stamp: ctx.clock.now() },
  };
}
