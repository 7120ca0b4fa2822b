import { afterEach, expect, test, vi } from "vitest";
import { dateOf, dayText, timeText, whenText } from "./dates.js";
import { setLanguage } from "./texts.js";

const speak = async (language: "zh-CN" | "en") => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}")));
  await setLanguage(language);
};
afterEach(() => speak("zh-CN"));

test("writes days and times as people in the community read them, whatever the device's zone", () => {
  expect(dayText("2026-09-16")).toBe("9月16日（周三）");
  expect(dayText("2026-09-15T23:30:00.000Z")).toBe("9月16日（周三）");
  expect(dayText("2026-09-16", { year: true })).toBe("2026年9月16日（周三）");
  expect(timeText("2026-09-09T07:00:00.000Z")).toBe("15:00");
  expect(timeText("2026-09-08T16:00:00.000Z")).toBe("00:00");
  expect(dateOf("2026-09-08T16:00:00.000Z")).toBe("2026-09-09");
});

test("names the day of the end only when it is another", () => {
  expect(whenText("2026-09-09T07:00:00.000Z", "2026-09-09T08:30:00.000Z")).toBe("9月9日（周三） 15:00–16:30");
  expect(whenText("2026-09-09T07:00:00.000Z", "2026-09-10T08:30:00.000Z")).toBe("9月9日（周三） 15:00–9月10日（周四） 16:30");
  expect(whenText("2026-09-09T07:00:00.000Z")).toBe("9月9日（周三） 15:00");
});

test("follows the language", async () => {
  await speak("en");

  expect(dayText("2026-09-16")).toMatch(/^Wed 16 Sept?$/);
});
