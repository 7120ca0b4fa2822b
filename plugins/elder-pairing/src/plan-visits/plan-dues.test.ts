import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import { levels, wishes } from "../words.js";
import { cadenceOf, planDues, type DueElder, type MonthFacts } from "./plan-dues.js";
import { festivalOf, newYears } from "./spring-festival.js";

const off = ["05", "06", "07", "08", "09", "10", "11"].map((day) => `2027-02-${day}`);
const february: MonthFacts = { month: "2027-02-01", from: "2027-02-01", offDays: new Set(off), workedDays: new Set(), festival: festivalOf(2027) };
const elders = (count: number, facts: Omit<DueElder, "id">): DueElder[] =>
  Array.from({ length: count }, (_, i) => ({ id: `e${String(i).padStart(3, "0")}`, ...facts }));
const ordinary = { level: "green", isSpecial: false, wish: "visit" } as const;

test("the first days of lunar years are those of the Chinese calendar", () => {
  const format = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });
  for (let year = 2026; year <= 2036; year++) {
    const [, second] = [...festivalOf(year)!.closed];
    // The new moons of 2027 and 2030 are minutes from midnight in Beijing; the library's shorter formula puts them on the other side.
    const off = { 2027: 1, 2030: -1 }[year] ?? 0;
    expect(format.format(new Date(`${addDays(second!, off)}T00:00:00Z`)), String(year)).toBe("1/1");
  }
});

test("Spring Festival is what the loaded calendar calls so; a year nobody lists, or that its calendar denies, is not guessed", () => {
  const off = (day: string, name: string) => ({ day, name, isOffDay: true });
  const eve = (year: number, calendar: Parameters<typeof festivalOf>[1]) => [...(festivalOf(year, calendar)?.closed ?? [])][0];

  expect(eve(2040, [off("2040-02-11", "除夕")])).toBe("2040-02-11");
  expect(eve(2027, [off("2027-02-05", "春节"), off("2027-02-06", "春节")])).toBe("2027-02-05");
  expect([eve(2040, []), eve(2027, [off("2027-02-16", "春节"), off("2027-02-17", "春节")])]).toEqual([undefined, undefined]);
  expect(Object.entries(newYears.days).every(([year, day]) => day.startsWith(year))).toBe(true);
});

test("a week that the year's end cuts has its day in the year whose holidays are known", () => {
  const december: MonthFacts = { month: "2026-12-01", from: "2026-12-28", offDays: new Set(), workedDays: new Set(), festival: undefined };

  const dues = planDues(elders(40, { ...ordinary, level: "red" }), december);

  expect([...new Set(dues.map(({ dueOn }) => dueOn))].sort()).toEqual(["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"]);
});

test("red stays weekly through the festival and nothing falls due from the eve to the third day; the days around it take over", () => {
  const dues = planDues(elders(62, { ...ordinary, level: "red" }), february);

  const week = (day: string): string => addDays(day, 1 - weekdayOf(day));
  const weeks = new Map<string, number>();
  for (const { dueOn } of dues) weeks.set(week(dueOn), (weeks.get(week(dueOn)) ?? 0) + 1);
  expect([...weeks]).toEqual(["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"].map((monday) => [monday, 62]));
  expect(dues.filter(({ dueOn }) => dueOn >= "2027-02-05" && dueOn <= "2027-02-08")).toEqual([]);
});

test("yellow and green keep out of the days around the festival while the month has others, and are all due in the month", () => {
  const some = elders(251, { ...ordinary, level: "yellow" });
  const dues = planDues(some, february);
  const late = planDues(some, { ...february, from: "2027-02-25", festival: { closed: new Set(), quiet: new Set(["2027-02-25", "2027-02-26"]) } });

  expect(new Set(dues.map(({ elderId }) => elderId)).size).toBe(251);
  expect(dues.filter(({ dueOn }) => dueOn >= "2027-02-04" && dueOn <= "2027-02-10")).toEqual([]);
  const perDay = new Map<string, number>();
  for (const { dueOn } of dues) perDay.set(dueOn, (perDay.get(dueOn) ?? 0) + 1);
  expect(Math.max(...perDay.values()) - Math.min(...perDay.values())).toBeLessThanOrEqual(1);
  expect(late.length).toBe(251);
});

test("who is of the six groups is due each month whatever the level, other green ones once a quarter", () => {
  const months = ["2027-04-01", "2027-05-01", "2027-06-01"];
  const count = (facts: Partial<DueElder>) =>
    months.map((month) => planDues(elders(90, { ...ordinary, ...facts }), { ...february, month, from: month, offDays: new Set(), festival: undefined }).length);

  expect(count({ isSpecial: true })).toEqual([90, 90, 90]);
  const plain = count({});
  expect(plain.reduce((a, b) => a + b)).toBe(90);
  expect(Math.min(...plain)).toBeGreaterThan(15);
});

test("every month of every mix: weekdays that are worked, each wish respected, no elder twice in what is monthly", () => {
  const anElder = fc.record({ level: fc.constantFrom(...levels), isSpecial: fc.boolean(), wish: fc.constantFrom(...wishes) });
  fc.assert(
    fc.property(fc.array(anElder, { maxLength: 40 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 27 }), (facts, n, late) => {
      const month = `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-01`;
      const from = addDays(month, late);
      const all = facts.map((one, i) => ({ id: `e${i}`, ...one }));
      const dues = planDues(all, { month, from, offDays: new Set(), workedDays: new Set(), festival: festivalOf(Number(month.slice(0, 4))) });

      const of = new Map(all.map((one) => [one.id, one]));
      for (const { elderId, dueOn, mode } of dues) {
        const elder = of.get(elderId)!;
        expect(elder.wish).toBe(mode);
        expect(dueOn >= from).toBe(true);
        expect(festivalOf(Number(dueOn.slice(0, 4)))!.closed.has(dueOn)).toBe(false);
        if (cadenceOf(elder) !== "weekly") expect(monthOf(dueOn)).toBe(monthOf(month));
      }
      const monthly = dues.filter(({ elderId }) => cadenceOf(of.get(elderId)!) !== "weekly").map(({ elderId }) => elderId);
      expect(new Set(monthly).size).toBe(monthly.length);
    }),
    { numRuns: 150, seed: 3 },
  );
});
