import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { atDesk, button, cardOf, rowOf } from "./ground.js";

/** The matching with why and what another cadre would cost, then in force. */
export async function match(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing/run");
  await button(page, "先看看").click();
  await page.getByText("3 位干部各 1 位，0 位各 2 位；").waitFor();
  await page.getByText("另外一套算法核过：在尽量不换人的前提下，没有更好的配法").waitFor();
  const pairs = cardOf(page, "每一对和为什么（3 位老人）");
  await rowOf(pairs, "周桂兰").filter({ hasText: "同村、已认识" }).waitFor();
  await button(pairs, "换一位 周桂兰").click();
  const dialog = page.getByRole("dialog");
  await button(dialog, "看看还能换谁").click();
  await dialog.getByRole("listitem").filter({ hasText: "代价多" }).first().waitFor();
  await lookWide(page, "run-other");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await lookWide(page, "run");
  await button(page, "就这样定").click();
  await page.getByText("已经定下来了，下一步：请双方确认。").waitFor();
  await atDesk(story, "/elder-pairing");
  await page.getByText("3 位老人都有人管，0 位没有").waitFor();
  await lookWide(page, "board");
  await atDesk(story, "/");
  await page.getByRole("link", { name: "3 对等双方确认", exact: true }).waitFor();
  await lookWide(page, "today");
}

/** The elders' yes by a signed list, all of it taken back as a mistake. */
export async function agreeByList(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing/waiting");
  const dialog = page.getByRole("dialog");
  await button(page, "这 3 位老人都已同意（有名单）").click();
  await dialog.getByText("示例县：记下 3 位老人同意？").waitFor();
  await lookWide(page, "agree-listed");
  await button(dialog, "记下 3 对").click();
  await button(page, "今天记下同意的（可撤回）").click();
  await button(page, "撤回这 3 位老人的同意").click();
  await button(dialog, "撤回 3 对").click();
  await page.getByRole("heading", { name: "今天记下同意的（0 对）" }).waitFor();
}

/** Each of both sides one by one; a button is gone when its yes is written down. */
export async function agreeOneByOne(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing");
  const sides = { 干部同意: ["刘敏", "陈国强", "李霞"], 老人同意: ["周桂兰", "郑玉梅", "张广福"] };
  for (const [side, names] of Object.entries(sides))
    for (const name of names) {
      const yes = button(page, `${side} ${name}`);
      await yes.click();
      await yes.waitFor({ state: "detached" });
    }
}
