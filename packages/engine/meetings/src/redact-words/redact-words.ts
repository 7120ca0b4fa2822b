import { rowsWithout, takeOutOfRows } from "@lianxin/plugin-kit";
import { pollContent } from "../cast-ballots/poll-content.js";
import { pollsAround, type PollRow } from "../cast-ballots/poll.repository.js";
import { errors } from "../errors.js";
import { itemsOf, meetingsAbout, type MeetingRow, type Subjects } from "../find-meeting/meeting.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext } from "../plugin.js";
import { commandContents } from "../run-meeting/command.repository.js";
import { readKept, readNotices, type Kept } from "./read-kept.js";
import { cleanNotice, keepNotice } from "./redact-notice.js";

/** How many records of a kind the words stand in. */
export interface Found {
  readonly kind: string;
  readonly records: number;
}
interface Taken {
  readonly found: readonly Found[];
  readonly noticeId: string | null;
}

/** Records of one kind are counted together; kinds without any are left out. */
export const sumFound = (found: readonly Found[]): Found[] =>
  [...new Set(found.map(({ kind }) => kind))]
    .map((kind) => ({ kind, records: found.reduce((all, one) => all + (one.kind === kind ? one.records : 0), 0) }))
    .filter(({ records }) => records > 0);

async function takeOutOfNotices(ctx: MeetingsContext, meetingId: string, words: string, isTrial: boolean): Promise<Taken> {
  const { notices, objections } = await readNotices(ctx.db, meetingId);
  const cleaned = notices.flatMap((notice) => cleanNotice(notice, words) ?? []);
  if (!isTrial) for (const notice of cleaned) await keepNotice(ctx, notice);
  const said = await takeOutOfRows(ctx.db, objections, words, { isTrial });
  const found = [
    { kind: "notices", records: cleaned.length },
    { kind: "objections", records: said.length },
  ];
  return { found, noticeId: cleaned.at(-1)?.id ?? null };
}

/** The votes whose proof a change touches: what is proved of one is its question, its units, ballots and boxes. */
function pollsChanged({ table, rows }: Kept, changed: readonly { readonly id: string }[]): string[] {
  if (table === "meetings_poll") {
    const before = new Map((rows as readonly PollRow[]).map(({ id, text }) => [id, text]));
    return (changed as readonly PollRow[]).flatMap(({ id, text }) => (before.get(id) === text ? [] : [id]));
  }
  return table.startsWith("meetings_poll_") ? (changed as readonly { readonly id: string; readonly pollId: string }[]).map(({ pollId }) => pollId) : [];
}

/** Each record has one proof; only of those that changed is another made. */
async function proveAnew(ctx: MeetingsContext, meetingId: string, commandIds: readonly string[], pollIds: ReadonlySet<string>): Promise<void> {
  if (commandIds.length > 0) for (const [id, content] of await commandContents(ctx.db, commandIds)) await ctx.reprove("keepCommand", id, content);
  const sealed = pollIds.size > 0 ? (await pollsAround(ctx.db, meetingId)).filter(({ id, isSealed }) => isSealed && pollIds.has(id)) : [];
  for (const poll of sealed) await ctx.reprove("sealPoll", poll.id, await pollContent(ctx.db, poll));
}

async function takeOutOfMeeting(ctx: MeetingsContext, meeting: MeetingRow, words: string, isTrial: boolean): Promise<Found[]> {
  const found: Found[] = [];
  const commandIds: string[] = [];
  const pollIds = new Set<string>();
  for (const kept of await readKept(ctx.db, meeting)) {
    const changed = await takeOutOfRows(ctx.db, kept, words, { isTrial });
    found.push({ kind: kept.kind, records: changed.length });
    if (kept.kind === "process") commandIds.push(...changed.map(({ id }) => id));
    for (const id of pollsChanged(kept, changed)) pollIds.add(id);
  }
  if (!isTrial) await proveAnew(ctx, meeting.id, commandIds, pollIds);
  return found;
}

/** What a meeting dealt with that other plugins keep: the matters on its agenda or raised at it, the work that came out of it or was on its list. */
async function readSubjects({ db, use }: MeetingsContext, { id }: MeetingRow): Promise<Subjects> {
  const items = await itemsOf(db, id);
  const raised = await use.matters.remarksOf(id);
  const parts = await use.commitments.partsOfMeeting(
    id,
    items.flatMap(({ partId }) => partId ?? []),
  );
  return {
    matterIds: [...new Set([...items.flatMap(({ matterId }) => matterId ?? []), ...raised.map((card) => card.id)])],
    partIds: parts.map((part) => part.id),
  };
}

