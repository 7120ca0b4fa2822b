import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import { look } from "../story-a1/look-at-page.js";
import type { Story } from "../story-a1/story.js";
import { go, openDesk, openPhone, press, unfold } from "./at-desk.js";

/** A wrong time gets the right one beside it. */
export async function correct(story: Story): Promise<void> {
  const page = await openDesk(story, "/hours");
  await page.getByRole("button", { name: "更正 周海燕" }).click();
  await page.getByLabel("应该是几分钟").fill("80");
  await page.getByLabel("为什么更正").fill("签退表写的是 9:50");
  await look(page, "correct");
  await press(page, "更正");
  await page.getByRole("heading", { name: "一共 8 小时 20 分" }).waitFor();
}

async function certify(story: Story): Promise<Page> {
  const page = await openDesk(story, "/hours");
  const form = await unfold(page, "开时长证明");
  await form.getByLabel("给谁开").selectOption({ label: "周海燕" });
  await form.getByRole("button", { name: "开证明" }).click();
  return page;
}

/** Hours that are still posted are not certified yet. */
export async function certifyEarly(story: Story): Promise<void> {
  const page = await certify(story);
  await page.locator("details", { hasText: "给谁开" }).getByRole("alert").getByText("还在公示").waitFor();
}

/** The certificate, printed; gives its words. */
export async function printCertificate(story: Story): Promise<string> {
  const page = await certify(story);
  const print = page.getByRole("link", { name: "打印证明 2026-0001" });
  await lookWide(page, "certify");
  const paper = await (await page.request.get(new URL((await print.getAttribute("href"))!, story.house.url).href)).text();
  await go(story, page, "/certificates");
  await page.getByText("没有要核对的证明").waitFor();
  await lookWide(page, "proof-none");
  return paper;
}

/** What anybody reads about turns. */
export async function readTurns(story: Story): Promise<string> {
  const anybody = await openPhone(story, "/turns");
  await anybody.getByText("沈＊＊").waitFor();
  await lookWide(anybody, "turns");
  return anybody.locator("main").innerText();
}

/** Basic information with consent, and one training. */
export async function keepRecord(story: Story): Promise<void> {
  const page = await openDesk(story, "/hours");
  const people = page.getByRole("link", { name: "周海燕的记录" });
  await people.first().waitFor();
  expect(new Set(await people.evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href))).size).toBe(1);
  await people.first().click();
  await page.getByRole("button", { name: "记基本信息" }).click();
  await page.getByLabel("性别").selectOption("female");
  await page.getByLabel("身份证件号码").fill("999999199003070020");
  await page.getByLabel("本人哪天同意的").fill("2026-09-20");
  await lookWide(page, "basics");
  await page.getByRole("button", { name: "保存基本信息" }).click();
  await page.getByRole("button", { name: "看、改基本信息" }).waitFor();
  const said = await unfold(page, "改排班说明");
  await said.getByLabel("会什么").fill("急救");
  await said.getByRole("button", { name: "改好" }).click();
  await page.getByText("会急救").waitFor();
  await unfold(page, "改手机号");
  await lookWide(page, "standing");
  const form = await unfold(page, "记一条");
  await form.getByLabel("培训名称").fill("急救培训");
  await form.getByLabel("主要内容").fill("心肺复苏、止血包扎");
  await form.getByLabel("学习时长").fill("90");
  await form.getByLabel("举办单位").fill("街道红十字会");
  await form.getByRole("button", { name: "记下", exact: true }).click();
  await page.locator(".record-line", { hasText: "急救培训" }).getByText("90 分钟").waitFor();
  await lookWide(page, "record");
}
