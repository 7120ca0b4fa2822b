import { expect } from "vitest";
import { look } from "./look-at-page.js";
import { answerLinkOf } from "./read-invitations.js";
import type { Story } from "./story.js";

/** A resident without an account opens the link of the letter on a phone and says that she cannot come. */
export async function answerByLink(story: Story, mail: string): Promise<void> {
  const [letter] = await story.mailbox.waitTo(mail, 1);
  const guest = await story.guest({ width: 360, height: 720 });
  await guest.page.goto(answerLinkOf(letter!));
  await guest.page.getByRole("heading", { name: "您能来吗？" }).waitFor();
  await look(guest.page, "answer");
  await guest.page.getByRole("button", { name: "来不了" }).click();
  await guest.page.getByText("记下了，谢谢告诉我们").waitFor();
  await look(guest.page, "answered");
  await guest.close();
}

/** The poster is up on the last day, and two people are told by telephone. */
export async function putUpAndTell(story: Story, meetingId: string): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/${meetingId}`);
  await page.getByText("来不了 1，还没答复 21").waitFor();
  await page.getByText("已经贴出，记一下").click();
  await page.getByLabel("贴在哪里").fill("和平苑东门公告栏");
  await look(page, "meeting-announced");
  await page.getByRole("button", { name: "记下张贴" }).click();
  await page.getByText("公告 9月5日（周六） 贴在和平苑东门公告栏 ✓").waitFor();
  await page.getByRole("link", { name: "看名单，打勾记通知" }).click();
  await page.getByRole("heading", { name: "还有 22 人没有通知" }).waitFor();
  for (const name of ["何志远", "周兰"]) await page.getByRole("checkbox", { name }).check();
  await look(page, "tell");
  await page.getByRole("button", { name: "记为已通知（2 人）" }).click();
  await page.getByRole("heading", { name: "还有 20 人没有通知" }).waitFor();
  await page.getByRole("button", { name: "能来 何志远" }).click();
  await page.getByText("✓ 能来").waitFor();
  expect(await page.getByText("9月5日（周六） 电话通知").count()).toBe(2);
}
