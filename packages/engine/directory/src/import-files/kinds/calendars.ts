import { readChoice, readDate, readName, readPhone, readText, type ColumnSet, type ValuesOf } from "@lianxin/documents";
import { Temporal } from "temporal-polyfill";
import type { DirectoryContext } from "../../plugin.js";
import { nameKeyOf } from "../../read-words/read-name.js";
import type { BusyKind } from "../../words.js";
import { PlanMaker, type ImportKind, type ImportLine } from "../import-plan.js";
import { choosePerson } from "./choose-person.js";
import { findKnownPeople, type KnownPerson } from "./known-people.repository.js";
import { readHours, readTime } from "./read-hours.js";

const kinds: Readonly<Record<BusyKind, readonly string[]>> = {
  work: ["上班", "工作", "值班", "开会"],
  leave: ["请假", "休假"],
  away: ["外出", "出差", "不在", "没空"],
};
const who = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  fullName: { header: "姓名", synonyms: ["名字", "成员姓名"], read: readName, isRequired: true },
  phone: { header: "手机", synonyms: ["手机号", "手机号码", "联系电话", "电话"], read: readPhone },
} as const;

export const calendarColumns = {
  ...who,
  day: { header: "日期", synonyms: ["哪天"], read: readDate(), isRequired: true },
  fromTime: { header: "开始", synonyms: ["开始时间", "从"], read: readText({ limit: 20 }), isRequired: true, sample: "08:30" },
  toTime: { header: "结束", synonyms: ["结束时间", "到"], read: readText({ limit: 20 }), isRequired: true, sample: "10:30" },
  kind: { header: "情况", synonyms: ["类别", "事由类别"], read: readChoice(kinds) },
} as const;
export const hoursColumns = {
  ...who,
  hours: {
    header: "可到时间",
    synonyms: ["可联系时间", "有空时间", "空闲时间"],
    read: readText({ limit: 300 }),
    isRequired: true,
    sample: "周二 18:00-21:00；周六 9:00-12:00",
  },
} as const;

type Who = ValuesOf<typeof who>;
/** Finds each line's person; a line that names nobody, or one of several, is refused. */
async function matchPeople<C extends ColumnSet>(
  ctx: DirectoryContext,
  path: string,
  lines: readonly ImportLine<ValuesOf<C> & Who>[],
  plan: PlanMaker,
): Promise<{ line: ImportLine<ValuesOf<C> & Who>; person: KnownPerson }[]> {
  const known = await findKnownPeople(
    ctx,
    path,
    lines.map(({ values }) => nameKeyOf(values.fullName!)),
  );
  return lines.flatMap((line) => {
    const { fullName, phone } = line.values;
    const chosen = choosePerson(known.get(nameKeyOf(fullName!)) ?? [], { phoneIndex: phone && ctx.blind(phone) });
    if ("person" in chosen) return [{ line, person: chosen.person }];
    plan.refuse(line.line, "fullName", "isAmbiguous" in chosen ? "ambiguous" : "personUnknown", { name: fullName! });
    return [];
  });
}

const instantOf = (day: string, time: string, zone: string): string =>
  (time === "24:00"
    ? Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone)
    : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
  )
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** Times when people cannot come; the same span again is the same. */
export const calendarsImport: ImportKind<typeof calendarColumns> = {
  columns: calendarColumns,
  async plan(ctx, top, lines) {
    const plan = new PlanMaker();
    const matched = await matchPeople<typeof calendarColumns>(ctx, top.placePath, lines, plan);
    const ids = ["", ...matched.map(({ person }) => person.id)];
    const rows = await ctx.db.selectFrom("directory_busy").select(["personId", "startsAt", "endsAt"]).where("personId", "in", ids).execute();
    const known = new Set(rows.map((row) => `${row.personId} ${row.startsAt} ${row.endsAt}`));
    for (const {
      line: { line, values },
      person,
    } of matched) {
      const [from, to] = [readTime(values.fromTime!), readTime(values.toTime!)];
      if (!from || !to) plan.refuse(line, from ? "toTime" : "fromTime", "timeWrong");
      else if (to <= from) plan.refuse(line, "toTime", "timesReversed");
      else {
        const [startsAt, endsAt] = [from, to].map((time) => instantOf(values.day!.toString(), time, ctx.clock.zone)) as [string, string];
        const key = `${person.id} ${startsAt} ${endsAt}`;
        const id = ctx.newId();
        plan.write(
          line,
          known.has(key)
            ? []
            : [{ deed: "added", table: "directory_busy", id, values: { id, personId: person.id, startsAt, endsAt, kind: values.kind ?? "work" } }],
        );
        known.add(key);
      }
    }
    return plan.finish();
  },
};

/** When people can usually come, each week. */
export const hoursImport: ImportKind<typeof hoursColumns> = {
  columns: hoursColumns,
  async plan(ctx, top, lines) {
    const plan = new PlanMaker();
    const matched = await matchPeople<typeof hoursColumns>(ctx, top.placePath, lines, plan);
    const rows = await ctx.db
      .selectFrom("directory_weekly_hours")
      .select(["personId", "weekday", "fromTime", "toTime"])
      .where("personId", "in", ["", ...matched.map(({ person }) => person.id)])
      .execute();
    const known = new Set(rows.map((row) => `${row.personId} ${row.weekday} ${row.fromTime} ${row.toTime}`));
    for (const {
      line: { line, values },
      person,
    } of matched) {
      const spans = readHours(values.hours!);
      const fresh = (spans ?? []).filter((s) => !known.has(`${person.id} ${s.weekday} ${s.fromTime} ${s.toTime}`));
      if (!spans) plan.refuse(line, "hours", "hoursWrong");
      else
        plan.write(
          line,
          fresh
            .map((span) => ({ id: ctx.newId(), personId: person.id, ...span }))
            .map((values) => ({ deed: "added", table: "directory_weekly_hours", id: values.id, values })),
        );
      for (const s of fresh) known.add(`${person.id} ${s.weekday} ${s.fromTime} ${s.toTime}`);
    }
    return plan.finish();
  },
};
