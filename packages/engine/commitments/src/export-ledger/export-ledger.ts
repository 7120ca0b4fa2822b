import { writeCsv, writeLedger, writeLedgerPage } from "@lianxin/documents";
import type { Scope } from "@lianxin/plugin-kit";
import { readAccount } from "../count-roll-over/read-roll-over.js";
import { startOfDay } from "../count-roll-over/start-of-day.js";
import { errors } from "../errors.js";
import { readLedger, type LedgerAsked } from "../keep-ledger/read-ledger.js";
import { conditionsOf } from "../keep-ledger/part.repository.js";
import type { ShownRow } from "../keep-ledger/show-rows.js";
import type { CommitmentsContext } from "../plugin.js";
import { lastSumsOf } from "../rate-work/rate-work.js";
import { headings, planSheet, rowOf } from "./ledger-sheet.js";
import { wordSheet } from "./word-sheet.js";

const most = 5000;

/** The cells of every line under a filter, in the order of the headings. */
async function paperOf(ctx: CommitmentsContext, scope: Scope, asked: LedgerAsked) {
  const lines = await linesOf(ctx, scope, asked);
  const ids = lines.flatMap(({ commitmentId }) => commitmentId ?? []);
  const words = wordSheet(ctx, { sums: await lastSumsOf(ctx.db, ids), conditions: await conditionsOf(ctx.db, ids) });
  return { rows: lines.map((line, index) => rowOf(line, index, words)) };
}

async function headOf({ use, actor, clock, text }: CommitmentsContext) {
  const filledBy = actor.personId ? ((await use.directory.findPerson(actor.personId))?.fullName ?? "") : "";
  return { title: text("commitments.sheet.title", {}, "zh-CN"), filledBy, date: clock.today(), organisation: (await use.directory.community())?.name ?? "" };
}

/** The lines under a filter, all pages of them; throws exportTooLong. */
async function linesOf(ctx: CommitmentsContext, scope: Scope, asked: LedgerAsked): Promise<ShownRow[]> {
  const { count, upTo } = readLedger(ctx);
  const found = (await count(scope, asked))[asked.filter];
  if (found > most) throw errors.exportTooLong({ count: found, most });
  return upTo(scope, asked, most);
}

/** The ledger as an .xlsx file. */
export async function exportLedger(ctx: CommitmentsContext, scope: Scope, asked: LedgerAsked): Promise<Uint8Array> {
  const { organisation, ...head } = await headOf(ctx);
  const named = organisation === "" ? {} : { organisation };
  const { rows } = await paperOf(ctx, scope, asked);
  return writeLedger(planSheet(rows, { ...head, ...named, stamp: ctx.clock.now() }));
}

/** The same lines and columns as a .csv file, for whoever reads it into another program. */
export async function exportCsv(ctx: CommitmentsContext, scope: Scope, asked: LedgerAsked): Promise<Uint8Array> {
  const { rows } = await paperOf(ctx, scope, asked);
  return writeCsv([headings, ...rows]);
}

/** The month's account in one line: "上月 23 + 新增 9 = 销号 5 + 在办 26 + …". */
async function accountOf(ctx: CommitmentsContext, scope: Scope): Promise<string> {
  const { clock, text } = ctx;
  const since = startOfDay(`${clock.today().slice(0, 8)}01`, clock.zone);
  return text("commitments.account", { ...(await readAccount(ctx, scope.paths, { since, cutOff: clock.now() })) }, "zh-CN");
}

/** The ledger as a page to print, landscape, with the same columns. */
export async function printLedger(ctx: CommitmentsContext, scope: Scope, asked: LedgerAsked): Promise<string> {
  const { rows } = await paperOf(ctx, scope, asked);
  return writeLedgerPage({ ...(await headOf(ctx)), headings, rows, account: await accountOf(ctx, scope) });
}
