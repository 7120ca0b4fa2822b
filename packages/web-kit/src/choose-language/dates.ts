import { language } from "./texts.js";

const zone = "Asia/Shanghai";
const made = new Map<string, Intl.DateTimeFormat>();
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language.value + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(language.value === "en" ? "en-GB" : "zh-CN", { timeZone: zone, ...options });
  made.set(key, found);
  return found;
};
/** Noon in Shanghai of a date: any time of that day would do. */
const noonOf = (date: string): Date => new Date(`${date}T12:00:00+08:00`);

/** The date in the community's zone of an instant, "2026-09-16". */
export const dateOf = (instant: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(instant));

/** "9月16日（周三）", "Wed 16 Sept"; with the year on demand. Takes a date "2026-09-16" or an instant. */
export function dayText(dateOrInstant: string, show: { readonly year?: boolean } = {}): string {
  const date = noonOf(dateOrInstant.length > 10 ? dateOf(dateOrInstant) : dateOrInstant);
  const year = show.year ? ({ year: "numeric" } as const) : {};
  if (language.value === "en")
    return format({ weekday: "short", day: "numeric", month: "short", ...year })
      .format(date)
      .replace(",", "");
  return `${format({ month: "long", day: "numeric", ...year }).format(date)}（${format({ weekday: "short" }).format(date)}）`;
}

/** "15:00" in the community's zone. */
export const timeText = (instant: string): string => format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));

/** "9月9日（周三） 15:00–16:30". Takes instants; the end may be left out. */
export const whenText = (startsAt: string, endsAt?: string): string => {
  const until = endsAt === undefined ? "" : `–${dateOf(endsAt) === dateOf(startsAt) ? "" : `${dayText(endsAt)} `}${timeText(endsAt)}`;
  return `${dayText(startsAt)} ${timeText(startsAt)}${until}`;
};
