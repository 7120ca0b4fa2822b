import type { Directory } from "../plugin.js";
import type { MatterRow } from "./matter.repository.js";

/** Names of places by their ids; one look-up for each different place. */
async function placeNames(directory: Directory, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) names.set(id, (await directory.findPlace(id))?.name ?? "");
  return names;
}

/** Rows of a list with names instead of ids. */
export async function showLines(directory: Directory, rows: readonly MatterRow[]) {
  const places = await placeNames(
    directory,
    rows.map((row) => row.placeId),
  );
  const people = await directory.namesOf(rows.flatMap((row) => row.reportedBy ?? []));
  return rows.map(({ id, number, title, state, placeId, reportedBy, raisedOn, warningCodes }) => ({
    ...{ id, number, title, state, raisedOn },
    placeName: places.get(placeId) ?? "",
    reporterName: reportedBy ? (people.get(reportedBy) ?? null) : null,
    isWarned: warningCodes.length > 0,
  }));
}
