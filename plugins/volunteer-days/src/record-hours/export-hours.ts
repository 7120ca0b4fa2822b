import { writeLedger, type LedgerColumn } from "@lianxin/documents";
import type { Scope } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { listService } from "./service.repository.js";

/** What 民政部令第67号 第七条 asks of a service record; the time in minutes stands beside the hours it asks for. */
export const columns: readonly LedgerColumn[] = [
  { header: "序号", kind: "number" },
  { header: "姓名", kind: "text" },
  { header: "活动名称", kind: "text" },
  { header: "日期", kind: "date" },
  { header: "地点", kind: "text" },
  { header: "服务内容", kind: "text" },
  { header: "服务时间（小时）", kind: "text" },
  { header: "服务时间（分钟）", kind: "number" },
  { header: "活动组织单位", kind: "text" },
  { header: "活动负责人", kind: "text" },
  { header: "备注", kind: "text" },
];

export const headings: readonly string[] = columns.map(({ header }) => header);

type Row = Awaited<ReturnType<typeof listService>>[number];

/** The cells of each row, in the order of the headings; a row that stands no more says so. */
export function linesOf(rows: readonly Row[]) {
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  return rows.map((row, i) => [
    ...[i + 1, row.name, row.title, row.servedOn, row.siteName, row.work],
    ...[tellHours(row.minutes), row.minutes, row.organizer, row.leaderName ?? "", row.reason ?? (reversed.has(row.id) ? "已更正，见下" : "")],
  ]);
}

/** The same with their sum in the last line, which nobody has to add up from texts. */
export function linesWithSum(rows: readonly Row[]) {
  const total = rows.reduce((sum, { minutes }) => sum + minutes, 0);
  return rows.length === 0 ? [] : [...linesOf(rows), ["", "合计", "", "", "", "", tellHours(total), total, "", "", ""]];
}

/** "9 小时 10 分" of 550 minutes; "−1 小时 10 分" of a reversal. */
export function tellHours(minutes: number): string {
  const [sign, whole] = [minutes < 0 ? "−" : "", Math.abs(minutes)];
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return `${sign}${[hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分`].filter(Boolean).join(" ")}`;
}

/** The ledger of hours between two days as an .xlsx file, reversals included. */
export async function exportHours(
  { db, use, actor, clock, text }: VolunteerDaysContext,
  scope: Scope | "everywhere",
  from: string,
  to: string,
): Promise<Uint8Array> {
  const rows = await listService(db, scope, from, to);
  const filledBy = actor.personId ? ((await use.directory.findPerson(actor.personId))?.fullName ?? "") : "";
  return writeLedger({
    title: text("volunteer-days.hours.title", {}, "zh-CN"),
    organisation: (await use.directory.community())?.name ?? "",
    filledBy,
    date: clock.today(),
    columns,
    rows: linesWithSum(rows),
    stamp: clock.now(),
  });
}
