import { errors } from "../errors.js";
import { itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";

export interface NewText {
  readonly itemId?: string | undefined;
  readonly kind: string;
  readonly words: string;
  /** The text it takes the place of. When somebody replaced that one too, both stay. */
  readonly replacesId?: string | undefined;
}

const textsOf = (db: MeetingsDb, meetingId: string) => db.selectFrom("meetings_text").selectAll().where("meetingId", "=", meetingId).orderBy("id").execute();
export type TextRow = Awaited<ReturnType<typeof textsOf>>[number];

/** The texts nobody has replaced, oldest first: when two people replaced the same one, both of theirs. */
export async function currentTexts(db: MeetingsDb, meetingId: string): Promise<TextRow[]> {
  const texts = await textsOf(db, meetingId);
  const replaced = new Set(texts.map(({ replacesId }) => replacesId));
  return texts.filter(({ id }) => !replaced.has(id));
}

/** The states in which the minutes can be written. */
export const writableStates: ReadonlySet<string> = new Set(["in_session", "minutes_draft"]);

/** Writes a text for the minutes as a new layer; throws stateWrong, itemUnknown, textUnknown. */
export async function addText(
  { db, newId, clock, actor, text }: MeetingsContext,
  meeting: MeetingRow,
  { itemId, kind, words, replacesId }: NewText,
): Promise<string> {
  if (!writableStates.has(meeting.state)) throw errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text("meetings.move.write") });
  if (itemId && !(await itemsOf(db, meeting.id)).some(({ id }) => id === itemId)) throw errors.itemUnknown({}, "body.itemId");
  if (replacesId && !(await textsOf(db, meeting.id)).some(({ id }) => id === replacesId)) throw errors.textUnknown({}, "body.replacesId");
  const id = newId();
  await db
    .insertInto("meetings_text")
    .values({
      id,
      meetingId: meeting.id,
      itemId: itemId ?? null,
      kind,
      words: words.trim(),
      replacesId: replacesId ?? null,
      byId: actor.personId,
      at: clock.now(),
    })
    .execute();
  return id;
}
