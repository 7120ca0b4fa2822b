import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { dayOn, go, openDesk, openPhone, press } from "./at-desk.js";

async function callOffForRain(page: Page): Promise<void> {
  await page.getByRole("link", { name: "改期或取消" }).click();
  await page.getByRole("radio", { name: "取消这一天" }).check();
  await page.getByRole("radio", { name: "下雨", exact: true }).check();
  await page.getByLabel("跟大家说一句").fill("橙色暴雨");
  await page.getByRole("button", { name: "取消这一天" }).click();
  await page.getByRole("heading", { level: 1, name: "扮靓周四 9月24日（周四）" }).waitFor();
  await page.getByRole("alert").getByText("取消：下雨；橙色暴雨").waitFor();
}

/** One week is called off for rain, with a word for everybody; the sky clears and clouds over again. */
export async function callOff(story: Story): Promise<void> {
  const page = await openDesk(story, "");
  await page.getByRole("link", { name: "9月24日（周四）" }).click();
  await callOffForRain(page);
  await lookWide(page, "called-off");
  await page.getByRole("button", { name: "照常举行" }).click();
  await page.getByRole("alert").getByText("橙色暴雨").waitFor({ state: "detached" });
  await callOffForRain(page);
}

/** A date on a holiday goes to the day that is offered. */
export async function moveHoliday(story: Story): Promise<void> {
  const page = await openDesk(story, "");
  await page.getByRole("link", { name: "10月1日（周四）" }).click();
  await page.getByRole("link", { name: "改期或取消" }).click();
  await page.getByText("可以改到").waitFor();
  await lookWide(page, "change-holiday");
  await page.getByRole("radio", { name: "假期里照常举行" }).check();
  await page.getByRole("button", { name: "照常举行，通知报名的人" }).click();
  await page.getByLabel("为什么假期里照常举行").waitFor();
  await lookWide(page, "hold-on-holiday");
  await page.getByRole("radio", { name: "改期、改时间" }).check();
  await page.getByRole("button", { name: "9月30日（周三）" }).click();
  await page.getByRole("button", { name: "改好，通知报名的人" }).click();
  await page.getByRole("heading", { level: 1, name: "扮靓周四 9月30日（周三）" }).waitFor();
}

/** A second series, with somebody who is at both: moved onto the same day only after it was said who that is. */
export async function moveOntoOther(story: Story): Promise<void> {
  const desk = await story.as("王秀珍");
  expect((await ask(desk, "GET", "volunteer-days/series")).series).toHaveLength(1);
  const { places } = await ask(desk, "GET", "volunteer-days/places");
  await ask(desk, "POST", "volunteer-days/series", {
    ...{ title: "助老日", weekday: 3, startTime: "09:00", endTime: "11:00", fromOn: "2026-09-14", untilOn: "2026-10-28", meetingPoint: "卫生站门口" },
    sites: [{ placeId: places[0].id, work: "陪伴", posts: [{ kind: "member", title: "陪伴", least: 1, most: 3, isAdultsOnly: false }] }],
  });
  const [thursday, wednesday] = [await dayOn(desk, "扮靓周四", "2026-10-15"), await dayOn(desk, "助老日", "2026-10-14")];
  for (const id of [thursday, wednesday]) await ask(desk, "POST", `volunteer-days/public/days/${id}/sign-ups`, { name: "唐秀兰", phone: "19900000051" });
  await go(story, desk, `/days/${wednesday}/change`);
  await desk.getByLabel("改到哪天").fill("2026-10-15");
  await desk.getByRole("button", { name: "改好，通知报名的人" }).click();
  await desk.getByRole("dialog").getByText("唐秀兰：扮靓周四 10月15日（周四）8:30–10:30").waitFor();
  await lookWide(desk, "clash");
  await press(desk, "知道了，照样改");
  await desk.getByRole("heading", { level: 1, name: "助老日 10月15日（周四）" }).waitFor();
}

/** Whoever scans the poster of one finds the other below. */
export async function seeBoth(story: Story): Promise<void> {
  const anybody = await openPhone(story, "/thursday");
  await anybody.locator(".thursday-hero").waitFor();
  const shown = await anybody.locator(".thursday-hero h1").innerText();
  const other = shown === "扮靓周四" ? "助老日" : "扮靓周四";
  await anybody.getByRole("navigation", { name: "还可以报", exact: true }).getByRole("link", { name: other }).waitFor();
  await lookWide(anybody, "two-series");
}
