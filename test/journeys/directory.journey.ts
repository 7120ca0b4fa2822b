import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBarriers, openBrowser, sidewaysOverflow, visitor, type Visitor } from "./open-browser.js";
import { startHouse, type House } from "./start-house.js";

let house: House;
let browser: Browser;
let desk: Visitor;
beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  desk = await visitor(browser);
});
afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await house?.stop();
});
const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${house.url}${path}`);
  await page.waitForLoadState("networkidle");
};

test("the first run shows its five steps, and fills an empty house with the example", async () => {
  const { page } = desk;
  await page.goto(house.setUpLink);
  await page.getByLabel("社区").first().fill("光明路社区");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("secretary@example.cn");
  await page.getByLabel("密码", { exact: false }).first().fill("correct horse lotus");
  await page.locator("main button[type=submit], form button[type=submit]").first().click();
  await page.waitForURL("**/first-run");

  await page.getByRole("heading", { name: /^5 / }).waitFor();
  expect(await page.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
    "1 你们是哪个社区",
    "2 请进几个人",
    "办事的单位：物业、业委会、居委会",
    "3 议事会有谁",
    "4 核对议事规则",
    "5 开第一个会",
  ]);
  expect(await page.getByText("前面办完再来").count()).toBe(2);
  await page.getByRole("button", { name: "装入示例社区" }).click();

  await page.waitForURL(`${house.url}/`, { timeout: 120_000 });
});

test("Ctrl K finds a person by pinyin initials and the keyboard opens them; ? shows the keys", async () => {
  const { page } = desk;
  await go(page, "/");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("ljp");
  await page
    .getByRole("link", { name: /^李建平/ })
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  await page.waitForURL("**/directory/people/*");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog").innerText()).toContain("g l");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await page.waitForURL("**/directory");
});

test("two thousand residents are turned, filtered and found, and a phone is shown on request", async () => {
  const { page } = desk;
  await go(page, "/directory");
  expect(await page.locator("tbody tr").count()).toBe(50);
  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByRole("button", { name: "上一页", disabled: false }).waitFor();
  await page.getByRole("searchbox").fill("张桂英");
  await page.locator("tbody tr", { hasText: "张桂英" }).first().waitFor();
  await page
    .getByRole("button", { name: /^显示张桂英的电话/ })
    .first()
    .click();

  await page
    .getByText(/^199\d{8}$/)
    .first()
    .waitFor();
  await go(page, "/records?kind=reveals");
  await page
    .getByRole("cell", { name: /^看了张桂英的联系方式/ })
    .first()
    .waitFor();
});

test("cells pasted from a sheet are previewed, mended in place, brought in and taken back", async () => {
  const { page } = desk;
  await go(page, "/directory/import");
  await page.getByLabel(/^或者从表格复制/).fill("姓名\t手机\t小区\n粘　贴\t1990000888\t和平苑\n粘二\t无\t和平苑\n");
  await page.getByRole("button", { name: "下一步：对列" }).click();
  await page.getByRole("button", { name: "下一步：改错" }).click();
  await page.getByText("第 2 行 B 列：手机号应为 11 位，现在 10 位").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载带批注的表" }).click()]);
  expect(file.suggestedFilename()).toBe("粘贴的表格-批注.xlsx");

  await page.getByLabel("改 B2").fill("19900008888");
  await page.getByRole("button", { name: "再查一遍" }).click();
  await page.getByRole("button", { name: "导入 2 行" }).click();
  await page.getByText("新增 2，改动 0，不变 0").waitFor();
  await page.getByRole("button", { name: /^撤销这次导入/ }).click();

  await page.getByText(/^撤销了 \d+ 处；0 处/).waitFor();
});

const pages = [
  "/",
  "/directory",
  "/directory/new",
  "/directory/import",
  "/directory/arrange",
  "/directory/arrange?part=venues",
  "/directory/arrange?part=holidays",
].concat(["/directory/settings", "/directory/roles", "/directory/me", "/settings", "/records", "/new", "/more", "/first-run", "/gallery", "/nowhere"]);
const looks = { light: {}, dark: { theme: "dark" }, contrast: { contrast: "more" }, elder: { mode: "elder" } } as const;

async function look(context: BrowserContext, width: number, display: object): Promise<string[]> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.addInitScript((chosen) => localStorage.setItem("lx.display", chosen), JSON.stringify(display));
  const wrong: string[] = [];
  for (const path of pages) {
    await go(page, path);
    const over = await sidewaysOverflow(page);
    if (over > 0) wrong.push(`${path} is ${over} px too wide at ${width}`);
    wrong.push(...(await findBarriers(page)).map((barrier) => `${path} ${width} ${JSON.stringify(display)} ${barrier}`));
    if ((await page.locator("h1").count()) !== 1) wrong.push(`${path} has no single heading`);
  }
  await page.close();
  return wrong;
}

test.each([
  [360, "light"],
  [768, "light"],
  [1440, "light"],
  [1440, "dark"],
  [360, "contrast"],
  [360, "elder"],
] as const)("every page of the shell and the directory fits %i px and has no barrier, %s", { timeout: 300_000 }, async (width, mode) => {
  expect(await look(desk.page.context(), width, looks[mode])).toEqual([]);
});

test("pages stay within their budgets: signing in like a public page, the desk three times that", async () => {
  const weigh = async (page: Page, path: string) => {
    await go(page, path);
    const sizes = await page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map(({ name, encodedBodySize }) => [name, encodedBodySize] as const),
    );
    const sum = (end: string) => sizes.filter(([name]) => new URL(name).pathname.endsWith(end)).reduce((total, [, size]) => total + size, 0) / 1000;
    return { js: sum(".js"), css: sum(".css") };
  };
  const stranger = await visitor(browser, { width: 360, height: 720 });

  const [door, today, list] = [await weigh(stranger.page, "/sign-in"), await weigh(desk.page, "/"), await weigh(desk.page, "/directory")];
  await stranger.close();

  expect([door.js, door.css].map((size, i) => size <= [50, 15][i]!)).toEqual([true, true]);
  for (const page of [today, list]) expect([page.js <= 150, page.css <= 45]).toEqual([true, true]);
});

test("nothing was reported against the page's own policy", () => {
  expect(desk.troubles).toEqual([]);
});
