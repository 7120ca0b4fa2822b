import type { Scope } from "@lianxin/plugin-kit";
import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import { nameUnits } from "../refer-matter/name-units.js";
import { lateBefore, lateDaysOf } from "./late-referral.js";
import { leaderlessIn, liveOf, returnsOf, unacceptedIn, unacceptedOf } from "./stuck.repository.js";

/** Why what was sent to units does not move: the lead sent it back, or a unit did not take it for days. */
export type Stuck = "returned" | "unaccepted";

/** What was sent to these units or handed to this person and is still with them. One look-up for each different place. */
export async function showLive({ db, use, clock }: MattersContext, unitIds: readonly string[], personId: string) {
  const rows = await liveOf(db, unitIds, personId);
  const names = new Map<string, string>();
  for (const id of new Set(rows.map(({ placeId }) => placeId))) names.set(id, (await use.directory.findPlace(id))?.name ?? "");
  return rows.map((row) => {
    const { id, matterId, number, title, isLead, state, sentAt, placeId } = row;
    return {
      id,
      matterId,
      number,
      title,
      isLead,
      state,
      sentAt,
      unit: nameUnits([row]),
      placeName: names.get(placeId) ?? "",
      lateDays: lateDaysOf(row, clock.now()),
    };
  });
}

/** What stands still at the places of a reader, for who sends it out. */
export async function showStuck({ db, clock }: MattersContext, scope: Scope) {
  const now = clock.now();
  const leaderless = await leaderlessIn(db, scope);
  const returns = new Map(
    (
      await returnsOf(
        db,
        leaderless.map(({ id }) => id),
      )
    ).map((row) => [row.matterId, row]),
  );
  const unaccepted = await unacceptedIn(db, scope, lateBefore(now));
  return {
    returned: leaderless.map(({ id: matterId, number, title }) => {
      const last = returns.get(matterId);
      return { matterId, number, title, unit: last ? nameUnits([last]) : null, words: last?.words ?? null };
    }),
    unaccepted: unaccepted.map((row) => {
      const { id, matterId, number, title, isLead } = row;
      return { id, matterId, number, title, isLead, unit: nameUnits([row]), lateDays: lateDaysOf(row, now) ?? 0 };
    }),
  };
}

/** Which of these matters stand still with units, and why. One query. */
export async function findStuck({ db, clock }: MattersContext, rows: readonly MatterRow[]): Promise<ReadonlyMap<string, Stuck>> {
  const referred = rows.filter(({ state }) => state === "referred");
  const ids = referred.map(({ id }) => id);
  const late = await unacceptedOf(db, ids, lateBefore(clock.now()));
  const found = new Map<string, Stuck>();
  for (const { id, referredTo } of referred) {
    if (referredTo === null) found.set(id, "returned");
    else if (late.has(id)) found.set(id, "unaccepted");
  }
  return found;
}
