import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { atDesk, button, cadreNamed, cardOf, elderNamed, lineOf, phoneWindow, rowOf } from "./ground.js";

const own = "周桂兰 · 柳树坡村 3组";
const mine = "/elder-pairing/mine";
const words = (page: Page) => page.getByLabel("要记的话");

/** The account of 刘敏 is that of whoever plays the story: her pages from now on are a helper's. */
export async function becomeHelper(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing/cadres");
  await button(page, "对应账号 陈国强").click();
  await page.getByRole("dialog").getByText("通讯录里没有可对应的“陈国强”").waitFor();
  await page.keyboard.press("Escape");
  await rowOf(page, "刘敏").waitFor();
  await lookWide(page, "cadres");
  const [me] = (await ask(page, "GET", `directory/people?search=${encodeURIComponent("王秀珍")}`)).people;
  await ask(page, "PUT", `elder-pairing/cadres/${await cadreNamed(page, "刘敏")}/person`, { personId: me.id });
}

/** The helper's page of her elder, opened on a phone. */
async function openOwn(story: Story): Promise<Page> {
  const page = await atDesk(story);
  await page.setViewportSize(phoneWindow);
  await page.goto(`${story.house.url}${mine}/${await elderNamed(page, "周桂兰")}`);
  await page.getByRole("heading", { name: "周桂兰 怎么样？" }).waitFor();
  return page;
}

/** How many entries are being written on this phone, as its browser keeps them. */
const countDrafts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open("lx-elder-pairing", 1);
        opened.onerror = () => reject(opened.error ?? new Error("store"));
        opened.onsuccess = () => {
          const keys = opened.result.transaction("rows").objectStore("rows").getAllKeys();
          keys.onsuccess = () => resolve(keys.result.filter((key) => String(key).startsWith("draft/")).length);
        };
      }),
  );

/** An ordinary visit is one press; what was typed outlives a closed page. */
export async function writeVisit(story: Story): Promise<void> {
  const phone = await atDesk(story);
  await phone.setViewportSize(phoneWindow);
  await phone.goto(`${story.house.url}${mine}`);
  await cardOf(phone, own).getByText("同村、已认识").waitFor();
  await lookWide(phone, "mine");
  await cardOf(phone, own).getByRole("link", { name: "记一次探访" }).click();
  await phone.getByRole("heading", { name: "周桂兰 怎么样？" }).waitFor();
  await words(phone).fill("爱吃软的");
  await expect.poll(() => countDrafts(phone), { timeout: 10_000 }).toBe(1);
  await phone.reload();
  await expect.poll(() => words(phone).inputValue(), { timeout: 10_000 }).toBe("爱吃软的");
  await lookWide(phone, "visit");
  await button(phone, "记好了").click();
  await button(cardOf(phone, "记好了"), "再记一次").waitFor();
  await lookWide(phone, "visit-written");
  await lineOf(cardOf(phone, "以前"), /9月14日.*上门 见到，正常/).waitFor();
}

/** Writes a visit down where there is no network; it stays on the phone. */
async function writeWithoutNetwork(phone: Page, said: string): Promise<void> {
  await phone.context().setOffline(true);
  await words(phone).fill(said);
  await button(phone, "记好了").click();
  await phone.getByText("1 次探访记在这台手机上").waitFor();
}

export async function keepWithoutNetwork(story: Story): Promise<void> {
  const phone = await openOwn(story);
  await writeWithoutNetwork(phone, "金丝雀");
  expect(await phone.evaluate(() => JSON.stringify(localStorage))).not.toContain("金丝雀");
  await phone.context().setOffline(false);
  await phone.evaluate(() => dispatchEvent(new Event("online")));
  await lineOf(cardOf(phone, "以前"), "金丝雀").waitFor();
}

