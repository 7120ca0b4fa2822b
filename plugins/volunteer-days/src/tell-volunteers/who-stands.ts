import type { VolunteerDaysContext } from "../plugin.js";
import { activeOn, type ActiveRow } from "../sign-up/sign-up.repository.js";
import { reachable, type Told } from "./reach.js";

/** Everybody who has a place on some days or waits for one, as they stand now. */
export async function standingOn({ db }: VolunteerDaysContext, dayIds: readonly string[]): Promise<ActiveRow[]> {
  const rows: ActiveRow[] = [];
  for (const dayId of dayIds) rows.push(...(await activeOn(db, dayId)));
  return rows;
}

/** Of who stood on some days before, who stands differently now: they moved up, elsewhere, or their place ended; one sign-up left aside. O(people). */
export async function changedSince(ctx: VolunteerDaysContext, before: readonly ActiveRow[], aside?: string): Promise<ActiveRow[]> {
  const now = new Map((await standingOn(ctx, [...new Set(before.map(({ dayId }) => dayId))])).map((row) => [row.signUpId, row]));
  const isOther = ({ signUpId, state, postId }: ActiveRow): boolean => {
    const row = now.get(signUpId);
    return row?.state !== state || row.postId !== postId;
  };
  return before.filter((row) => row.signUpId !== aside && isOther(row));
}

/** Whom of them a letter reaches. O(people). */
export const reachChanged = async (ctx: VolunteerDaysContext, before: readonly ActiveRow[], aside?: string): Promise<Told> =>
  reachable(ctx, await changedSince(ctx, before, aside));
