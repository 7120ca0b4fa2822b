const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** `2026年9月8日` of `2026-09-08`; anything else as it stands. */
export function writeDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day;
}

/** 一 to 九十九, as headings are counted. */
export function writeOrdinal(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number < 1 || number > 99) return String(number);
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${digits[ones]}`;
}

/** The number of an agenda item as headings count it: 二 of `2`, 二之一 of `2.1`. */
export const writeItemNumber = (number: string): string =>
  number
    .split(".")
    .map((part) => writeOrdinal(Number(part)))
    .join("之");

/** Names in one line: `王秀珍、李建平`; 无 when there are none. */
export function listNames(names: readonly string[]): string {
  return names.length > 0 ? names.join("、") : "无";
}
