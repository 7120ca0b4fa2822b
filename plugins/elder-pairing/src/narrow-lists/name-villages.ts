import type { SelectQueryBuilder } from "kysely";
import type { ElderPairingDatabase } from "../plugin.js";

interface Placed {
  readonly village: string;
  /** The township around it; null where there is none. */
  readonly town: string | null;
}

/**
 * Whether elders of several townships are on the register at the places asked for: `homes` is who may be seen there, `path` what it is narrowed by. Asked of the
 * places and not of the rows, so that each page and each month of a list names its villages alike. O(elders asked for), at most two rows read.
 */
export async function spansTowns(homes: SelectQueryBuilder<ElderPairingDatabase, "elder_pairing_elder", {}>, path?: string): Promise<boolean> {
  const towns = await homes
    .$if(path !== undefined, (query) => query.where("elder_pairing_elder.placePath", ">=", path!).where("elder_pairing_elder.placePath", "<", `${path!}\uffff`))
    .select("elder_pairing_elder.townPath")
    .distinct()
    .limit(2)
    .execute();
  return towns.length > 1;
}

/** The township before the village where those of several townships may stand together, as villages of two may have one name; in a list of one township the village alone. */
export function nameVillages<R extends Placed>(rows: readonly R[], isOfMany: boolean): Omit<R, "town">[] {
  return rows.map(({ town, ...row }) => ({ ...row, village: isOfMany && town !== null && town !== row.village ? `${town} ${row.village}` : row.village }));
}
