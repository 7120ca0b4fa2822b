import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { look } from "../story-a1/look-at-page.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "./ask.js";
import { assign, pass, send, type Ground } from "./seed.js";

async function readDownload(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: button }).click()]);
  return readFile(await download.path(), "utf8");
}

/** From the series to the list of the December meeting, one pair of lines made one; gives the meeting's id. */
export async function compile(story: Story): Promise<string> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/series`);
  await page.getByRole("button", { name: "准备这次会" }).first().waitFor();
  await look(page, "series");
  await page.getByRole("button", { name: "准备这次会" }).first().click();
  await page.getByRole("heading", { name: "问题交办会：27 件" }).waitFor();
  expect(await page.locator("main").innerText()).toContain("结转 18 + 新增 9 = 销号 0 + 在办 27 + 暂缓 0 + 合并 0 + 撤回 0");
  await look(page, "list-27");

  const last = page.locator(".meeting-list > li").last();
  await last.getByText("和另一件是同一件事").click();
  await last.getByLabel("并入哪一件").selectOption({ index: 1 });
  await last.getByLabel("原因").fill("同一处管道");
  await last.getByRole("button", { name: "合并" }).click();
  await page.getByRole("heading", { name: "问题交办会：26 件" }).waitFor();
  expect(await page.locator("main").innerText()).toContain("结转 18 + 新增 9 = 销号 0 + 在办 26 + 暂缓 0 + 合并 1 + 撤回 0");
  await look(page, "list-26");

  const [across, sheets] = [await readDownload(page, "交办会一览（横版）"), await readDownload(page, "一件一页")];
  expect([across.split("<td>结转</td>").length - 1, across.split("<td>新增</td>").length - 1, sheets.split("<section").length - 1]).toEqual([18, 8, 26]);
  return /meetings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** The time and place are those of the series: what is left is to announce it. */
export async function announce(story: Story, meetingId: string): Promise<void> {
  const page = await story.as("王秀珍");
  await page.getByRole("link", { name: "下一步：请哪几方" }).click();
  await page.goto(`${story.house.url}/meetings/${meetingId}/prepare?step=publish`);
  await page.getByRole("heading", { name: "这样发布，对吗？" }).waitFor();
  await look(page, "list-publish");
  await page.getByRole("button", { name: "发布会议" }).click();
  await page.getByRole("heading", { name: "会议已发布 〔2026〕第 12 次" }).waitFor();
}

/** Three are put off, the first new one is given out by hand, the others as they were agreed; only then it closes. */
export async function hold(story: Story, meetingId: string, ground: Ground): Promise<void> {
  const page = await story.as("王秀珍");
  const at = "2026-12-01T14:30:00+08:00";
  await pass(story, "2026-12-01T14:30");
  const { people, items, parts } = await ask(page, "GET", `meetings/meetings/${meetingId}/room`);
  await send(page, meetingId, at, [...people.map(({ id }: { id: string }) => ({ kind: "checkIn", inviteeId: id })), { kind: "open" }]);
  const isLed = new Set(parts.filter(({ owner }: { owner: unknown }) => owner).map(({ id }: { id: string }) => id));
  const [old, fresh] = [items.filter(({ partId }: any) => isLed.has(partId)), items.filter(({ partId }: any) => !isLed.has(partId))];
  const off = old.slice(0, 3).map(({ partId }: any) => ({ kind: "deferPart", partId, reason: "暂不具备条件", reviewOn: "2027-01-05" }));
  const through = old.slice(3).map(({ id }: any) => ({ kind: "finishItem", itemId: id }));
  await send(page, meetingId, at, [...off, ...through, ...fresh.slice(1).map(({ partId }: any) => assign(ground, partId))]);

  await page.goto(`${story.house.url}/meetings/${meetingId}`);
  await page.getByRole("button", { name: "散会" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "散会" }).click();
  await page.getByText(`还有 1 项没有结果：${fresh[0].title}`).first().waitFor();
  await page.getByRole("button", { name: new RegExp(`^\\d+ ${fresh[0].title}`) }).click();
  await page.getByRole("button", { name: `指定牵头 ${fresh[0].title}` }).click();
  await page.getByLabel("牵头单位").selectOption({ label: "县住建局" });
  await page.getByRole("textbox", { name: "责任人" }).fill("刘工");
  await page.getByRole("button", { name: /^刘工/ }).first().click();
  await page.getByLabel("完成时限").fill("2026-12-31");
  await page.getByLabel("怎样算办好").fill("接通管网，三户确认");
  await page.getByLabel("怎么来的").selectOption({ label: "会上交办" });
  await look(page, "room-line");
  await page.getByRole("button", { name: "记下牵头" }).click();
  await page.locator(".meeting-part", { hasText: fresh[0].title }).getByText("刘工").waitFor();
  await page.getByRole("button", { name: "散会" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "散会" }).click();
  await page.getByText("纪要待确认").first().waitFor();
  await look(page, "room-list-closed");
}

/** The account after the meeting, in words on the page. */
export async function account(story: Story, meetingId: string): Promise<string> {
  const page = await story.as("王秀珍");
  await page.getByRole("link", { name: "看清单" }).click();
  await page.getByRole("heading", { name: "问题交办会：26 件" }).waitFor();
  await look(page, "list-closed");
  const words = await page.locator("main").innerText();
  await page.goto(`${story.house.url}/meetings/${meetingId}/minutes`);
  await page.getByRole("link", { name: "会议记录" }).waitFor();
  await look(page, "minutes-list");
  return words;
}