/** Takes words out of what other plugins keep of these matters and this work. */
export async function takeOutOfSubjects({ use }: MeetingsContext, { matterIds, partIds }: Subjects, words: string, isTrial: boolean): Promise<Found[]> {
  return [
    { kind: "matters", records: await use.matters.takeOutWords(matterIds, words, { isTrial }) },
    { kind: "parts", records: await use.commitments.takeOutWords(partIds, words, { isTrial }) },
  ];
}

async function takeOut(ctx: MeetingsContext, meeting: MeetingRow, words: string, isTrial: boolean): Promise<Taken> {
  const ofMeeting = await takeOutOfMeeting(ctx, meeting, words, isTrial);
  const { found, noticeId } = await takeOutOfNotices(ctx, meeting.id, words, isTrial);
  return { found: sumFound([...ofMeeting, ...found, ...(await takeOutOfSubjects(ctx, await readSubjects(ctx, meeting), words, isTrial))]), noticeId };
}

/** Those of some meetings whose own records have the words. O(meetings × their words). */
export async function meetingsWith(ctx: MeetingsContext, meetings: readonly MeetingRow[], words: string): Promise<readonly MeetingRow[]> {
  const found: MeetingRow[] = [];
  for (const other of meetings) {
    const inNotices = await takeOutOfNotices(ctx, other.id, words.trim(), true);
    const own = (await readKept(ctx.db, other)).filter(({ table }) => !table.startsWith("meetings_chain"));
    const isThere = own.some((kept) => rowsWithout(kept.rows, kept, words.trim()).length > 0);
    if (isThere || inNotices.found.some(({ records }) => records > 0)) found.push(other);
  }
  return found;
}

/** Other meetings that dealt with the same matters or work and whose own records have the words: each is for those who keep it. */
export async function findOtherMeetings(ctx: MeetingsContext, meeting: MeetingRow, words: string): Promise<readonly MeetingRow[]> {
  const about = await meetingsAbout(ctx.db, await readSubjects(ctx, meeting));
  return meetingsWith(
    ctx,
    about.filter(({ id }) => id !== meeting.id),
    words,
  );
}

/** In how many records of a meeting the words stand, by kind; writes nothing. O(words the meeting keeps). */
export const findWords = async (ctx: MeetingsContext, meeting: MeetingRow, words: string): Promise<readonly Found[]> =>
  (await takeOut(ctx, meeting, words.trim(), true)).found;

/**
 * Takes words (a telephone number, a name that must not stand there) out of everything a meeting keeps, for good: its log, minutes, motions, notices and what
 * was said against them, its matters and work. The log's chain and the notices' proofs stay whole, and that it was done is kept with its reason, without the
 * words. Throws wordsNotFound, and reasonHasWords where the reason would keep them.
 */
export async function redactWords(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  { words, reason }: { readonly words: string; readonly reason: string },
): Promise<readonly Found[]> {
  const { db, newId, clock, actor, audit } = ctx;
  if (reason.includes(words.trim())) throw errors.reasonHasWords({}, "body.reason");
  const { found, noticeId } = await takeOut(ctx, await takeMeetingTurn(db, meeting.id), words.trim(), false);
  if (found.length === 0) throw errors.wordsNotFound({}, "body.words");
  const records = found.reduce((all, one) => all + one.records, 0);
  await db
    .insertInto("meetings_redaction")
    .values({ id: newId(), meetingId: meeting.id, at: clock.now(), byId: actor.personId, reason: reason.trim(), records, noticeId })
    .execute();
  audit("redactWords", meeting.id, { records });
  return found;
}

/** When words were taken out of a meeting's records, by whom and why; oldest first. */
export async function listRedactions({ db, use }: MeetingsContext, meetingId: string) {
  const rows = await db.selectFrom("meetings_redaction").selectAll().where("meetingId", "=", meetingId).orderBy("id").execute();
  const names = await use.directory.namesOf(rows.flatMap(({ byId }) => byId ?? []));
  return rows.map(({ id, at, byId, reason, records }) => ({ id, at, by: names.get(byId ?? "") ?? null, reason, records }));
}
