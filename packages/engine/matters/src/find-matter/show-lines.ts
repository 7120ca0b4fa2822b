import type { Directory } from "../plugin.js";
import type { Stuck } from "../follow-referrals/follow-referrals.js";
import type { Guest } from "../raise-publicly/guest.repository.js";
import type { MatterRow } from "./matter.repository.js";

/** Names of places by their ids; one look-up for each different place. */
async function placeNames(directory: Directory, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) names.set(id, (await directory.findPlace(id))?.name ?? "");
  return names;
}

type Knows = (row: MatterRow) => boolean;

/** For which rows a reader learns who raised it: where they write matters down themselves. One question for each different place. */
export async function knowsReporters(mayEnter: (place: { readonly path: string }) => Promise<boolean>, rows: readonly MatterRow[]): Promise<Knows> {
  const places = new Set<string>();
  for (const path of new Set(rows.map((row) => row.placePath))) if (await mayEnter({ path })) places.add(path);
  return (row) => places.has(row.placePath);
}

interface Asked {
  readonly directory: Directory;
  guests(ids: readonly string[]): Promise<ReadonlyMap<string, Guest>>;
  /** What stands still with units; nothing for readers it is not the business of. */
  stuck(rows: readonly MatterRow[]): Promise<ReadonlyMap<string, Stuck>>;
}

/** Rows of a list with names instead of ids. */
export async function showLines({ directory, guests, stuck }: Asked, rows: readonly MatterRow[], today: string, knows: Knows) {
  const places = await placeNames(
    directory,
    rows.map((row) => row.placeId),
  );
  const people = await directory.namesOf(rows.flatMap((row) => row.reportedBy ?? []));
  const callers = await guests(rows.flatMap((row) => row.guestId ?? []));
  const standing = await stuck(rows);
  return rows.map((row) => {
    const { id, number, title, state, placeId, reportedBy, guestId, raisedOn, warningCodes, replyBy } = row;
    const reporter = (reportedBy ? people.get(reportedBy) : guestId ? callers.get(guestId)?.name : null) ?? null;
    return {
      ...{ id, number, title, state, raisedOn, isPersonal: row.isPersonal === true },
      placeName: places.get(placeId) ?? "",
      reporterName: knows(row) ? reporter : null,
      isReporterHidden: reporter !== null && !knows(row),
      stuck: standing.get(id) ?? null,
      isWarned: warningCodes.length > 0,
      replyBy,
      isReplyLate: (state === "proposed" || state === "screening") && replyBy !== null && replyBy < today,
    };
  });
}
