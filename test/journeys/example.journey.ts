import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBarriers, openBrowser, sidewaysOverflow, visitor, type Visitor } from "./open-browser.js";
import { startHouse, type House } from "./start-house.js";

/** A house with neither mail server nor gateway, as it is at the first try. */
let house: House;
let browser: Browser;
let desk: Visitor;
beforeAll(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  desk = await visitor(browser);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const root = join(import.meta.dirname, "../..");

/** The command line beside the running server. */
async function lianxin(...args: string[]): Promise<{ readonly out: string; readonly code: number }> {
  const env = { ...process.env, LIANXIN_DATA: house.data, LIANXIN_KEYS: join(dirname(house.data), "keys") };
  return promisify(execFile)(process.execPath, [join(root, "apps/cli/bin/lianxin.js"), ...args], { cwd: root, env }).then(
    ({ stdout }) => ({ out: stdout, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => ({ out: error.stdout + error.stderr, code: error.code }),
  );
}
const waitForText = async (find: () => string | undefined): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It was not shown.\n${house.log()}`);
};

test("a newcomer sets up with a phone, looks at the example and clears it again in one go", async () => {
  const { page } = desk;
  await page.goto(house.setUpLink);
  await page.getByLabel("社区").first().fill("柳溪社区");
  await page.getByLabel("姓名").fill("周敏");
  await page.getByLabel("手机").fill("19900000001");
  await page.locator("form button[type=submit]").first().click();
  await page.waitForURL("**/first-run");
  await page.getByRole("button", { name: "装入示例社区" }).click();
  await page.waitForURL(`${house.url}/`, { timeout: 90_000 });

  await page.goto(`${house.url}/first-run`);
  // The steps above push the button down when they have been read.
  await page.getByRole("heading", { name: /^5 / }).waitFor();
  await page.getByRole("button", { name: "清空示例" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("清空示例社区？").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "清空示例" }).click();

  await page.getByText(/示例已清空。清空前的副本是 before-clearing-\w+\.sqlite/).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "装入示例社区" }).waitFor();
  const people = (await (await page.request.get(`${house.url}/api/directory/people`)).json()) as { people: { id: string; fullName: string }[] };
  const first = await (await page.request.get(`${house.url}/api/directory/people/${people.people[0]!.id}`)).json();
  expect((first as { channels: { address: string }[] }).channels.map(({ address }) => address)).toEqual(["199****0001"]);
  expect(people.people.map(({ fullName }) => fullName)).toEqual(["周敏"]);
  expect(desk.troubles).toEqual([]);
});

test("real data is not cleared from a page", async () => {
  const answer = await desk.page.request.post(`${house.url}/api/set-up/example/clear`, { headers: { "x-lianxin": "1" } });

  expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([409, "kit.exampleNotHere"]);
});

test("without a gateway the code to sign in stands on the server's console, and nowhere else", async () => {
  const { page, troubles, close } = await visitor(browser, { width: 360, height: 720 });
  await page.goto(`${house.url}/sign-in`);
  await page.getByLabel("手机号").fill("19900000001");
  await page.getByRole("button", { name: "发验证码" }).click();
  const code = await waitForText(() => /没有接短信网关[^\n]*\n[^\n]*验证码 (\d{6})/.exec(house.log())?.[1]);
  await page.getByLabel("验证码").fill(code);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.locator("form button[type=submit]").first().click();

  await page.waitForURL(`${house.url}/`);
  expect(house.log()).not.toContain("19900000001");
  expect(troubles).toEqual([]);
  await close();
});

test("import, verify and doctor go through the running server", async () => {
  const file = join(dirname(house.data), "roster.csv");
  await writeFile(file, "姓名,手机号\n赵一,19900000011\n钱二,199\n");

  const imported = await lianxin("import", file, "--kind", "people", "--json");
  const verified = await lianxin("verify", "--json");
  const looked = await lianxin("doctor", "--json");

  expect([imported.code, JSON.parse(imported.out)]).toMatchObject([2, [{ added: 1, problems: [{ address: "B3" }] }]]);
  expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, { ok: true, problems: [] }]);
  expect([looked.code, (JSON.parse(looked.out) as { problems: string[] }[]).flatMap(({ problems }) => problems)]).toEqual([0, []]);
});

test("a file that is not there is refused with a sentence", async () => {
  const refused = await lianxin("import", "nowhere.csv");

  expect(refused.code).toBe(1);
  expect(refused.out).toContain("读不了 nowhere.csv（ENOENT）");
  expect(refused.out).not.toContain("    at ");
});
