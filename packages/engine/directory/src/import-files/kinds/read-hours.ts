import type { WeeklySpan } from "../../directory.js";

const days = "一二三四五六日";
const dayNumber = (letter: string): number => days.indexOf(letter === "天" || letter === "7" ? "日" : letter) + 1;
const range = /(?:周|星期|礼拜)([一二三四五六日天])(?:[至到\-–—~～](?:周|星期|礼拜)?([一二三四五六日天]))?/gu;
const span = /(\d{1,2})[:：点](\d{2})?半?\s*[至到\-–—~～]\s*(\d{1,2})[:：点](\d{2})?/gu;

/** "8:30" or "8：30" or "8点" as "08:30"; undefined when there is no such time. */
export function readTime(text: string): string | undefined {
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[:：点时](\d{2})?分?)?(?::\d{2})?$/u.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && Number(minute) > 0)) return undefined;
  return `${hour.padStart(2, "0")}:${minute}`;
}

function weekdaysIn(text: string): number[] {
  if (/每天|每日|天天/.test(text)) return [1, 2, 3, 4, 5, 6, 7];
  if (/工作日/.test(text)) return [1, 2, 3, 4, 5];
  if (/周末/.test(text)) return [6, 7];
  return [...text.matchAll(range)].flatMap(([, from, to]) => {
    const [first, last] = [dayNumber(from!), dayNumber(to ?? from!)];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
}

/**
 * Weekly hours as people write them: "周一至周五 08:30-11:30、14:00-17:30；周六 9:00-12:00", "每天 18:00-21:00". Undefined when a part has no
 * day, no time, or a time that ends before it begins. Linear in the text.
 */
export function readHours(text: string): WeeklySpan[] | undefined {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const spans = parts.flatMap((part) => {
    const times = [...part.matchAll(span)].map(([, h1, m1 = "00", h2, m2 = "00"]) => ({ fromTime: readTime(`${h1}:${m1}`), toTime: readTime(`${h2}:${m2}`) }));
    const found = weekdaysIn(part).flatMap((weekday) => times.map((time) => ({ weekday, ...time })));
    return found.length > 0 ? found : [undefined];
  });
  const isSpan = (s: (typeof spans)[number]): s is WeeklySpan => s?.fromTime !== undefined && s.toTime !== undefined && s.fromTime < s.toTime;
  return spans.length > 0 && spans.every(isSpan) ? spans : undefined;
}
