import { errors } from "../errors.js";
import { inviteesOf, itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { SeatKind } from "../meetings.js";
import type { MeetingsContext } from "../plugin.js";
import { checkGoing } from "../keep-body/end-body.js";
import { findTemplate } from "../set-up-body/body-templates.js";
import type { BodyRow } from "../set-up-body/body.repository.js";
import { mostItems, type MeetingType } from "../words.js";
import { inviteSeats, unasked } from "./invite-seats.js";
import { planAgenda, type NewItem, type PlannedItem } from "./plan-agenda.js";

export interface NewMeeting {
  readonly title?: string | undefined;
  readonly type?: MeetingType | undefined;
  readonly minutes?: number | undefined;
  readonly items: readonly NewItem[];
  /** The cut-offs of a monthly list. */
  readonly list?: { readonly since: string | null; readonly cutOff: string } | undefined;
}

async function addItems({ db, newId }: MeetingsContext, meetingId: string, items: readonly PlannedItem[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(() => newId());
  const rows = items.map(({ parent, ...item }, position) => ({
    ...{ id: ids[position]!, meetingId, position, parentId: parent === null ? null : ids[parent]! },
    ...{ ...item, state: "scheduled", deferReason: null },
  }));
  await db.insertInto("meetings_agenda_item").values(rows).execute();
}

function checkLength(items: readonly NewItem[]): void {
  if (items.length > mostItems) throw errors.agendaTooLong({ count: items.length, most: mostItems }, "body.items");
}

const noTime = {
  startsAt: null,
  endsAt: null,
  venueId: null,
  venueName: null,
  postBy: null,
  noticedAt: null,
  movedAt: null,
  closedAt: null,
  confirmedOn: null,
  confirmedAt: null,
} as const;
const notPosted = { postedOn: null, postedWhere: null, lateReason: null, cancelReason: null, year: null, serial: null } as const;

/** A draft with its agenda and everyone who holds a seat today. It tells nobody anything. Throws bodyEnded, agendaTooLong and what planAgenda throws. */
export async function draftMeeting(ctx: MeetingsContext, body: BodyRow, input: NewMeeting): Promise<string> {
  checkGoing(body);
  if (!input.list) checkLength(input.items);
  const { db, newId, clock, actor, audit } = ctx;
  const items = await planAgenda(ctx, body.placePath, input.items);
  const id = newId();
  const type = input.type ?? findTemplate(body.kind)?.meetingType ?? "deliberation";
  const named = { placePath: body.placePath, bodyId: body.id, type, title: input.title?.trim() || body.name, minutes: input.minutes ?? body.usualMinutes };
  const people = { chairId: actor.personId, recorderId: null, createdBy: actor.personId, createdAt: clock.now() };
  const list = { listSince: input.list?.since ?? null, listCutOff: input.list?.cutOff ?? null };
  await db
    .insertInto("meetings_meeting")
    .values({ id, ...named, ...list, state: "draft", ...noTime, ...notPosted, ...people, calendarUid: `${id}@lianxin`, calendarSequence: 0 })
    .execute();
  await addItems(ctx, id, items);
  await inviteSeats(ctx, id, body.id, clock.today());
  audit("draft", id, { bodyId: body.id });
  return id;
}

/** Lines of a list count in its sums: none leaves it by the way. Throws listFixed, naming them. */
async function checkList({ db }: MeetingsContext, { id, listCutOff }: MeetingRow, items: readonly NewItem[]): Promise<void> {
  if (listCutOff === null) return;
  const kept = new Set(items.flatMap(({ partId, matterId }) => [partId ?? [], matterId ?? []].flat()));
  const dropped = (await itemsOf(db, id)).filter(
    ({ partId, matterId }) => (partId ?? matterId) !== null && !kept.has(partId ?? "") && !kept.has(matterId ?? ""),
  );
  if (dropped.length > 0) throw errors.listFixed({ titles: dropped.map(({ title }) => title).join("、") }, "body.items");
}

/** Puts another agenda in the place of a draft's; throws stateWrong, listFixed, agendaTooLong and what planAgenda throws. */
export async function changeAgenda(ctx: MeetingsContext, meeting: MeetingRow, items: readonly NewItem[]): Promise<void> {
  checkDraft(ctx, meeting);
  if (meeting.listCutOff === null) checkLength(items);
  await checkList(ctx, meeting, items);
  const planned = await planAgenda(ctx, meeting.placePath, items);
  await ctx.db.deleteFrom("meetings_agenda_item").where("meetingId", "=", meeting.id).execute();
  await addItems(ctx, meeting.id, planned);
}

/** Throws stateWrong when a meeting is announced already. */
export function checkDraft({ text }: Pick<MeetingsContext, "text">, meeting: MeetingRow): void {
  if (meeting.state !== "draft") throw errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text("meetings.move.change") });
}

/** Asks someone without a seat to come, without a vote; throws personUnknown, alreadyInvited, stateWrong. */
export async function addGuest(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  guest: { readonly personId: string; readonly kind: Exclude<SeatKind, "voting">; readonly partyName: string },
): Promise<string> {
  checkDraft(ctx, meeting);
  const { db, newId, use } = ctx;
  const person = await use.directory.findPerson(guest.personId);
  if (!person) throw errors.personUnknown({ party: guest.partyName }, "body.personId");
  const invitees = await inviteesOf(db, meeting.id);
  if (invitees.some(({ personId }) => personId === person.id)) throw errors.alreadyInvited({ name: person.fullName }, "body.personId");
  const id = newId();
  const position = Math.max(-1, ...invitees.map((invitee) => invitee.position)) + 1;
  await db
    .insertInto("meetings_invitee")
    .values({ id, meetingId: meeting.id, personId: person.id, partyId: null, partyName: guest.partyName.trim(), kind: guest.kind, position, ...unasked })
    .execute();
  return id;
}

/** Takes a guest off a draft; who votes stays, or the quorum would be counted of fewer. Throws votingSeatFixed, inviteeUnknown, stateWrong. */
export async function removeGuest(ctx: MeetingsContext, meeting: MeetingRow, inviteeId: string): Promise<void> {
  checkDraft(ctx, meeting);
  const invitee = (await inviteesOf(ctx.db, meeting.id)).find(({ id }) => id === inviteeId);
  if (!invitee) throw errors.inviteeUnknown({}, "params.inviteeId");
  if (invitee.kind === "voting") throw errors.votingSeatFixed({}, "params.inviteeId");
  await ctx.db.deleteFrom("meetings_invitee").where("id", "=", inviteeId).execute();
}
