/** Days off from–to and the days worked for them, as a year's notice lists them. */
interface Festival {
  readonly name: string;
  readonly off: readonly [string, string];
  readonly worked?: readonly string[];
}

/** 国务院办公厅关于2026年部分节假日安排的通知. */
const festivals2026: readonly Festival[] = [
  { name: "元旦", off: ["2026-01-01", "2026-01-03"], worked: ["2026-01-04"] },
  { name: "春节", off: ["2026-02-15", "2026-02-23"], worked: ["2026-02-14", "2026-02-28"] },
  { name: "清明节", off: ["2026-04-04", "2026-04-06"] },
  { name: "劳动节", off: ["2026-05-01", "2026-05-05"], worked: ["2026-05-09"] },
  { name: "端午节", off: ["2026-06-19", "2026-06-21"] },
  { name: "中秋节", off: ["2026-09-25", "2026-09-27"] },
  { name: "国庆节", off: ["2026-10-01", "2026-10-07"], worked: ["2026-09-20", "2026-10-10"] },
];

/** Made up: the days of the festivals are right, which days around them are off is not known. */
const festivals2027: readonly Festival[] = [
  { name: "元旦", off: ["2027-01-01", "2027-01-03"] },
  { name: "春节", off: ["2027-02-05", "2027-02-11"], worked: ["2027-01-31", "2027-02-13"] },
  { name: "清明节", off: ["2027-04-03", "2027-04-05"] },
  { name: "劳动节", off: ["2027-05-01", "2027-05-05"], worked: ["2027-05-08"] },
  { name: "端午节", off: ["2027-06-09", "2027-06-09"] },
  { name: "中秋节", off: ["2027-09-15", "2027-09-15"] },
  { name: "国庆节", off: ["2027-10-01", "2027-10-07"], worked: ["2027-09-26", "2027-10-09"] },
];

const dayMs = 86_400_000;
const daysOf = ([from, to]: readonly [string, string]): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / dayMs + 1 }, (_, i) => new Date(Date.parse(from) + i * dayMs).toISOString().slice(0, 10));

function linesOf(festivals: readonly Festival[], source: string, isFictional: boolean): string[][] {
  const days = festivals.flatMap(({ name, off, worked = [] }) => [
    ...daysOf(off).map((day) => [day, name, "是"]),
    ...worked.map((day) => [day, `${name}补班`, "否"]),
  ]);
  return days.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)).map((line, i) => [String(i + 1), ...line, source, isFictional ? "是" : "否"]);
}

/** 序号, 日期, 节日, 是否放假, 来源, 是否虚构. */
export const holidayLines2026 = linesOf(festivals2026, "国务院办公厅关于2026年部分节假日安排的通知", false);
export const holidayLines2027 = linesOf(festivals2027, "演示用，虚构，不是国务院的安排", true);
