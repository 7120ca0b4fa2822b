import { within, type Scope } from "@lianxin/plugin-kit";
import type { MattersContext } from "../plugin.js";

/** The newest this many are looked through. */
const newest = 1_000;
const shown = 8;

/** Matters whose title holds the words, or has them among its pinyin initials, newest first. O(newest). */
export async function findByWords({ db, use }: MattersContext, scope: Scope, words: string) {
  const rows = await within(db, scope, "matters_matter")
    .select(["id", "number", "title", "state"])
    .orderBy("raisedOn", "desc")
    .orderBy("id", "desc")
    .limit(newest)
    .execute();
  const places = await use.directory.whichMatch(
    words,
    rows.map((row) => row.title),
  );
  return places.slice(0, shown).map((at) => rows[at]!);
}
