import { errors } from "../errors.js";
import { itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { mergeWords, type MergedWords } from "../write-minutes/merge-words.js";

export interface NewText {
  readonly itemId?: string | undefined;
  readonly kind: string;
  readonly words: string;
  /** The text it was written over. When others wrote over that one meanwhile, theirs and this are put together. */
  readonly replacesId?: string | undefined;
}
/** A text as it stands now. */
export interface KeptText extends Pick<MergedWords, "words" | "isMerged" | "clashes"> {
  readonly id: string;
}

const textsOf = (db: MeetingsDb, meetingId: string) => db.selectFrom("meetings_text").selectAll().where("meetingId", "=", meetingId).orderBy("id").execute();
export type TextRow = Awaited<ReturnType<typeof textsOf>>[number];

/** The texts nobody has replaced and that were not emptied, oldest first. */
export async function currentTexts(db: MeetingsDb, meetingId: string): Promise<TextRow[]> {
  const texts = await textsOf(db, meetingId);
  const replaced = new Set(texts.map(({ replacesId }) => replacesId));
  return texts.filter(({ id, words }) => !replaced.has(id) && words !== "");
}

/** The states in which the minutes can be written. */
export const writableStates: ReadonlySet<string> = new Set(["in_session", "minutes_draft"]);

async function merge(ctx: MeetingsContext, meeting: MeetingRow, { itemId, kind, words, replacesId }: NewText) {
  if (!replacesId) return { onId: null, words: words.trim(), isMerged: false, clashes: 0 };
  await takeMeetingTurn(ctx.db, meeting.id);
  const own = (await textsOf(ctx.db, meeting.id)).filter((text) => text.kind === kind && text.itemId === (itemId ?? null));
  const merged = mergeWords(own, replacesId, words.trim());
  if (!merged) throw errors.textUnknown({}, "body.replacesId");
  return merged;
}

/**
 * Writes a text for the minutes as a new layer; what it replaces stays underneath, and an empty one takes it out of the papers. Throws stateWrong, itemUnknown,
 * textUnknown, textNeeded.
 */
export async function addText(ctx: MeetingsContext, meeting: MeetingRow, input: NewText): Promise<KeptText> {
  const { db, newId, clock, actor, text } = ctx;
  const { itemId, kind } = input;
  if (!writableStates.has(meeting.state)) throw errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text("meetings.move.write") });
  if (input.words.trim() === "" && !input.replacesId) throw errors.textNeeded({}, "body.words");
  if (itemId && !(await itemsOf(db, meeting.id)).some(({ id }) => id === itemId)) throw errors.itemUnknown({}, "body.itemId");
  const { onId, words, isMerged, clashes } = await merge(ctx, meeting, input);
  const id = newId();
  const written = { itemId: itemId ?? null, kind, words, replacesId: onId, byId: actor.personId, at: clock.now() };
  await db
    .insertInto("meetings_text")
    .values({ id, meetingId: meeting.id, ...written })
    .execute();
  return { id, words, isMerged, clashes };
}
