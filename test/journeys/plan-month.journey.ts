import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBarriers, openBrowser, sidewaysOverflow, visitor, type Visitor } from "./open-browser.js";
import { startHouse, type House } from "./start-house.js";

const now = "2026-09-03T09:00:00+08:00";
/** A folder for pictures of what is looked at; none are taken without it. */
const pictures = process.env.LIANXIN_PICTURES;
const topics = ["东门停车", "电梯年检", "楼道清理", "广场噪声"];

let house: House;
let browser: Browser;
let secretary: Visitor;
beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse({ REHEARSAL_AT: now }), openBrowser()]);
  secretary = await visitor(browser, { at: now });
  await setUp(secretary.page);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** The first start with the example community, and a draft of a meeting for each topic. */
async function setUp(page: Page): Promise<void> {
  await page.goto(house.setUpLink);
  await page.getByLabel("社区").first().fill("光明路社区");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("member01@example.org");
  await page.getByLabel("手机").fill("19900000001");
  await page.locator("form button[type=submit]").first().click();
  await page.waitForURL("**/first-run");
  await page.getByRole("button", { name: "装入示例社区" }).click();
  await page.waitForURL(`${house.url}/`, { timeout: 90_000 });
  for (const topic of topics) {
    await page.goto(`${house.url}/meetings/new`);
    await page.getByLabel("另加一项").fill(topic);
    await page.getByRole("button", { name: "下一步：请哪几方" }).click();
    await page.getByText("到 14 人才能开").waitFor();
  }
}

async function look(page: Page, name: string): Promise<void> {
  expect([name, await findBarriers(page)]).toEqual([name, []]);
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    expect([name, width, await sidewaysOverflow(page)]).toEqual([name, width, 0]);
  }
}

test("a month of drafts becomes a timetable of rooms and days; a meeting dragged to a Saturday says at once what that breaks", async () => {
  const { page, troubles } = secretary;
  await page.goto(`${house.url}/meetings/plans`);
  await look(page, "plans");
  await page.locator("main form button[type=submit]").click();
  await page.getByRole("heading", { name: `${topics.length} 个会都有时间了` }).waitFor();
  await look(page, "plan");

  const table = page.getByRole("table");
  const saturday = table.getByRole("row").nth(2).getByRole("cell").nth(5);
  await table.locator("button.plan-block").first().dragTo(saturday);
  const dialog = page.getByRole("dialog");
  const anyway = dialog.getByRole("button", { name: "先放这里，回头再改" });
  await anyway.waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, "plan-dragged.png") });
  expect(await dialog.getByLabel("哪一天").inputValue()).toBe("2026-09-12");
  expect(await dialog.getByRole("status").getByRole("listitem").count()).toBeGreaterThan(0);

  await anyway.click();
  await saturday.locator("[data-state=broken]").waitFor();
  await look(page, "plan-broken");
  expect(troubles).toEqual([]);
});
