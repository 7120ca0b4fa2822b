import { shareTasks, splitTasks } from "../join-rules/work-rules.js";
import type { DayRow, PostRow } from "../keep-days/day.repository.js";
import type { EverRow } from "../sign-up/sign-up.repository.js";

/**
 * The task of each who ever asked to come on a day, by sign-up. It follows from where they asked first and who asked before them, so that nobody's
 * changes when others come, go or are moved: it was told, and stands on the printed sheet. Who is moved keeps theirs where it is done there too.
 * "" where a site has none for them. O(sign-ups · sites + tasks).
 */
export function tasksOf(
  { originalOn, heldOn }: Pick<DayRow, "originalOn" | "heldOn">,
  posts: readonly Pick<PostRow, "id" | "siteId" | "work">[],
  ever: readonly EverRow[],
): ReadonlyMap<string, string> {
  const postOf = new Map(posts.map((post) => [post.id, post]));
  const firstOf = ({ firstPostId, postId }: EverRow) => postOf.get(firstPostId ?? postId)!;
  const isAdult = ({ ageBand }: EverRow): boolean => ageBand === "adult";
  // Of the date as it was planned: a day put off keeps what was told.
  const week = Math.floor(Date.parse(originalOn) / 604_800_000);
  const tasks = new Map<string, string>();
  for (const site of new Set(ever.map((row) => firstOf(row).siteId))) {
    const team = ever.filter((row) => firstOf(row).siteId === site);
    const people = team.map((row) => ({ isAdult: isAdult(row) }));
    const shared = shareTasks(people, firstOf(team[0]!).work, heldOn, week);
    for (const [i, { id }] of team.entries()) tasks.set(id, shared[i]!);
  }
  for (const row of ever) {
    const { siteId, work } = postOf.get(row.postId)!;
    if (siteId === firstOf(row).siteId || splitTasks(work).includes(tasks.get(row.id)!)) continue;
    tasks.set(row.id, shareTasks([{ isAdult: isAdult(row) }], work, heldOn, week + row.number)[0]!);
  }
  return tasks;
}
