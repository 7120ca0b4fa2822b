import { writeLedgerBook, type Ledger, type LedgerColumn } from "@lianxin/documents";
import { everywhere, type Scope } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { columns as serviceColumns, linesWithSum, tellHours } from "../record-hours/export-hours.js";
import { listService } from "../record-hours/service.repository.js";
import { findBasics, openAll } from "./basics.js";
import { entriesBetween, type EntryKind } from "./record-entry.js";

const texts = (...headers: readonly string[]): LedgerColumn[] =>
  headers.map((header) => ({ header, kind: header === "日期" || header.endsWith("日期") ? "date" : "text" }));
const number: LedgerColumn = { header: "序号", kind: "number" };

/** The headings of each sheet, by the article of 民政部令第67号 it answers. */
const sheets = {
  basics: [number, ...texts("姓名", "性别", "出生日期", "身份证件号码", "居住区域", "联系方式", "专业技能", "服务类别", "同意日期")],
  training: [number, ...texts("姓名", "培训名称", "主要内容", "学习时长", "举办单位", "日期")],
  award: [number, ...texts("姓名", "表彰奖励名称", "日期", "授予单位")],
  evaluation: [number, ...texts("姓名", "服务", "服务质量评价", "评价日期", "评价单位")],
} as const;

/** 第五条 of those who agreed: opened, each reading in the access log. */
async function basicsRows(ctx: VolunteerDaysContext, volunteerIds: readonly string[]) {
  const rows = await findBasics(ctx.db, volunteerIds);
  const people = await everywhere(ctx.db, "volunteer_days_volunteer", "those whose record is exported")
    .select(["id", "name", "phone", "skills"])
    .where("id", "in", ["", ...rows.map(({ volunteerId }) => volunteerId)])
    .orderBy("nameKey")
    .orderBy("id")
    .execute();
  const of = new Map(rows.map((row) => [row.volunteerId, row]));
  const sealed = people.flatMap(({ id, phone }) => [of.get(id)!.bornOn, of.get(id)!.idNumber, phone]);
  const opened = await openAll(ctx, sealed, "report");
  return people.map(({ id, name, skills }, i) => {
    const { sex, district, serviceKinds, agreedOn } = of.get(id)!;
    const [bornOn = "", idNumber = "", phone = ""] = opened.slice(3 * i, 3 * i + 3);
    const told = sex === null ? "" : ctx.text(`volunteer-days.sex.${sex}`, {}, "zh-CN");
    return [i + 1, name, told, bornOn, idNumber, district, phone, skills, serviceKinds, agreedOn];
  });
}

type Entry = Awaited<ReturnType<typeof entriesBetween>>[number];
const entryCells: Readonly<Record<EntryKind, (entry: Entry) => (string | null)[]>> = {
  training: ({ name, title, words, minutes, organizer, onDay }) => [name, title, words, tellHours(minutes ?? 0), organizer, onDay],
  award: ({ name, title, organizer, onDay }) => [name, title, onDay, organizer],
  evaluation: ({ name, title, words, organizer, onDay }) => [name, title, words, onDay, organizer],
};

/**
 * The records between two days as one .xlsx file, a sheet for each of 第五条 to 第十条 of 民政部令第67号, to be entered in the national system; nobody is ranked. Basic information is of
 * those in the file who agreed to its being kept.
 */
export async function exportRecords(ctx: VolunteerDaysContext, scope: Scope, from: string, to: string): Promise<Uint8Array> {
  const { db, use, actor, clock, text } = ctx;
  const [service, entries, community] = [await listService(db, scope, from, to), await entriesBetween(db, scope, from, to), await use.directory.community()];
  const filledBy = actor.personId ? ((await use.directory.findPerson(actor.personId))?.fullName ?? "") : "";
  const ledger = (title: string, columns: readonly LedgerColumn[], rows: Ledger["rows"]): Ledger => ({
    // A sheet of headings alone looks like one that was not filled.
    ...{
      title,
      columns,
      rows: rows.length > 0 ? rows : [["", text("volunteer-days.record.nothing", {}, "zh-CN")]],
      organisation: community?.name ?? "",
      filledBy,
      date: clock.today(),
      stamp: clock.now(),
    },
  });
  const ids = [...new Set([...service, ...entries].map(({ volunteerId }) => volunteerId))];
  const entryLedger = (kind: EntryKind): Ledger => {
    const own = entries.filter((entry) => entry.kind === kind);
    return ledger(
      text(`volunteer-days.entry.${kind}`, {}, "zh-CN"),
      sheets[kind],
      own.map((entry, i) => [i + 1, ...entryCells[kind](entry)]),
    );
  };
  return writeLedgerBook([
    ledger(text("volunteer-days.basics.title", {}, "zh-CN"), sheets.basics, await basicsRows(ctx, ids)),
    ledger(text("volunteer-days.hours.title", {}, "zh-CN"), serviceColumns, linesWithSum(service)),
    ...(["training", "award", "evaluation"] as const).map(entryLedger),
  ]);
}
