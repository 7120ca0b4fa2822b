import type { Page } from "playwright-core";
import { expect } from "vitest";
import { look } from "./look-at-page.js";
import { matterTitle } from "./raise-and-screen.js";
import type { Story } from "./story.js";

/** Notes on top of the matter: what a poster, a calendar and a letter have to carry. */
export const oddTitle = '通报：“停车位”, 调整; "东门"🚗';

/** What goes on the notice board, read as a page of its own: everything on it, odd letters as they were typed. */
async function readPoster(page: Page, url: string): Promise<void> {
  const href = await page.getByRole("link", { name: "打印公告" }).getAttribute("href");
  const poster = await page.context().newPage();
  await poster.goto(new URL(href!, url).href);
  const text = await poster.locator("body").innerText();
  for (const words of [matterTitle, oddTitle, "二楼议事厅"]) expect(text).toContain(words);
  expect(text).toMatch(/9月9日/);
  await poster.close();
}

/** The five steps; gives the id of the announced meeting. */
export async function convene(story: Story): Promise<string> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/new`);
  await page.getByRole("checkbox", { name: matterTitle }).check();
  await page.getByLabel("另加一项").fill(oddTitle);
  await look(page, "convene-1-agenda");
  await page.getByRole("button", { name: "下一步：请哪几方" }).click();
  await page.getByText("应到 21 人，到 14 人才能开").waitFor();
  await look(page, "convene-2-people");
  await page.getByRole("link", { name: /^下一步/ }).click();

  const best = page.getByRole("radio").first();
  await best.waitFor();
  const slot = page.locator(".convene-slot").first();
  expect(await best.isChecked()).toBe(true);
  for (const words of ["9月9日（周三） 15:00–16:30", "二楼议事厅", "能到 18 人，比法定多 4 人", "公告最迟 9月5日（周六） 贴出，还有 2 天"])
    expect(await slot.innerText()).toContain(words);
  await slot.getByText("为什么排第 1").click();
  await look(page, "convene-3-time");
  await page.getByRole("button", { name: "下一步：写通知" }).click();
  await page.getByRole("heading", { name: "通知怎么写？" }).waitFor();
  await look(page, "convene-4-notice");
  await readPoster(page, story.house.url);
  await page.getByRole("button", { name: "短信" }).click();
  await page.getByText(/\/70 字/).waitFor();
  const sms = await page.locator("pre").innerText();
  expect([...sms].length).toBeLessThanOrEqual(70);
  expect(sms).toMatch(/9月9日.*15:00.*二楼议事厅/s);
  await look(page, "convene-4-sms");
  await page.getByRole("button", { name: "群文字" }).click();
  const group = await page.locator("pre").innerText();
  for (const words of [matterTitle, oddTitle, "下午3:00—4:30", "二楼议事厅"]) expect(group).toContain(words);
  await page.getByRole("link", { name: /^下一步/ }).click();
  await page.getByRole("heading", { name: "这样发布，对吗？" }).waitFor();
  expect(story.mailbox.letters.filter(({ subject }) => subject?.includes("会议通知"))).toEqual([]);
  expect(await page.locator("main").innerText()).toContain("9月5日（周六）");
  await look(page, "convene-5-check");
  await page.getByRole("button", { name: "发布会议" }).click();
  await page.getByRole("heading", { name: "会议已发布 〔2026〕第 9 次" }).waitFor();
  await page.getByText("通知 22 人（已通知 0").waitFor();
  await look(page, "convene-6-next-steps");
  return /meetings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}
