import { takeOutOfRows } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { meetingsAbout, type MeetingRow, type Subjects } from "../find-meeting/meeting.repository.js";
import { everySourceOf } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";
import { keptOfSteps } from "./read-kept.js";
import { meetingsWith, sumFound, takeOutOfSubjects, type Found } from "./redact-words.js";

const subjectsOf = async ({ db, use }: MeetingsContext, matterId: string): Promise<Subjects> => ({
  matterIds: [matterId],
  partIds: await use.commitments.partsFrom(await everySourceOf(db, matterId)),
});

async function takeOut(ctx: MeetingsContext, matterId: string, words: string, isTrial: boolean): Promise<Found[]> {
  const found: Found[] = [];
  for (const kept of await keptOfSteps(ctx.db, [matterId], []))
    found.push({ kind: "steps", records: (await takeOutOfRows(ctx.db, kept, words, { isTrial })).length });
  return sumFound([...found, ...(await takeOutOfSubjects(ctx, await subjectsOf(ctx, matterId), words, isTrial))]);
}

/** In how many records of a matter the words stand, by kind; writes nothing. O(words kept of it). */
export const findWordsOfMatter = (ctx: MeetingsContext, matterId: string, words: string): Promise<readonly Found[]> =>
  takeOut(ctx, matterId, words.trim(), true);

/** Meetings that dealt with a matter or its work, or at which it was said, and whose own records have the words. */
export async function meetingsOfMatterWith(ctx: MeetingsContext, matterId: string, words: string): Promise<readonly MeetingRow[]> {
  const talkId = (await ctx.use.matters.findMatter(matterId))?.talkId;
  return meetingsWith(ctx, await meetingsAbout(ctx.db, await subjectsOf(ctx, matterId), talkId ? [talkId] : []), words);
}

/**
 * Takes words out of everything that is kept of a matter outside of meetings, for good: what was raised and answered, the work for it, the steps it goes
 * through. That it was done is kept with its reason, without the words. Throws wordsNotInMatter, and reasonHasWords where the reason would keep them.
 */
export async function redactMatter(
  ctx: MeetingsContext,
  matterId: string,
  { words, reason }: { readonly words: string; readonly reason: string },
): Promise<readonly Found[]> {
  const { db, newId, clock, actor, audit } = ctx;
  if (reason.includes(words.trim())) throw errors.reasonHasWords({}, "body.reason");
  const found = await takeOut(ctx, matterId, words.trim(), false);
  if (found.length === 0) throw errors.wordsNotInMatter({}, "body.words");
  const records = found.reduce((all, one) => all + one.records, 0);
  await db
    .insertInto("meetings_matter_redaction")
    .values({ id: newId(), matterId, at: clock.now(), byId: actor.personId, reason: reason.trim(), records })
    .execute();
  audit("redactMatter", matterId, { records });
  return found;
}

/** When words were taken out of what is kept of a matter, by whom and why; oldest first. */
export async function listMatterRedactions({ db, use }: MeetingsContext, matterId: string) {
  const rows = await db.selectFrom("meetings_matter_redaction").selectAll().where("matterId", "=", matterId).orderBy("id").execute();
  const names = await use.directory.namesOf(rows.flatMap(({ byId }) => byId ?? []));
  return rows.map(({ id, at, byId, reason, records }) => ({ id, at, by: names.get(byId ?? "") ?? null, reason, records }));
}
