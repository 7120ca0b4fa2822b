import type { seriesPagesZhCN } from "./series-pages.zh-CN.js";

export const seriesPagesEn: Record<keyof typeof seriesPagesZhCN, string> = {
  "series.every": "How often",
  "series.weeks.1": "every week",
  "series.weeks.2": "every two weeks",
  "series.weeks.4": "every four weeks",
  "series.every.1": "Every month",
  "series.every.2": "Every two months",
  "series.every.3": "Every quarter",
  "series.every.6": "Twice a year",
  "series.every.12": "Once a year",
  "series.everyRule": "{every}, {rule}",
  "series.end": "End this series",
  "series.until": "Last day",
  "series.endHint": "There is no date after this day. Meetings that were held stay.",
  "series.endSubmit": "Set the last day",
  "series.ended": "The series goes until {day}",
  "series.goOn": "Let it go on",
  "series.noDates": "No date in the next half year.",
};
