import type { Duty } from "../judge-safety/law.js";
import { addDays, lastOfMonths } from "../tell-time/tell-time.js";

/** How long what is kept of children is kept at the most, as of a day: dated, cited, and marked when nobody checked the text. */
export interface Retention {
  /** Who came when, and what was done that day: to the end of the school year that begins in its calendar year, "08-31" of the next. */
  readonly attendance: Duty & { readonly schoolYearEnds: string };
  /** The words of an incident go with the attendance of that day; that it happened, and when, stays for the count. */
  readonly incidentWords: Duty;
  /** What a guardian said, as proof: so many years after it ended. */
  readonly consent: Duty & { readonly years: number };
}

export const retention: Retention = {
  attendance: {
    schoolYearEnds: "08-31",
    from: "2019-10-01",
    citation: "《儿童个人信息网络保护规定》第十二条：存储期限不得超过实现收集、使用目的所必需的期限；签到保存到次学年末是地方约定",
    isVerified: false,
  },
  incidentWords: {
    from: "2019-10-01",
    citation: "《儿童个人信息网络保护规定》第十二条；依法要长期保存的由乡镇、公安存档，不在这里存",
    isVerified: false,
  },
  consent: {
    years: 3,
    from: "2021-01-01",
    citation: "《民法典》第一百八十八条：诉讼时效三年，同意书失效后再保存三年作为凭证，期满删除",
    isVerified: false,
  },
};

/** The last day on which what was written of a day may still be kept. */
export const attendanceKeptUntil = (heldOn: string, { attendance }: Retention = retention): string =>
  `${Number(heldOn.slice(0, 4)) + 1}-${attendance.schoolYearEnds}`;

/** The last calendar year whose attendance may not be kept any more on a day. */
export const lastYearToEnd = (today: string, rules: Retention = retention): number => {
  const before = Number(today.slice(0, 4)) - 1;
  return attendanceKeptUntil(`${before}-12-31`, rules) < today ? before : before - 1;
};

/** What ended on or before this day has been kept long enough. */
export const consentEndedBy = (today: string, { consent }: Retention = retention): string => addDays(lastOfMonths(today, -12 * consent.years), 1);
