import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { atDesk, button, cardOf, deskWindow, elderNamed, lineOf, rowOf } from "./ground.js";

async function openElder(story: Story, name: string) {
  const page = await atDesk(story);
  await page.goto(`${story.house.url}/elder-pairing/elders/${await elderNamed(page, name)}`);
  await page.getByRole("heading", { name, exact: true }).waitFor();
  return page;
}

/** A need of 郑玉梅 settled on the spot, rated badly by telephone, done again and rated well by herself. */
export async function rateNeed(story: Story): Promise<void> {
  const page = await atDesk(story);
  const needs = [{ category: "repair", action: "on_spot" }];
  const visit = { clientId: "journey-need", mode: "home", isSeen: true, condition: "normal", wrong: [], needs };
  await ask(page, "POST", `elder-pairing/elders/${await elderNamed(page, "郑玉梅")}/visits`, visit);
  await openElder(story, "郑玉梅");
  const [asked, dialog] = [cardOf(page, "要办的事"), page.getByRole("dialog")];
  await button(asked, "不满意，重新办").click();
  await asked.getByText("不满意，重新办（打电话问的）").waitFor();
  await button(asked, "办好了").click();
  await button(asked, /^其实没办好/).click();
  await dialog.getByLabel("其实没办好").check();
  await lookWide(page, "unsettle");
  await button(dialog, "其实没办好").click();
  await button(asked, "办好了").click();
  await button(asked, "老人自己").click();
  await button(asked, "满意").click();
  await asked.getByText("已办好 满意（老人自己）").waitFor();
  await lookWide(page, "needs");
}

/** Erased only under the right name, and nobody then. */
export async function erase(story: Story): Promise<void> {
  const page = await openElder(story, "孙玉兰");
  await button(page, "抹去这个人 孙玉兰").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("孙玉");
  await button(dialog, "抹去").click();
  await dialog.getByRole("alert").filter({ hasText: "姓名" }).waitFor();
  await dialog.getByLabel("姓名").fill("孙玉兰");
  await button(dialog, "抹去").click();
  await page.getByRole("heading", { name: "孙玉兰" }).waitFor({ state: "detached" });
  const { elders: left } = await ask(page, "GET", "elder-pairing/elders");
  expect(left.map(({ name }: { name: string }) => name)).not.toContain("孙玉兰");
}

async function putOffNoLonger(page: Page): Promise<void> {
  await button(cardOf(page, "推后"), "不推后了").click();
  await lookWide(page, "lift");
  await button(page.getByRole("dialog"), "不推后了").click();
  await page.getByText("之前不催").waitFor({ state: "detached" });
}

/** A visit put off, who else could come, and the county's picture without a name. */
export async function lookAround(story: Story): Promise<void> {
  const page = await openElder(story, "张广福");
  await page.setViewportSize(deskWindow);
  const later = cardOf(page, "推后");
  await later.getByText("这次去不了，晚几天").click();
  await later.getByLabel("为什么").selectOption({ label: "老人外出" });
  await button(later, "先推后").click();
  await page.getByText(/推后了 \d 次探访|没有该去没去的，不用推后/).waitFor();
  if (await later.getByText("之前不催").isVisible()) await putOffNoLonger(page);
  const others = cardOf(page, "换一位");
  await button(others, "看看还能换谁").click();
  await others
    .getByRole("button", { name: /换成这位/ })
    .first()
    .waitFor();
  await lookWide(page, "elder");
  await atDesk(story, "/elder-pairing/county");
  await rowOf(page, "柳河镇").waitFor();
  await lookWide(page, "county");
  expect(await page.locator("main").innerText()).not.toContain("周桂兰");
}

/** Said to have died by mistake, and back with the helpers. */
export async function bringBack(story: Story): Promise<void> {
  const page = await openElder(story, "张广福");
  const elderId = await elderNamed(page, "张广福");
  const helpers = async () => (await ask(page, "GET", `elder-pairing/elders/${elderId}/helpers?on=2026-09-14`)).helpers;
  const before = await helpers();
  const dialog = page.getByRole("dialog");
  await button(cardOf(page, "有变化"), "去世").click();
  await button(dialog, "去世").click();
  const left = page.getByRole("alert").filter({ hasText: "今天记了去世" });
  await left.waitFor();
  await lookWide(page, "gone");
  await button(left, "恢复 张广福").click();
  await dialog.getByText("回不来的", { exact: true }).waitFor();
  await lookWide(page, "restore");
  await button(dialog, "恢复").click();
  await left.waitFor({ state: "detached" });
  expect(await helpers()).toEqual(before);
}

/** Found by a part of the name, a visit from paper, and a search from the desk. */
export async function enterAtDesk(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing/elders");
  await page.getByLabel("姓名（写几个字就行）").fill("玉梅");
  await page.getByRole("heading", { name: "1 位老人", exact: true }).waitFor();
  await lookWide(page, "elders");
  await page.getByRole("link", { name: "郑玉梅", exact: true }).click();
  await page.getByText("代录一次探访（纸上的、电话里的）").click();
  await page.getByLabel("哪天去的").fill("2026-09-08");
  await page.getByLabel("要记的话（可说话录入）").fill("纸上记的");
  await button(page, "记好了").click();
  await lineOf(cardOf(page, "最近的探访"), /9月8日.*上门 .*正常[^]*纸上记的/).waitFor();
  await button(page, "再记一次").click();
  await button(page, "没见到").click();
  await button(page, "打过了，没接").click();
  const ladder = cardOf(page, "没人应，一步一步来");
  await ladder.getByLabel("结果").fill("在邻居家");
  await lookWide(page, "desk-ladder");
  await button(ladder, "找到了，平安").click();
  await ladder.waitFor({ state: "detached" });
  const searches = cardOf(page, "以前没联系上，找过 1 回");
  await button(searches, "看每一回怎么找的").click();
  await searches.getByText("在邻居家", { exact: true }).waitFor();
  await lookWide(page, "past-search");
}

/** Taken back with what that means, and given again. */
export async function takeConsentBack(story: Story): Promise<void> {
  const page = await openElder(story, "郑玉梅");
  const health = lineOf(cardOf(page, "同意过什么"), "记健康标记");
  await button(health, "口头同意了 记健康标记").click();
  await health.getByText("口头同意，9月14日").waitFor();
  await button(health, "撤回 记健康标记").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/马上抹去，找不回来/).waitFor();
  await button(dialog, "撤回").click();
  await health.getByText("老人撤回了记健康情况的同意：已经抹去，以后不记。").waitFor();
  await cardOf(page, "要知道的").getByText("不记自理能力").waitFor();
  await lookWide(page, "consents");
  await button(health, "书面同意了 记健康标记").click();
  await health.getByText("书面同意，9月14日").waitFor();
}
