import type { Page } from "playwright-core";
import { lookWide } from "../look-wide.js";
import { look } from "../story-a1/look-at-page.js";
import type { Story } from "../story-a1/story.js";
import { card, go, openDesk, press, told, unfold } from "./at-desk.js";

const own = (page: Page, verb: string) => page.getByRole("button", { name: verb, exact: true });

/** One checks in by the code that changes, the others are ticked; one did not come. */
export async function checkIn(story: Story, waiting: Page): Promise<void> {
  const page = await openDesk(story, "");
  await page.getByRole("link", { name: "9月17日（周四）" }).click();
  await own(page, "到 罗婷").waitFor();
  await page.getByRole("link", { name: "签到码" }).click();
  const digits = page.locator(".code-digits");
  await digits.waitFor();
  await lookWide(page, "code");
  const dayId = /days\/([\w-]+)\/code/.exec(page.url())![1]!;
  await go(story, waiting, `/here/${dayId}/${(await digits.innerText()).trim()}`);
  await lookWide(waiting, "here");
  await own(waiting, "我到了").click();
  await waiting.locator(".lx-notice").getByText("记下了", { exact: true }).waitFor();
  await page.getByRole("link", { name: "当天名单" }).click();
  await own(page, "离 罗婷").waitFor();
  for (const [verb, name] of [
    ["到", "沈玉兰"],
    ["到", "周海燕"],
    ["没来", "郑小满"],
  ]) {
    await own(page, `${verb} ${name}`).click();
    await own(page, `改回 ${name}`).waitFor();
  }
}

/** One leaves early, and a hazard becomes a matter. */
export async function leaveEarly(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await own(page, "离 周海燕").click();
  await page.locator(".day-person", { hasText: "周海燕" }).getByText("09:40 走").waitFor();
  const team = card(page, "和平苑");
  const form = await unfold(team, "发现隐患，记一件事");
  await form.getByLabel("看到什么").fill("3 栋楼道电箱门开着");
  await form.getByRole("button", { name: "记成一件事" }).click();
  await team.getByRole("link", { name: /隐患 2026-\d{4}：3 栋楼道电箱门开着/ }).waitFor();
  await lookWide(page, "day-in");
}

/** Who stands on the paper without a number is keyed in, and the hours are written down once. */
export async function writeHours(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await page.reload();
  const form = await unfold(card(page, "和平苑"), "表上没报名的，补一位");
  await form.getByLabel("姓名", { exact: true }).fill("孙德旺");
  await form.getByLabel("走（几点走）").fill("９：30");
  await lookWide(page, "paper-walk-up");
  await form.getByRole("button", { name: "表上没报名的，补一位" }).click();
  await told(page, "记下了：孙德旺");
  await page.getByRole("button", { name: "登记工时" }).click();
  await look(page, "record-hours");
  await press(page, "都登记，1 人按整场算");
  await page.getByText("70 分钟，已登记").waitFor();
  await go(story, page, "/hours");
  await page.getByRole("heading", { name: "一共 8 小时 10 分" }).waitFor();
  await lookWide(page, "hours");
}
