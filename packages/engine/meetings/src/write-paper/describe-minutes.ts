import type { MinutesAgendaLine, MinutesItem, MinutesPaper } from "@lianxin/documents";
import { writeDay } from "@lianxin/documents";
import { tellAccount } from "../compile-list/show-list.js";
import { errors } from "../errors.js";
import type { InviteeRow, ItemRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { turnsOf, type Turn } from "../order-agenda/clock-agenda.js";
import { readRoom, type Room } from "../run-meeting/meeting-room.js";
import { tellTally } from "../run-meeting/tell-tally.js";
import { dayOf, tellForMinutes, tellTime } from "../tell-time/tell-time.js";
import { tellIssue } from "../write-notice/tell-number.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { decisionsOf, type DecisionRow } from "../find-meeting/meeting.repository.js";
import { findBody } from "../set-up-body/body.repository.js";
import { currentTexts, type TextRow } from "./texts.js";
import { tellNeeds } from "./tell-needs.js";
import { toldParts } from "./told-parts.js";

export type ToldPart = Awaited<ReturnType<typeof toldParts>>[number];
/** What is known of a meeting that was closed. */
export interface Told {
  readonly room: Room;
  readonly parts: readonly ToldPart[];
  readonly decisions: readonly DecisionRow[];
  readonly texts: readonly TextRow[];
  /** By motion that was adopted: what it still needed to have effect. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

export const wordsOf = (texts: readonly TextRow[], kind: string, itemId: string | null): string[] =>
  texts.filter((text) => text.kind === kind && text.itemId === itemId).map(({ words }) => words);

/** The work of an item: the parts of its decisions, and the line of the ledger it was put on the agenda for. */
export function partsOfItem({ room, parts, decisions }: Told, itemId: string): ToldPart[] {
  const own = new Set(decisions.filter((decision) => decision.itemId === itemId).map(({ id }) => id));
  const partId = room.items.find(({ id }) => id === itemId)?.partId;
  return parts.filter((part) => own.has(part.decisionId) || part.id === partId);
}

/** Was this work put off beyond the day of the meeting? */
export const isPutOff = ({ clock }: MeetingsContext, { room: { meeting } }: Told, { deferred }: Pick<ToldPart, "deferred">): boolean =>
  deferred !== null && deferred.reviewOn > dayOf(meeting.startsAt!, clock.zone);

/** Was an item put off by putting its work off? Then the line of the work says so. */
export const isToldByPart = (ctx: MeetingsContext, told: Told, { id, state }: ItemRow): boolean =>
  state === "deferred" && partsOfItem(told, id).some((part) => isPutOff(ctx, told, part));

/** The parts of an item with a lead that are not put off, as lines of the minutes; a decision without parts is told by its own line elsewhere. */
function describeDecisions(ctx: MeetingsContext, told: Told, itemId: string): MinutesItem["decisions"] {
  const { text } = ctx;
  return partsOfItem(told, itemId)
    .filter((part) => part.owner !== null && !isPutOff(ctx, told, part))
    .map(({ title, owner }) => {
      const { organization, person, supporting, dueOn, conditions } = owner!;
      const on = conditions === null ? "" : text("meetings.minutes.onCondition", { conditions }, "zh-CN");
      return { text: `${title}${on}`, lead: organization, owner: person, supporting, dueOn };
    });
}

/** What the parties said (各方意见), and what was said at an evening talk with its answer; nobody is named by their own name. */
function tellSaid({ text }: MeetingsContext, { room: { live } }: Told, itemId: string): string[] {
  const positions = live.positions
    .filter((position) => position.itemId === itemId)
    .map(({ partyName, stance, words }) =>
      text("meetings.minutes.position", { party: partyName, stance: text(`meetings.stance.${stance}`, {}, "zh-CN"), words }, "zh-CN"),
    );
  const remarks = live.remarks
    .filter((remark) => remark.itemId === itemId)
    .map(({ words, answer }) => (answer ? text("meetings.record.answered", { words, answer }, "zh-CN") : words));
  return [...positions, ...remarks];
}

function describeItem(ctx: MeetingsContext, told: Told, item: ItemRow & Turn): MinutesItem {
  const motions = told.room.motions.filter(({ itemId, votedAt }) => itemId === item.id && votedAt !== null);
  const last = motions.find(({ state }) => state === "adopted") ?? motions.at(-1);
  const tally = last && tellTally(ctx, last, "zh-CN");
  const others = motions
    .filter((motion) => motion !== last)
    .map((motion) => [`${motion.text}：${tellTally(ctx, motion, "zh-CN")!.result}`, ...(told.needs.get(motion.id) ?? [])].join(""));
  return {
    number: item.number,
    title: item.title,
    explanation: wordsOf(told.texts, "explanation", item.id).join("\n"),
    opinions: [...tellSaid(ctx, told, item.id), ...wordsOf(told.texts, "opinion", item.id), ...others],
    ...(tally && {
      motion: {
        text: last!.text,
        ...(last!.way !== null && { way: ctx.text(`meetings.way.${last!.way}`, {}, "zh-CN") }),
        expected: tally.members,
        present: tally.attending,
        yes: tally.yes,
        no: tally.no,
        abstain: tally.abstain,
        invalid: tally.invalid,
        result: tally.result,
        needs: told.needs.get(last!.id) ?? [],
      },
    }),
    decisions: describeDecisions(ctx, told, item.id),
  };
}

/** The agenda as papers print it: "1.1", from when to when it was planned. */
export function describeAgenda({ clock }: MeetingsContext, { items, meeting }: Pick<Room, "items" | "meeting">): MinutesAgendaLine[] {
  return turnsOf(meeting.startsAt, items).map(({ number, depth, title, minutes, startsAt, endsAt }) => ({
    ...{ number, depth, title, minutes },
    time: startsAt && endsAt ? `${tellTime(startsAt, clock.zone)}—${tellTime(endsAt, clock.zone)}` : "",
  }));
}

function describeLeftovers(ctx: MeetingsContext, told: Told): string[] {
  const { text } = ctx;
  const { room, parts, texts } = told;
  const items = room.items
    .filter((item) => item.state === "deferred" && !isToldByPart(ctx, told, item))
    .map(({ title, deferReason }) => text("meetings.minutes.deferred", { title, reason: deferReason ?? "" }, "zh-CN"));
  const put = parts
    .filter((part) => part.deferred !== null && (part.owner === null || isPutOff(ctx, told, part)))
    .map(({ title, deferred }) => text("meetings.minutes.partDeferred", { title, reason: deferred!.reason, day: writeDay(deferred!.reviewOn) }, "zh-CN"));
  const open = parts
    .filter(({ owner, deferred }) => owner === null && deferred === null)
    .map(({ title, search }) =>
      search
        ? text("meetings.record.sought", { title, day: writeDay(search.until), fallback: text(`meetings.fallback.${search.fallback}`, {}, "zh-CN") }, "zh-CN")
        : text("meetings.record.gap", { title }, "zh-CN"),
    );
  return [...items, ...put, ...open, ...wordsOf(texts, "leftover", null)];
}

/** Everything papers of a meeting are made of, without the work of decisions that were revoked; throws noMinutesYet before it is closed. */
export async function readTold(ctx: MeetingsContext, meeting: MeetingRow): Promise<Told> {
  const { id, closedAt } = meeting;
  if (closedAt === null) throw errors.noMinutesYet();
  const room = await readRoom(ctx, meeting);
  const decisions = await decisionsOf(ctx.db, id);
  const needs = await tellNeeds(ctx, room, decisions, meeting.confirmedOn ?? ctx.clock.today());
  const revoked = new Set(decisions.filter(({ effect }) => effect === "revoked").map((decision) => decision.id));
  const parts = (await toldParts(ctx, id, room.items)).filter(({ decisionId }) => !revoked.has(decisionId));
  return { room, parts, decisions, texts: await currentTexts(ctx.db, id), needs };
}

/** Names of everybody a paper of the meeting can name, substitutes included; one query. */
export async function nameReader({ use }: MeetingsContext, { room: { invitees, meeting } }: Told): Promise<(personId: string | null) => string> {
  const people = invitees.flatMap(({ personId, substituteId }) => [personId, ...(substituteId ? [substituteId] : [])]);
  const names = await use.directory.namesOf([...people, meeting.chairId ?? "", meeting.recorderId ?? ""]);
  return (id) => names.get(id ?? "") ?? "";
}

/** "周工（代 刘工）" where somebody sat in for the member. */
export const tellWhoCame = (
  { text }: MeetingsContext,
  { personId, substituteId }: Pick<InviteeRow, "personId" | "substituteId">,
  nameOf: (personId: string | null) => string,
): string => (substituteId ? text("meetings.record.substitute", { name: nameOf(substituteId), member: nameOf(personId) }, "zh-CN") : nameOf(personId));

/** The minutes of a closed meeting from what happened, with the texts written on top; throws noMinutesYet. No contact data is read. */
export const describeMinutes = async (ctx: MeetingsContext, meeting: MeetingRow, layout: MinutesPaper["layout"] = "plain"): Promise<MinutesPaper> =>
  describeTold(ctx, await readTold(ctx, meeting), layout);

export async function describeTold(ctx: MeetingsContext, told: Told, layout: MinutesPaper["layout"] = "plain"): Promise<MinutesPaper> {
  const { invitees, live, items, meeting } = told.room;
  const nameOf = await nameReader(ctx, told);
  const came = (kinds: readonly string[]) =>
    invitees.filter(({ id, kind }) => kinds.includes(kind) && live.stays.has(id)).map((invitee) => tellWhoCame(ctx, invitee, nameOf));
  const missing = invitees.filter(({ id, kind }) => kind === "voting" && !live.stays.has(id));
  const missed = (isSaid: boolean) => missing.filter(({ rsvp }) => (rsvp === "not_coming") === isSaid).map(({ personId }) => nameOf(personId));
  const community = (await ctx.use.directory.community())?.name ?? "";
  const body = (await findBody(ctx.db, meeting.bodyId))!;
  const account = await tellAccount(ctx, meeting);
  return {
    ...{
      title: `${community}${body.name}会议纪要`,
      number: tellIssue(meeting),
      time: tellForMinutes(live.openedAt ?? meeting.startsAt!, meeting.closedAt ?? meeting.endsAt!, ctx.clock.zone),
      place: meeting.venueName ?? "",
    },
    ...{ chair: nameOf(meeting.chairId), recorder: nameOf(meeting.recorderId), present: came(["voting"]), nonVoting: came(["non_voting", "observer"]) },
    ...{ excused: missed(true), absent: missed(false) },
    agenda: describeAgenda(ctx, told.room),
    items: turnsOf(meeting.startsAt, items).map((item) => describeItem(ctx, told, item)),
    ...(account && { account }),
    leftovers: describeLeftovers(ctx, told),
    ...{ signatures: ["主持人", "记录人"], issuer: community || body.name, issuedOn: meeting.confirmedOn ?? ctx.clock.today(), layout, stamp: ctx.clock.now() },
  };
}
