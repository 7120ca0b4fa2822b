import { everywhere } from "@lianxin/plugin-kit";
import type { Because } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext } from "../plugin.js";
import { becauseParts } from "../show-pairs/because-parts.js";

const why = "a paper of one place, which was checked";

/** Open pairs of a village or what lies below a path, with names, in the order of villages and groups. */
function pairsBelow({ db }: ElderPairingContext, path: string) {
  return everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .innerJoin("directory_v1_place as place", "place.id", "elder.placeId")
    .select([
      "elder_pairing_pair.role",
      "elder_pairing_pair.fromOn",
      "elder_pairing_pair.elderId",
      "elder_pairing_pair.because",
      "elder.name",
      "elder.residentsGroup",
      "elder.level",
      "elder.wish",
    ])
    .select(["cadre.name as cadre", "cadre.unit", "place.name as village"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "in", ["primary", "backup"])
    .where("elder_pairing_pair.placePath", ">=", path)
    .where("elder_pairing_pair.placePath", "<", `${path}\uffff`)
    .orderBy("elder_pairing_pair.placePath")
    .orderBy("elder.residentsGroup")
    .orderBy("elder.name")
    .orderBy("elder_pairing_pair.elderId")
    .execute();
}

const sayWhy = ({ text }: ElderPairingContext, because: Because): string =>
  becauseParts(because)
    .map(({ part, km }) => text(`elder-pairing.because.${part}`, { km }, "zh-CN"))
    .join("、");

interface PairLine {
  readonly elderId: string;
  readonly village: string;
  readonly group: string;
  readonly name: string;
  readonly primary: string;
  readonly backup: string;
  readonly unit: string;
  readonly fromOn: string;
  readonly level: string;
  readonly wish: string;
  /** "同村、已认识": why the first helper. */
  readonly why: string;
}

/** One line for each elder with both helpers, in the order of villages and groups. O(pairs below). */
export async function linesBelow(ctx: ElderPairingContext, path: string): Promise<PairLine[]> {
  const lines = new Map<string, PairLine>();
  for (const row of await pairsBelow(ctx, path)) {
    const known = lines.get(row.elderId) ?? {
      ...{
        elderId: row.elderId,
        village: row.village,
        group: row.residentsGroup ?? "",
        name: row.name,
        primary: "",
        backup: "",
        unit: "",
        fromOn: "",
        level: row.level,
        wish: row.wish,
        why: "",
      },
    };
    lines.set(
      row.elderId,
      row.role === "primary"
        ? { ...known, primary: row.cadre, unit: row.unit, fromOn: row.fromOn, why: sayWhy(ctx, row.because) }
        : { ...known, backup: row.cadre },
    );
  }
  return [...lines.values()];
}