export async function keepRefused(story: Story): Promise<void> {
  const phone = await openOwn(story);
  await writeWithoutNetwork(phone, "第二只金丝雀");
  const refusal = { code: "elder-pairing.notYours", message: "这位老人现在由别人帮扶" };
  await phone.route("**/visits", (route) => route.fulfill({ status: 409, contentType: "application/json", body: JSON.stringify(refusal) }));
  await phone.context().setOffline(false);
  await phone.goto(`${story.house.url}${mine}`);
  const refused = cardOf(phone, "1 次探访没有交上");
  await lineOf(refused, /第二只金丝雀[^]*这位老人现在由别人帮扶/).waitFor();
  await lookWide(phone, "refused-visit");
  await button(refused, "再送一次").click();
  await lineOf(refused, "这位老人现在由别人帮扶").waitFor();
  await button(refused, "扔掉这一条").click();
  await refused.waitFor({ state: "detached" });
  await phone.unroute("**/visits");
}

/** Whoever else signs in on the phone neither sees nor sends it. */
export async function keepForOwner(story: Story): Promise<void> {
  const phone = await openOwn(story);
  await writeWithoutNetwork(phone, "第三只金丝雀");
  // The owner's own page would send it as soon as there is a network.
  await phone.goto("about:blank");
  await phone.context().setOffline(false);
  const sent: string[] = [];
  phone.on("request", (request) => void (request.method() === "POST" && request.url().endsWith("/visits") && sent.push(request.url())));
  await phone.route("**/api/session", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), account: { id: "somebody-else" } } });
  });
  await phone.goto(`${story.house.url}${mine}`);
  await cardOf(phone, own).waitFor();
  await phone.waitForTimeout(1_500);
  expect([sent, (await phone.locator("main").innerText()).includes("记在这台手机上")]).toEqual([[], false]);
  await phone.unroute("**/api/session");
  await phone.goto(`${story.house.url}${mine}`);
  await expect.poll(() => sent.length, { timeout: 10_000 }).toBe(1);
}

/** A step pressed wrongly is struck and waits to be taken again. */
async function strike(phone: Page, ladder: Locator, step: string): Promise<void> {
  await button(ladder, `划掉 ${step}`).click();
  const dialog = phone.getByRole("dialog");
  await dialog.getByText("这一步当作没有做过").waitFor();
  await lookWide(phone, "strike");
  await button(dialog, "划掉").click();
  await button(ladder, `${step} 没人应`).waitFor();
}

/** A search that was ended by mistake goes on with the steps that were taken, and is ended again. */
async function goOn(phone: Page, ladder: Locator): Promise<void> {
  const past = cardOf(phone, "以前没联系上，找过 1 回");
  await button(past, "接着找 今天结束的那一回").click();
  const dialog = phone.getByRole("dialog");
  await dialog.getByLabel("其实还没找到").check();
  await lookWide(phone, "reopen");
  await button(dialog, "接着找").click();
  await lineOf(ladder, /网格员上门\s*有回应/).waitFor();
  await ladder.getByLabel("结果").fill("在亲戚家，平安");
  await button(ladder, "找到了，平安").click();
  await ladder.waitFor({ state: "detached" });
}

/** Two calls half an hour apart, then from door to door until the elder is found. */
export async function findOwn(story: Story): Promise<void> {
  // The clock goes on by itself: the two calls are set apart by more than any run takes.
  await story.setTime("2026-09-14T09:30:00+08:00");
  const phone = await openOwn(story);
  await button(phone, "没见到").click();
  await button(phone, "打过了，没接").click();
  const ladder = cardOf(phone, "没人应，一步一步来");
  const take = async (step: string, result = "没人应") => {
    await button(ladder, `${step} ${result}`).click();
    await lineOf(ladder, new RegExp(`${step}\\s*${result}\\s*划掉$`)).waitFor();
  };
  await button(ladder, "再打一次 没人应").click();
  await ladder.getByRole("alert").filter({ hasText: "两次电话要隔 30 分钟" }).waitFor();
  await lookWide(phone, "ladder");
  await story.setTime("2026-09-14T10:20:00+08:00");
  await take("再打一次");
  await take("问邻居");
  await strike(phone, ladder, "问邻居");
  await take("问邻居");
  await take("问家属", "有回应");
  await take("网格员上门", "有回应");
  await ladder.getByLabel("结果").fill("在菜地，平安");
  await button(ladder, "找到了，平安").click();
  await ladder.waitFor({ state: "detached" });
  await goOn(phone, ladder);
}
