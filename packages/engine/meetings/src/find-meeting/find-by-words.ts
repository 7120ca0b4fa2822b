import { within, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";

/** The latest this many are looked through. */
const latest = 1_000;
const shown = 8;

/** Announced meetings whose title holds the words, or has them among its pinyin initials, latest first. O(latest). */
export async function findByWords({ db, use }: MeetingsContext, scope: Scope, words: string) {
  const rows = await within(db, scope, "meetings_meeting")
    .select(["id", "title", "startsAt"])
    .where("noticedAt", "is not", null)
    .orderBy("startsAt", "desc")
    .orderBy("id")
    .limit(latest)
    .execute();
  const places = await use.directory.whichMatch(
    words,
    rows.map((row) => row.title),
  );
  return places.slice(0, shown).map((at) => rows[at]!);
}
