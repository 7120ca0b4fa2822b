import { nameKeyOf } from "./names.js";
import type { ElderPairingDb } from "../plugin.js";

export interface VillagePlace {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly townPath: string;
  readonly townName: string;
}

const keyOf = (name: string): string => nameKeyOf(name).replace(/(村委会|居委会|行政村|村|社区)$/u, "");
const townKeyOf = (name: string): string => nameKeyOf(name).replace(/(镇|乡|街道|街道办事处)$/u, "");

/** Villages and communities at or below a path, each with the township around it (itself where there is none). O(places). */
export async function villagesBelow(db: ElderPairingDb, path: string): Promise<VillagePlace[]> {
  const rows = await db
    .selectFrom("directory_v1_place")
    .select(["id", "name", "kind", "placePath"])
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("kind", "in", ["town", "village", "community"])
    .where("closedOn", "is", null)
    .orderBy("placePath")
    .execute();
  const towns = rows.filter(({ kind }) => kind === "town");
  return rows
    .filter(({ kind }) => kind !== "town")
    .map(({ id, name, placePath }) => {
      const town = towns.find((one) => placePath.startsWith(one.placePath));
      return { id, name, path: placePath, townPath: town?.placePath ?? placePath, townName: town?.name ?? name };
    });
}

/** Finds a village by its name and, where that is not enough, its township's. "several": the name alone is not enough. */
export function findVillage(villages: readonly VillagePlace[], name: string, town: string | undefined): VillagePlace | "none" | "several" {
  const named = villages.filter((one) => keyOf(one.name) === keyOf(name) && (town === undefined || townKeyOf(one.townName) === townKeyOf(town)));
  if (named.length > 1) return "several";
  return named[0] ?? "none";
}
