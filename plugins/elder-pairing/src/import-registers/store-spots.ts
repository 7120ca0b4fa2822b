import type { ValuesOf } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findVillage, type VillagePlace } from "../keep-people/place-names.js";
import type { ElderPairingContext } from "../plugin.js";
import type { spotColumns } from "./cadre-columns.js";
import type { Deed, Stored } from "./record-deeds.js";

export type SpotValues = ValuesOf<typeof spotColumns>;

/** Metres to a degree of latitude, and the cosine at 27° north, near enough for which village is nearer. */
const metresPerDegree = 111_320;
const narrowing = 0.891;

/** Degrees as metres east and north of the zero point. */
export const metresOf = (longitude: string, latitude: string) => ({
  east: Math.round(Number(longitude) * metresPerDegree * narrowing),
  north: Math.round(Number(latitude) * metresPerDegree),
});

/** Writes where villages lie. Throws placeUnknown. */
export async function storeSpots(
  { db, newId }: ElderPairingContext,
  lines: readonly { readonly line: number; readonly values: SpotValues }[],
  villages: readonly VillagePlace[],
): Promise<Stored> {
  const known = new Map(
    (await everywhere(db, "elder_pairing_spot", "a sheet says where all villages lie").selectAll().execute()).map((row) => [row.placePath, row]),
  );
  const deeds: Deed[] = [];
  const spot = { subjectTable: "elder_pairing_spot", versionAfter: 0 } as const;
  for (const { values } of lines) {
    const village = findVillage(villages, values.village!, values.town);
    if (typeof village === "string") throw errors.placeUnknown({ name: `${values.town ?? ""}${values.village!}` }, "body.lines");
    const at = metresOf(values.longitude!, values.latitude!);
    const row = known.get(village.path);
    if (row?.east === at.east && row.north === at.north) continue;
    if (row) {
      deeds.push({ ...spot, deed: "changed", subjectId: row.id, spotBefore: { east: row.east, north: row.north } });
      await db.updateTable("elder_pairing_spot").set(at).where("id", "=", row.id).execute();
    } else {
      const id = newId();
      deeds.push({ ...spot, deed: "added", subjectId: id });
      await db
        .insertInto("elder_pairing_spot")
        .values({ id, placePath: village.path, ...at })
        .execute();
    }
  }
  return { deeds, same: lines.length - deeds.length };
}
