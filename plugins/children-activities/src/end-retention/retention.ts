import { law, type Duty } from "../judge-safety/law.js";
import { addDays, lastOfMonths } from "../tell-time/tell-time.js";

/** How long what is kept of children is kept at the most, as of a day: dated, cited, and marked when nobody checked the text. */
export interface Retention {
  /** Who came when, and what was done that day: to the end of the school year that begins in its calendar year, "08-31" of the next. */
  readonly attendance: Duty & { readonly schoolYearEnds: string };
  /** The words of an incident go with the attendance of that day; that it happened, and when, stays for the count. */
  readonly incidentWords: Duty;
  /** Who was allowed to collect a child once is on no list the day after, and forgotten with the attendance of that day. */
  readonly oneOff: Duty;
  /** A child who turned so many is no left-behind child any more: its data go as soon as it is expected nowhere. */
  readonly grown: Duty & { readonly age: number };
  /** The data of a closed home's children: so many days in which to hand them over, or to open it again; of one closed before `since` from that day on, as its director was told nothing sooner. */
  readonly closed: Duty & { readonly days: number; readonly since: string };
  /** That an adult was looked up: so many years after it ended; who left so long ago is forgotten with it. */
  readonly checks: Duty & { readonly years: number };
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
  oneOff: {
    from: "2019-10-01",
    citation: "《儿童个人信息网络保护规定》第十二条；一次性接送授权当天用完即止，姓名随当天签到一起删除",
    isVerified: false,
  },
  grown: {
    age: 16,
    from: "2016-02-04",
    citation: "国发〔2016〕13号：留守儿童指不满十六周岁；《个人信息保护法》第四十七条：处理目的已实现，应当主动删除",
    isVerified: true,
  },
  closed: {
    days: 90,
    since: "2026-11-28",
    from: "2021-11-01",
    citation: "《个人信息保护法》第四十七条：停止提供服务的，应当主动删除；关掉以后留 90 天交接是地方约定",
    isVerified: false,
  },
  checks: {
    years: 3,
    from: "2021-06-01",
    citation: "《未成年人保护法》第六十二条；《民法典》第一百八十八条：查询失效后再保存三年，证明当时查询过，期满删除",
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

/** The last day on which the data of a closed home's children may still be kept. */
export const closedKeptUntil = (closedOn: string, { closed }: Retention = retention): string =>
  addDays(closedOn > closed.since ? closedOn : closed.since, closed.days);

/** The last calendar year whose attendance may not be kept any more on a day. */
export const lastYearToEnd = (today: string, rules: Retention = retention): number => {
  const before = Number(today.slice(0, 4)) - 1;
  return attendanceKeptUntil(`${before}-12-31`, rules) < today ? before : before - 1;
};

const endedBy = (today: string, years: number): string => addDays(lastOfMonths(today, -12 * years), 1);
/** What ended on or before this day has been kept long enough. */
export const consentEndedBy = (today: string, { consent }: Retention = retention): string => endedBy(today, consent.years);
export const checksEndedBy = (today: string, { checks }: Retention = retention): string => endedBy(today, checks.years);
/** Are all checks of a calendar year kept still? After that none of them is counted, since a part would be a wrong number. */
export const countsChecks = (year: string, today: string): boolean => lastOfMonths(`${year}-01-01`, law.checkMonths.value) > checksEndedBy(today);
/** Are the rows of all children who were read of, and all answers that were given or taken back in a calendar year kept still? After that none of them is counted, as with checks. */
export const countsAnswers = (year: string, today: string): boolean => `${year}-01-01` > consentEndedBy(today);
