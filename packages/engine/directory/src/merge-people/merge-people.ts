import { byId, everywhere, type Place } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { placeOfPerson } from "../find-person/person.repository.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";

const living = (db: DirectoryDb, id: string) =>
  byId(db, "directory_person", id).select(["id", "placePath"]).where("removedAt", "is", null).where("mergedIntoId", "is", null).executeTakeFirst();

/**
 * Makes one person of two records: the second points to the first, and everything of it stays where it was, so that undoing loses
 * nothing. Unless whoever merges them answers for both people, no address of the second is vouched for any longer: it would prove the first.
 * Throws mergeSame, mergeDone. O(records merged before).
 */
export async function mergePeople(
  ctx: DirectoryContext,
  keptId: string,
  mergedId: string,
  by: { readonly personId: string | null; readonly answers: boolean },
): Promise<string> {
  const { db, newId, clock, publish, audit } = ctx;
  if (keptId === mergedId) throw errors.mergeSame({}, "body.mergedId");
  const [kept, merged] = [await living(db, keptId), await living(db, mergedId)];
  if (!kept || !merged) throw errors.mergeDone({}, "body.mergedId");
  const followers = await everywhere(db, "directory_person", "records merged before follow to the kept one")
    .select("id")
    .where("mergedIntoId", "=", mergedId)
    .execute();
  const followerIds = followers.map((row) => row.id);
  const records = [mergedId, ...followerIds];
  await db.updateTable("directory_person").set({ mergedIntoId: keptId }).where("id", "in", records).execute();
  if (!by.answers) await db.updateTable("directory_channel").set({ confirmedAt: null }).where("personId", "in", records).execute();
  const id = newId();
  await db
    .insertInto("directory_merge")
    .values({ id, keptId, mergedId, placePath: kept.placePath, followerIds, mergedAt: clock.now(), mergedBy: by.personId, undoneAt: null })
    .execute();
  publish("peopleMerged", keptId, { keptId, mergedId, isUndone: false });
  audit("person.merge", keptId, { mergedId });
  return id;
}

/** Parts the two records again. Throws mergeUndone, and mergeDone when the kept one was merged into another since. */
export async function undoMerge(ctx: DirectoryContext, mergeId: string): Promise<void> {
  const { db, clock, publish, audit } = ctx;
  const merge = await byId(db, "directory_merge", mergeId).selectAll().executeTakeFirst();
  if (!merge || merge.undoneAt) throw errors.mergeUndone();
  if (!(await living(db, merge.keptId))) throw errors.mergeDone();
  await db.updateTable("directory_person").set({ mergedIntoId: null }).where("id", "=", merge.mergedId).where("mergedIntoId", "=", merge.keptId).execute();
  if (merge.followerIds.length > 0)
    await db
      .updateTable("directory_person")
      .set({ mergedIntoId: merge.mergedId })
      .where("id", "in", merge.followerIds)
      .where("mergedIntoId", "=", merge.keptId)
      .execute();
  await db.updateTable("directory_merge").set({ undoneAt: clock.now() }).where("id", "=", mergeId).execute();
  publish("peopleMerged", merge.keptId, { keptId: merge.keptId, mergedId: merge.mergedId, isUndone: true });
  audit("person.unmerge", merge.keptId, { mergedId: merge.mergedId });
}

export async function placeOfMerge(db: DirectoryDb, mergeId: string): Promise<Place | undefined> {
  const merge = await byId(db, "directory_merge", mergeId).select("keptId").executeTakeFirst();
  return merge && placeOfPerson(db, merge.keptId);
}

/** Merges into a person that still hold, for the page that offers to undo them. */
export const mergesOf = (db: DirectoryDb, keptId: string) =>
  everywhere(db, "directory_merge", "merges of a person that was reached before")
    .select(["id", "mergedId", "mergedAt"])
    .where("keptId", "=", keptId)
    .where("undoneAt", "is", null)
    .execute();
