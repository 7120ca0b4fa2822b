import { expect } from "vitest";
import { look } from "./look-at-page.js";
import { downloadWords } from "./read-docx.js";
import type { Story } from "./story.js";

/** The day after: facts and positions are added to what the record tells, and the chair confirms. Gives the words of the document. */
export async function writeMinutes(story: Story, meetingId: string): Promise<string> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/${meetingId}`);
  await page.getByRole("link", { name: "补写情况和意见" }).click();
  await page.getByText("14 票赞成、1 票反对、1 票弃权。14×2 > 16，通过。").waitFor();
  const item = page.locator(".lx-card").first();
  await item.getByLabel("情况说明").fill("暴雨后墙体坍毁约 12 米，砸坏板房。");
  await item.getByRole("button", { name: "存进纪要" }).first().click();
  await page.getByText("已存进纪要").first().waitFor();
  await item.getByLabel("各方意见").fill("何志远：先把危险除掉。有事找 19900000005");
  await item.getByRole("button", { name: "存进纪要" }).last().click();
  await page.waitForLoadState("networkidle");
  await look(page, "minutes");
  await page.getByRole("link", { name: "打开会议" }).click();
  await page.getByRole("button", { name: "纪要看过了，确认" }).click();
  await page.getByText("纪要已确认").first().waitFor();
  return downloadWords(page, "会议纪要");
}

/** From the 11th for seven days; anyone reads the public ledger and the notice. Gives the words of both. */
export async function post(story: Story): Promise<string> {
  const page = await story.as("王秀珍");
  await page.getByLabel("从哪天开始公示").fill("2026-09-11");
  await page.getByLabel("公示几天").fill("7");
  await look(page, "room-confirmed");
  await page.getByRole("button", { name: "公示", exact: true }).click();
  await page.getByText("已公示").first().waitFor();
  await story.setTime("2026-09-11T09:00:00+08:00");
  const guest = await story.guest();
  await guest.page.goto(`${story.house.url}/meetings/decisions`);
  await guest.page.getByText("按“先拆除清理、再砌筑重建”推进").first().waitFor();
  await look(guest.page, "public-ledger");
  const ledger = await guest.page.locator("main").innerText();
  await guest.page.getByRole("link", { name: "看公示全文" }).first().click();
  await guest.page.getByText(/公示期 9月11日.*—9月18日/).waitFor();
  await guest.page.getByRole("button", { name: "我有不同意见" }).or(guest.page.getByText("我有不同意见")).first().waitFor();
  await look(guest.page, "public-notice");
  const address = await guest.page.getByRole("link", { name: "看公示全文" }).getAttribute("href");
  const notice = await guest.page.goto(`${story.house.url}${address}`);
  expect(notice?.status()).toBe(200);
  const words = await guest.page.locator("body").innerText();
  await guest.close();
  return `${ledger}\n${words}`;
}
