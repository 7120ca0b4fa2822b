import { needsCompany } from "../join-rules/age-rules.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findCompany, isReachedAt, phonesOf, reachedOf } from "../sign-up/find-company.js";
import { activeOn, type ActiveRow, type SignUpRow } from "../sign-up/sign-up.repository.js";

type Day = { readonly id: string; readonly heldOn: string };
type Post = { readonly id: string; readonly siteId: string };

/**
 * Children who came with somebody and stand alone at their site, one sign-up left aside: another grown-up of theirs there is enough. Left out are those who have
 * arrived already, and those whose grown-up the desk saw on the spot. O(people of the day) for each child of the day.
 */
export async function childrenWith(ctx: VolunteerDaysContext, day: Day, posts: readonly Post[], left: SignUpRow, aside?: string): Promise<ActiveRow[]> {
  if (left.ageBand !== "adult") return [];
  const phones = await phonesOf(ctx, (await reachedOf(ctx, [left.volunteerId])).get(left.volunteerId)!);
  if (phones.length === 0) return [];
  const alone: ActiveRow[] = [];
  for (const row of await activeOn(ctx.db, day.id)) {
    if (!needsCompany(row.ageBand, day.heldOn) || row.via === "walkUp" || row.arrivedAt !== null || !(await isReachedAt(ctx, phones, row))) continue;
    const { siteId } = posts.find(({ id }) => id === row.postId)!;
    const company = (await findCompany(ctx, day.id, await phonesOf(ctx, row), aside)).get(siteId);
    if (company !== "there" && (company === undefined || row.state === "confirmed")) alone.push(row);
  }
  return alone;
}
