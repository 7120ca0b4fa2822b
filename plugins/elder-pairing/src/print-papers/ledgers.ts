import { writeLedger, type LedgerColumn } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { villagesBelow } from "../keep-people/place-names.js";
import { openNeeds } from "../meet-needs/meet-needs.js";
import { nameVillages } from "../narrow-lists/name-villages.js";
import type { ElderPairingContext } from "../plugin.js";
import { lastOfMonth, sayMonth } from "../tell-time/tell-time.js";

const why = "a ledger of one place, which was checked";
interface Asked {
  readonly path: string;
  readonly place: string;
  readonly filledBy: string;
}
const column = (header: string, kind: LedgerColumn["kind"] = "text"): LedgerColumn => ({ header, kind });

/** Where it was then, also of who has moved since, with the township where the place of the ledger has more than one. O(places below). */
async function withTowns<R extends { readonly village: string; readonly placePath: string }>({ db }: ElderPairingContext, path: string, rows: readonly R[]) {
  const villages = await villagesBelow(db, path);
  const towns = new Map(villages.map((one) => [one.path, one.townName]));
  return nameVillages(
    rows.map((row) => ({ ...row, town: towns.get(row.placePath) ?? null })),
    new Set(villages.map(({ townPath }) => townPath)).size > 1,
  );
}

/** Visits of a month, "2026-09", at or below a path: who went to whom, how, and whether they were seen. What was found is sealed and in none. O(visits of the month). */
export async function writeVisitsLedger(ctx: ElderPairingContext, { path, place, filledBy, month }: Asked & { readonly month: string }): Promise<Uint8Array> {
  const { db, text, clock } = ctx;
  const rows = await everywhere(db, "elder_pairing_visit", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_visit.elderId")
    .innerJoin("directory_v1_place as village", "village.placePath", "elder_pairing_visit.placePath")
    .leftJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_visit.cadreId")
    .select(["elder_pairing_visit.visitedOn", "elder_pairing_visit.mode", "elder_pairing_visit.isSeen", "elder.name", "elder.residentsGroup"])
    .select(["village.name as village", "village.placePath", "cadre.name as cadre", "cadre.unit"])
    .where("elder_pairing_visit.visitedOn", ">=", `${month}-01`)
    .where("elder_pairing_visit.visitedOn", "<=", lastOfMonth(`${month}-01`))
    .where("elder_pairing_visit.placePath", ">=", path)
    .where("elder_pairing_visit.placePath", "<", `${path}\uffff`)
    .orderBy("elder_pairing_visit.visitedOn")
    .orderBy("elder_pairing_visit.placePath")
    .orderBy("elder_pairing_visit.id")
    .execute();
  return writeLedger({
    ...{ title: `${place}探访台账（${sayMonth(month)}）`, organisation: place, filledBy, date: clock.today(), stamp: clock.now() },
    columns: [
      column("序号", "number"),
      column("日期", "date"),
      ...["村", "小组", "老人", "方式", "见到了吗", "谁去的", "单位"].map((header) => column(header)),
    ],
    rows: (await withTowns(ctx, path, rows)).map((row, i) => [
      ...[i + 1, row.visitedOn, row.village, row.residentsGroup ?? "", row.name, text(`elder-pairing.word.mode.${row.mode}`, {}, "zh-CN")],
      ...[text(row.isSeen ? "elder-pairing.visit.yes" : "elder-pairing.visit.no", {}, "zh-CN")],
      ...[row.cadre ?? text("elder-pairing.paper.office", {}, "zh-CN"), row.unit ?? ""],
    ]),
  });
}

/**
 * Needs raised in a year at or below a path, with what became of each; the kind, and the matter that is named by it, for whoever may open records, and the reading
 * logged. No words. O(needs of the year).
 */
export async function writeNeedsLedger(
  ctx: ElderPairingContext,
  { path, place, filledBy, year, mayOpen }: Asked & { readonly year: string; readonly mayOpen: boolean },
): Promise<Uint8Array> {
  const { db, text, clock } = ctx;
  const rows = await everywhere(db, "elder_pairing_need", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_need.elderId")
    .innerJoin("directory_v1_place as village", "village.placePath", "elder_pairing_need.placePath")
    .select([
      "elder_pairing_need.openedOn",
      "elder_pairing_need.kind",
      "action",
      "matterId",
      "matterNumber",
      "elder_pairing_need.closedOn",
      "rating",
      "ratedVia",
    ])
    .select(["elder.name", "elder.residentsGroup", "village.name as village", "village.placePath"])
    .where("elder_pairing_need.openedOn", ">=", `${year}-01-01`)
    .where("elder_pairing_need.openedOn", "<=", `${year}-12-31`)
    .where("elder_pairing_need.placePath", ">=", path)
    .where("elder_pairing_need.placePath", "<", `${path}\uffff`)
    .orderBy("elder_pairing_need.openedOn")
    .orderBy("elder_pairing_need.id")
    .execute();
  const told = await openNeeds(
    ctx,
    rows.map((row) => ({ ...row, words: null })),
    mayOpen,
    "hand",
  );
  const say = (key: string) => text(`elder-pairing.${key}`, {}, "zh-CN");
  return writeLedger({
    ...{ title: `${place}需求台账（${year}年）`, organisation: place, filledBy, date: clock.today(), stamp: clock.now() },
    columns: [
      ...[column("序号", "number"), column("提出日期", "date"), ...["村", "小组", "老人", "类别", "怎么办", "事项编号"].map((header) => column(header))],
      ...[column("办好日期", "date"), column("评价"), column("谁评的")],
    ],
    rows: (await withTowns(ctx, path, told)).map((row, i) => [
      ...[i + 1, row.openedOn, row.village, row.residentsGroup ?? "", row.name, row.category ? say(`word.need.${row.category}`) : ""],
      ...[say(row.action === "matter" ? "visit.matter" : "visit.onSpot"), row.matterNumber ?? "", row.closedOn ?? ""],
      ...[row.rating ? say(`need.${row.rating}`) : "", row.ratedVia ? say(`need.${row.ratedVia}`) : ""],
    ]),
  });
}
