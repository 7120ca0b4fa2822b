import type { HolidayYear } from "../problem.js";

/** Autumn 2026 as the acceptance stories give it: the Mid-Autumn and National Day holidays with their make-up workdays; for generated worlds only. */
export const holidays2026: HolidayYear = {
  year: 2026,
  days: [
    { date: "2026-09-20", isOffDay: false, name: "国庆节调休" },
    { date: "2026-09-25", isOffDay: true, name: "中秋节" },
    ...["01", "02", "03", "04", "05", "06", "07"].map((day) => ({ date: `2026-10-${day}`, isOffDay: true, name: "国庆节" })),
    { date: "2026-10-10", isOffDay: false, name: "国庆节调休" },
  ],
};
