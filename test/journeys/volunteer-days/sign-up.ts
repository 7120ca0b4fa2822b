import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import { look } from "../story-a1/look-at-page.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { dayOn, go, openDesk, openPhone, press } from "./at-desk.js";

const heading = (page: Page, words: string) => page.getByRole("heading", { level: 1, name: words, exact: true });

/** Three taps and two fields from the poster to a place; gives the phone it was done on. */
export async function signUp(story: Story): Promise<Page> {
  const phone = await openPhone(story, "/thursday");
  await phone.locator(".thursday-need").getByText("还差 4 人").waitFor();
  await lookWide(phone, "thursday");
  expect(await phone.locator("main input:visible").count()).toBe(2);
  await phone.evaluate(() => addEventListener("click", () => (document.title = `${document.title}*`), true));
  const before = await phone.title();
  for (const [label, value] of [
    ["姓名", "何志远"],
    ["手机号", "199 0000 0007"],
  ] as const) {
    await phone.getByLabel(label, { exact: true }).click();
    await phone.keyboard.type(value);
  }
  await phone.getByRole("button", { name: "我要报名" }).click();
  await heading(phone, "报上了，到时见").waitFor();
  expect((await phone.title()).slice(before.length)).toBe("***");
  await lookWide(phone, "joined");
  return phone;
}

/** The other three places go, and the fifth is first in line; gives that one's phone. */
export async function waitInLine(story: Story): Promise<Page> {
  const desk = await story.as("王秀珍");
  const { day } = await ask(desk, "GET", "volunteer-days/public/thursday");
  for (const [i, name] of ["沈玉兰", "周海燕", "郑小满"].entries())
    await ask(desk, "POST", `volunteer-days/public/days/${day.id}/sign-ups`, { name, phone: `1990000010${i}` });
  const waiting = await openPhone(story, "/thursday");
  await waiting.locator(".lx-notice").getByText("您会是第 1 位").waitFor();
  await waiting.getByLabel("姓名", { exact: true }).fill("罗婷");
  await waiting.getByLabel("手机号", { exact: true }).fill("19900000009");
  await waiting.getByRole("button", { name: "排候补" }).click();
  await heading(waiting, "排上候补了，第 1 位").waitFor();
  return waiting;
}

/** Who has a place gives it back by the private link, is shown other days, and the first in line moves up. */
export async function cancelByLink(phone: Page, waiting: Page): Promise<void> {
  await waiting.getByRole("link", { name: "看我的报名" }).click();
  await waiting.waitForURL("**/mine/**");
  await heading(waiting, "排上候补了，第 1 位").waitFor();
  await phone.getByRole("link", { name: "看我的报名" }).click();
  await heading(phone, "9月17日（周四）见").waitFor();
  await lookWide(phone, "mine");
  await phone.getByRole("button", { name: "来不了，取消报名" }).click();
  await look(phone, "mine-sure");
  await press(phone, "来不了，取消报名");
  await heading(phone, "已取消，谢谢告诉我们").waitFor();
  await phone.getByRole("button", { name: "我去 9月24日（周四）" }).waitFor();
  await lookWide(phone, "other-days");
  await waiting.reload();
  await heading(waiting, "9月17日（周四）见").waitFor();
}

/** One more of the family under the same number waits, as the compound has one place left, and is told so; then a stand-in is asked for. */
export async function bringFamily(story: Story): Promise<void> {
  const family = await openPhone(story, "/thursday");
  await family.getByLabel("姓名", { exact: true }).fill("周师傅");
  await family.getByLabel("手机号", { exact: true }).fill("19900000031");
  await family.getByRole("button", { name: "我要报名" }).click();
  await family.getByRole("button", { name: "给家人也报" }).click();
  await family.getByLabel("家人的姓名").fill("周小宝");
  await family.getByLabel("年龄").selectOption("child");
  await lookWide(family, "family");
  await family.getByRole("button", { name: "一起报上" }).click();
  await family.getByRole("link", { name: "周小宝 排候补，第 1 位" }).waitFor();
  await family.getByRole("link", { name: "看我的报名" }).click();
  for (const summary of ["找人替我", "和别人换"]) await family.locator("summary", { hasText: summary }).click();
  await lookWide(family, "pass-on");
  await family.getByRole("button", { name: "帮我问问" }).click();
  await family.locator(".lx-notice").getByText("有人答应就告诉您").waitFor();
}

/** Whoever is signed in has a place at one day's own address with one tap, and gives it back with another. */
export async function signUpSelf(story: Story): Promise<void> {
  const desk = await story.as("王秀珍");
  await go(story, desk, `/thursday/${await dayOn(desk, "扮靓周四", "2026-10-22")}`);
  await desk.locator(".thursday-hero").getByText("10月22日（周四）").waitFor();
  await desk.getByRole("button", { name: "王秀珍，一点就报上" }).waitFor();
  await lookWide(desk, "one-tap");
  await desk.getByRole("button", { name: "王秀珍，一点就报上" }).click();
  await heading(desk, "报上了，到时见").waitFor();
  await lookWide(desk, "one-tap-done");
  await desk.getByRole("button", { name: "点错了，取消报名" }).click();
  await desk.getByRole("button", { name: "王秀珍，一点就报上" }).waitFor();
}

/** The words for the neighbours' group, for the next day. */
export async function writeToGroup(story: Story): Promise<void> {
  const { day } = await ask(await story.as("王秀珍"), "GET", "volunteer-days/public/thursday");
  const page = await openDesk(story, `/days/${day.id}`);
  await page.getByRole("button", { name: "群里发的话" }).click();
  await page.getByRole("dialog").getByText("党群服务中心门口").waitFor();
  await look(page, "group-text");
}
