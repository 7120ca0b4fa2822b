import { byId } from "@lianxin/plugin-kit";
import { writeLedger, writeLedgerPage, type LedgerColumn } from "@lianxin/documents";
import { maskName } from "../keep-people/names.js";
import type { HandoverRow } from "../hand-over/hand-over.js";
import { villageNames } from "../show-plan/read-planned.js";
import { namesOf } from "../show-pairs/names.repository.js";
import type { ElderPairingContext } from "../plugin.js";
import { linesBelow } from "./pair-lines.js";
import { dayOf } from "@lianxin/plugin-kit/days";

/** Who agreed to be on a list that is posted. */
async function mayBePosted({ db }: ElderPairingContext): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("elder_pairing_consent").select("elderId").where("scope", "=", "posting").where("withdrawnOn", "is", null).execute();
  return new Set(rows.map(({ elderId }) => elderId));
}

/**
 * The list to post (结对公示): group and masked name of whoever agreed to it and whose pair is in force, and who helps; how many are left out for either. No house,
 * no phone, no level.
 */
export async function writePosted(ctx: ElderPairingContext, path: string, place: string, filledBy: string): Promise<string> {
  const all = await linesBelow(ctx, path);
  const agreed = await mayBePosted(ctx);
  const willing = all.filter(({ elderId }) => agreed.has(elderId));
  const lines = willing.filter(({ isInForce }) => isInForce);
  const [left, waiting] = [all.length - willing.length, willing.length - lines.length];
  const account = [left > 0 && `另有 ${left} 位老人没有同意公示，不列名`, waiting > 0 && `${waiting} 位还没有双方确认 A 角，确认后再列`].filter(Boolean);
  return writeLedgerPage({
    ...(account.length > 0 && { account: account.join("；") }),
    ...{ title: `${place}结对公示`, organisation: place, filledBy, date: ctx.clock.today() },
    headings: ["序号", "村", "小组", "老人", "帮扶干部", "单位"],
    rows: lines.map(({ village, group, name, primary, unit }, i) => [i + 1, village, group, maskName(name), primary, unit]),
  });
}

/** The ledger of a place as .xlsx, for whoever answers for it: the same lines as on the screen. */
export async function writePairsLedger(ctx: ElderPairingContext, path: string, place: string, filledBy: string): Promise<Uint8Array> {
  const { text } = ctx;
  const lines = await linesBelow(ctx, path);
  const column = (header: string, kind: LedgerColumn["kind"] = "text"): LedgerColumn => ({ header, kind });
  return writeLedger({
    ...{ title: `${place}结对台账`, organisation: place, filledBy, date: ctx.clock.today(), stamp: ctx.clock.now() },
    columns: [
      column("序号", "number"),
      ...["村", "小组", "老人", "等级", "意愿", "A角", "单位", "B角"].map((header) => column(header)),
      column("结对日期", "date"),
      column("双方确认"),
      column("为什么配"),
    ],
    rows: lines.map((line, i) => [
      ...[i + 1, line.village, line.group, line.name, text(`elder-pairing.word.level.${line.level}`, {}, "zh-CN")],
      ...[
        text(`elder-pairing.word.wish.${line.wish}`, {}, "zh-CN"),
        line.primary,
        line.unit,
        line.backup,
        line.fromOn,
        line.isInForce ? "已确认" : "等确认",
        line.why,
      ],
    ]),
  });
}

interface HandoverReader {
  readonly mayOpen: boolean;
  readonly filledBy: string;
}

/** The hand-over sheet (交接单) with three places to sign; what is to be told only for who may open it. */
export async function writeHandover(ctx: ElderPairingContext, row: HandoverRow, { mayOpen, filledBy }: HandoverReader): Promise<string> {
  const { text } = ctx;
  const names = await namesOf(ctx, [row.elderId, row.fromCadreId, row.toCadreId]);
  const elder = await byId(ctx.db, "elder_pairing_elder", row.elderId).select(["residentsGroup", "placePath", "townPath"]).executeTakeFirst();
  const places = await villageNames(ctx, elder ? [elder.placePath, elder.townPath] : []);
  const [village, town] = [places.get(elder?.placePath ?? "") ?? "", places.get(elder?.townPath ?? "") ?? ""];
  const [note] = row.note === null || !mayOpen ? [""] : await ctx.disclose([row.note], "hand");
  const signed = (at: string | null): string => (at === null ? "" : `（${dayOf(at, ctx.clock.zone)} 已在系统里签）`);
  return writeLedgerPage({
    ...{ title: "结对帮扶交接单", organisation: town, filledBy, date: row.openedOn, isWritten: true },
    headings: ["项目", "内容"],
    rows: [
      ...[
        ["老人", [names[row.elderId], village, elder?.residentsGroup].filter(Boolean).join(" ")],
        ["原帮扶人", names[row.fromCadreId] ?? ""],
        ["新帮扶人", names[row.toCadreId] ?? ""],
      ],
      ...[
        ["要交代的事", note ?? ""],
        ["原帮扶人签字", signed(row.outgoingSignedAt)],
        ["新帮扶人签字", signed(row.incomingSignedAt)],
        ["老人或家属签字", signed(row.elderSignedAt)],
      ],
    ],
    account: Object.entries(row.signedFor)
      .map(([who, reason]) => `${text(`elder-pairing.signer.${who}` as never, {}, "zh-CN")}：${text(`elder-pairing.standIn.${reason}` as never, {}, "zh-CN")}`)
      .join("；"),
  });
}
