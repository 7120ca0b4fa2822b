import { writeLedger, writeLedgerPage } from "@lianxin/documents";
import type { Scope } from "@lianxin/plugin-kit";
import type { ActivitiesContext } from "../plugin.js";
import type { CountedReadings } from "../tell-readers/count-readings.js";
import { countYear } from "./count-year.js";
import type { ShownCells } from "./hide-small.js";

type Line = readonly [group: string, item: string, figure: string];

/** The report line by line, in the words and figures of its page. */
async function writeLines(ctx: ActivitiesContext, scope: Scope, year: string): Promise<{ lines: Line[]; citation: string }> {
  const report = await countYear(ctx, scope, year);
  const said = (key: string, params: Readonly<Record<string, string | number>> = {}): string => ctx.text(`children-activities.${key}`, params, "zh-CN");
  const shown = (count: number | null): string => (count === null ? said("year.small") : String(count));
  const cells = (measure: string, group: string, { cells: all, total }: ShownCells<string>, isSummed = true): Line[] => [
    ...Object.entries(all).map(([key, count]): Line => [said(`year.${measure}`), said(`${group}.${key}`), shown(count)]),
    ...(isSummed ? [[said(`year.${measure}`), said("year.total"), shown(total)] as const] : []),
  ];
  const kept = (measure: string, group: string, of: ShownCells<string> | null): Line[] =>
    of === null ? [[said(`year.${measure}`), "", said("year.ended")]] : cells(measure, group, of, false);
  const held = (key: string, figure: string): Line => [said("year.held"), said(`year.${key}`), figure];
  const readings = (all: readonly CountedReadings[] | null): Line[] =>
    all === null
      ? [[said("year.readings"), "", said("year.ended")]]
      : all.map(({ purpose, reader, times }) => [
          said("year.readings"),
          said("year.reading", { purpose: said(`purpose.${purpose}`), reader: said(`reader.${reader}`) }),
          said("reading.times", { count: times }),
        ]);
  const { alarms, checks } = report;
  const lines = [
    ...(["homes", "sessions", "cancelled", "overrides"] as const).map((key) => held(key, String(report[key]))),
    held("alarms", said("year.alarmed", { count: alarms.count, minutes: alarms.minutes })),
    held("checks", checks ? said("year.checked", { clear: shown(checks.cells.clear), notClear: shown(checks.cells.not_clear) }) : said("year.ended")),
    ...cells("children", "band", report.children),
    ...cells("visits", "band", report.visits),
    ...kept("agreed", "consent", report.agreed),
    ...kept("takenBack", "consent", report.takenBack),
    ...cells("incidents", "incident", report.incidents),
    ...cells("reports", "office", report.reports),
    ...readings(report.readings),
  ];
  return { lines, citation: `${said("year.hidden", { smallest: report.smallest })} ${report.citation}。${said("year.readingRule")} ${report.readingCitation}` };
}

async function headOf({ text, use, clock, actor }: ActivitiesContext, year: string) {
  const [community, names] = await Promise.all([use.directory.community(), use.directory.namesOf(actor.personId === null ? [] : [actor.personId])]);
  return {
    title: text("children-activities.year.file", { year }, "zh-CN"),
    organisation: community?.name ?? "",
    filledBy: actor.personId === null ? "" : (names.get(actor.personId) ?? ""),
    date: clock.today(),
    headings: (["group", "item", "figure"] as const).map((key) => text(`children-activities.year.column.${key}`, {}, "zh-CN")),
  };
}

/** The yearly report as .xlsx: what the page says, cell by cell. */
export async function writeYearFile(ctx: ActivitiesContext, scope: Scope, year: string): Promise<Uint8Array> {
  const [{ lines, citation }, { headings, ...head }] = [await writeLines(ctx, scope, year), await headOf(ctx, year)];
  return writeLedger({
    ...head,
    columns: headings.map((header) => ({ header, kind: "text" as const })),
    rows: [...lines, [ctx.text("children-activities.year.rule", {}, "zh-CN"), citation, ""]],
    stamp: ctx.clock.now(),
  });
}

/** The same to print, on A4. */
export async function printYear(ctx: ActivitiesContext, scope: Scope, year: string): Promise<string> {
  const [{ lines, citation }, head] = [await writeLines(ctx, scope, year), await headOf(ctx, year)];
  return writeLedgerPage({ ...head, rows: lines, account: citation });
}
