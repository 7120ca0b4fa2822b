import { everywhere } from "@lianxin/plugin-kit";
import { nameVillages, spansTowns } from "../narrow-lists/name-villages.js";
import type { Because } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext } from "../plugin.js";
import { becauseParts } from "../show-pairs/because-parts.js";

const why = "a paper of one place, which was checked";

/** Open pairs of a village or what lies below a path, with names. */
function pairsBelow({ db }: ElderPairingContext, path: string) {
  return everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .innerJoin("directory_v1_place as place", "place.id", "elder.placeId")
    .leftJoin("directory_v1_place as town", "town.placePath", "elder.townPath")
    .select([
      "elder_pairing_pair.role",
      "elder_pairing_pair.fromOn",
      "elder_pairing_pair.effectiveOn",
      "elder_pairing_pair.elderId",
      "elder_pairing_pair.because",
      "elder.name",
      "elder.residentsGroup",
      "elder.level",
      "elder.wish",
    ])
    .select(["cadre.name as cadre", "cadre.unit", "place.name as village", "town.name as town"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "in", ["primary", "backup"])
    .where("elder_pairing_pair.placePath", ">=", path)
    .where("elder_pairing_pair.placePath", "<", `${path}\uffff`)
    .orderBy("elder_pairing_pair.elderId")
    .execute();
}
type Row = Awaited<ReturnType<typeof pairsBelow>>[number];

/** As people look for them: by township, village, group and name, "2组" before "10组". */
function inReadingOrder(rows: readonly Row[]): Row[] {
  const { compare } = new Intl.Collator("zh-CN", { numeric: true });
  const keys = ({ town, village, residentsGroup, name }: Row): string[] => [town ?? "", village, residentsGroup ?? "", name];
  return rows
    .map((row) => ({ row, of: keys(row) }))
    .sort((a, b) => a.of.reduce((order, key, i) => order || compare(key, b.of[i]!), 0))
    .map(({ row }) => row);
}

const sayWhy = ({ text }: ElderPairingContext, because: Because): string =>
  becauseParts(because)
    .map(({ part, km }) => text(`elder-pairing.because.${part}`, { km }, "zh-CN"))
    .join("、");

interface PairLine {
  readonly elderId: string;
  /** With its township before it where the place of the paper has more than one. */
  readonly village: string;
  readonly group: string;
  readonly name: string;
  readonly primary: string;
  readonly backup: string;
  readonly unit: string;
  readonly fromOn: string;
  /** Both sides have said yes to the first helper. */
  readonly isInForce: boolean;
  readonly level: string;
  readonly wish: string;
  /** "同村、已认识": why the first helper. */
  readonly why: string;
}

/** One line for each elder with both helpers, in the order of townships, villages and groups. O(pairs below · log). */
export async function linesBelow(ctx: ElderPairingContext, path: string): Promise<PairLine[]> {
  const lines = new Map<string, PairLine>();
  const isOfMany = await spansTowns(everywhere(ctx.db, "elder_pairing_elder", why), path);
  for (const row of nameVillages(inReadingOrder(await pairsBelow(ctx, path)), isOfMany)) {
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
        isInForce: false,
        level: row.level,
        wish: row.wish,
        why: "",
      },
    };
    lines.set(
      row.elderId,
      row.role === "primary"
        ? { ...known, primary: row.cadre, unit: row.unit, fromOn: row.fromOn, isInForce: row.effectiveOn !== null, why: sayWhy(ctx, row.because) }
        : { ...known, backup: row.cadre },
    );
  }
  return [...lines.values()];
}
