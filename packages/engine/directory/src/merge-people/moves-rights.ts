import { byId } from "@lianxin/plugin-kit";
import { recordsOf } from "../find-person/person.repository.js";
import { linksOf } from "../link-account/account.repository.js";
import { postsOf } from "../link-account/posts.repository.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";

/** Would making one person of these records, or parting them, move an account or a role that gives more than a resident has? */
export async function movesRights(ctx: DirectoryContext, personIds: readonly string[]): Promise<boolean> {
  for (const personId of personIds) {
    if ((await linksOf(ctx.db, personId)).length > 0) return true;
    if ((await postsOf(ctx, await recordsOf(ctx.db, personId))).length > 0) return true;
  }
  return false;
}

/** The two records of a merge. */
export async function peopleOfMerge(db: DirectoryDb, mergeId: string): Promise<readonly string[]> {
  const merge = await byId(db, "directory_merge", mergeId).select(["keptId", "mergedId"]).executeTakeFirst();
  return merge ? [merge.keptId, merge.mergedId] : [];
}
