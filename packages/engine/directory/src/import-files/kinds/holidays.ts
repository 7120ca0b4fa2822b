import { readChoice, readDate, readText, readYesNo, type CellKind, type CellReader } from "@lianxin/documents";
import { PlanMaker, type ImportKind } from "../import-plan.js";

const isYes = { true: true, false: false } as const;
const readWord = readChoice({ true: ["休", "放假", "休息", "假"], false: ["班", "上班", "补班", "调休上班", "工作"] });
/** Whether a day is off, as a list answers it (是, 否) or as calendars print it (休, 班). */
const readOff: CellReader<boolean> = Object.assign(
  (text: string, kind: CellKind) => {
    const reading = readWord(text, kind);
    return "value" in reading ? { value: isYes[reading.value] } : readYesNo(text);
  },
  { takes: { choices: ["休", "班"] } },
);

export const holidayColumns = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  day: { header: "日期", read: readDate(), isRequired: true },
  name: { header: "名称", synonyms: ["节日", "节假日", "节日名称"], read: readText({ limit: 50 }), isRequired: true },
  isOffDay: { header: "是否放假", synonyms: ["放假", "休息", "是否休息", "休或班"], read: readOff, isRequired: true },
  source: { header: "来源", synonyms: ["依据"], read: readText({ limit: 200 }) },
  isFictional: { header: "是否虚构", synonyms: ["虚构"], read: readChoice({ yes: ["是", "虚构", "演示"], no: ["否", "不是", "正式"] }) },
} as const;

/** Days off and worked days of a year, known by their date. */
export const holidaysImport: ImportKind<typeof holidayColumns> = {
  columns: holidayColumns,
  async plan({ db, newId, text }, _top, lines) {
    const plan = new PlanMaker();
    const rows = await db
      .selectFrom("directory_holiday")
      .select(["id", "day", "name", "isOffDay", "isFictional", "source"])
      .where("day", "in", ["", ...lines.map(({ values }) => values.day!.toString())])
      .execute();
    const known = new Map(rows.map((row) => [row.day, row]));
    for (const { line, values } of lines) {
      const day = values.day!.toString();
      const there = known.get(day);
      const said = {
        name: values.name!,
        isOffDay: values.isOffDay!,
        isFictional: values.isFictional === "yes",
        source: values.source ?? text("directory.import.holidaySource", {}, "zh-CN"),
      };
      const before = there && { name: there.name, isOffDay: there.isOffDay, isFictional: there.isFictional, source: there.source };
      const id = there?.id ?? newId();
      if (!there) plan.write(line, [{ deed: "added", table: "directory_holiday", id, values: { id, year: values.day!.year, day, ...said } }]);
      else if (JSON.stringify(before) === JSON.stringify(said)) plan.write(line, []);
      else plan.write(line, [{ deed: "changed", table: "directory_holiday", id, values: said, before: before! }]);
      known.set(day, { id, day, ...said });
    }
    return plan.finish();
  },
};
