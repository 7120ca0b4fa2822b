import { language } from "@lianxin/web-kit";

const timeZone = "Asia/Shanghai";

/** “9月16日星期三” of a moment in milliseconds. */
export const todayText = (now: number): string =>
  new Intl.DateTimeFormat(language.value === "en" ? "en-GB" : "zh-CN", { timeZone, weekday: "long", month: "long", day: "numeric" }).format(now);

/** “农历八月初六”; nothing in English, and nothing where the browser has no Chinese calendar. */
export function lunarText(now: number): string | undefined {
  if (language.value === "en") return undefined;
  const parts = new Intl.DateTimeFormat("zh-CN-u-ca-chinese", { timeZone, dateStyle: "long" }).formatToParts(now);
  const [month, day] = ["month", "day"].map((type) => parts.find((part) => part.type === type)?.value);
  return month?.endsWith("月") && day ? `农历${month}${day}` : undefined;
}
