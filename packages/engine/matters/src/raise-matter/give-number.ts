import type { Directory, MattersDb } from "../plugin.js";

const communityKinds = new Set(["community", "village"]);

/** The path of the community or village a place is in; the place's own path when there is none above it. O(depth). */
export async function communityPathOf(directory: Pick<Directory, "findPlace">, placeId: string): Promise<string> {
  const place = await directory.findPlace(placeId);
  for (let at = place; at; at = at.parentId ? await directory.findPlace(at.parentId) : undefined) if (communityKinds.has(at.kind)) return at.path;
  return place?.path ?? "/";
}

/** "2026-0012"; from the ten-thousandth on the serial is simply longer. */
export const writeNumber = (year: string, serial: number): string => `${year}-${String(serial).padStart(4, "0")}`;

/** The next number of a community in a year. The counter's row is held until the commit, so that no number is given twice. */
export async function giveNumber(db: MattersDb, communityPath: string, year: string): Promise<string> {
  const row = await db
    .insertInto("matters_counter")
    .values({ id: `${communityPath} ${year}`, last: 1 })
    .onConflict((oc) => oc.column("id").doUpdateSet((eb) => ({ last: eb("matters_counter.last", "+", 1) })))
    .returning("last")
    .executeTakeFirstOrThrow();
  return writeNumber(year, Number(row.last));
}
