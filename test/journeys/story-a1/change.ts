import { look } from "./look-at-page.js";
import type { Story } from "./story.js";

/** Convenes a small meeting at a time of its own and gives its id. */
export async function conveneOwnTime(story: Story, title: string): Promise<string> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/new`);
  await page.getByLabel("另加一项").fill(title);
  await page.getByRole("button", { name: "下一步：请哪几方" }).click();
  await page.getByRole("link", { name: /^下一步/ }).click();
  await page.getByText("我已经有合适的时间").click();
  await page.getByLabel("日期").fill("2026-09-04");
  await page.getByLabel("地点").fill('院里, "凉亭"🏮');
  await page.getByRole("button", { name: "就用这个时间" }).click();
  await page.getByRole("link", { name: /^下一步/ }).click();
  await page.getByText("公告已经来不及").waitFor();
  await page.getByRole("button", { name: "按紧急会议开，写明理由" }).click();
  await page.getByLabel("为什么要紧急召开").fill("凉亭的梁要断了");
  await look(page, "convene-5-late");
  await page.getByRole("button", { name: "发布会议" }).click();
  await page.getByRole("heading", { name: "会议已发布 〔2026〕第 10 次" }).waitFor();
  return /meetings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** Moves it to the first time offered, after seeing who will be told. */
export async function move(story: Story, meetingId: string): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/${meetingId}/change`);
  await page.getByRole("radio").first().waitFor();
  await look(page, "change");
  await page.getByRole("button", { name: "下一步：看会告诉谁" }).click();
  await page.getByText("22 人有邮箱，马上收到新的日历邀请").waitFor();
  await look(page, "change-check");
  await page.getByRole("button", { name: "改期并通知" }).click();
  await page.getByRole("heading", { name: "会议已发布 〔2026〕第 10 次" }).waitFor();
}

/** Calls it off, after seeing who will be told. */
export async function cancel(story: Story, meetingId: string): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/${meetingId}/change`);
  await page.getByRole("button", { name: "取消会议" }).click();
  await page.getByText("22 人有邮箱，马上收到取消的日历").waitFor();
  await page.getByLabel("为什么取消").fill("凉亭已经修好");
  await look(page, "cancel");
  await page.getByRole("button", { name: "取消并通知" }).click();
  await page.waitForURL("**/meetings?tab=past");
  await page.getByText("已取消").first().waitFor();
}
