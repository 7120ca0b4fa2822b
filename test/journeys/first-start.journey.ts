import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBarriers, openBrowser, sidewaysOverflow, visitor } from "./open-browser.js";
import { openMailbox, startHouse, type House, type Mailbox } from "./start-house.js";

let house: House;
let mailbox: Mailbox;
let browser: Browser;
beforeAll(async () => {
  mailbox = await openMailbox();
  [house, browser] = await Promise.all([startHouse({ LIANXIN_SMTP: mailbox.url }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  await mailbox?.close();
});

test("the first start leads from the printed link to the first-run page", async () => {
  const { page, troubles, close } = await visitor(browser);
  await page.goto(house.setUpLink);

  await page.getByLabel("社区").first().fill("光明路社区");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("secretary@example.cn");
  await page.getByLabel("密码", { exact: false }).first().fill("correct horse lotus");
  await page.locator("main button[type=submit], form button[type=submit]").first().click();

  await page.waitForURL("**/first-run");
  expect(await page.locator("h1").innerText()).not.toBe("");
  expect(await page.locator("a[href='/directory/import']").count()).toBeGreaterThan(0);
  expect(await findBarriers(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

test("the link works once", async () => {
  const answer = await fetch(`${house.url}/api/set-up`, {
    method: "POST",
    headers: { "x-lianxin": "1", "content-type": "application/json" },
    body: JSON.stringify({ token: new URL(house.setUpLink).searchParams.get("token"), name: "另一个", community: "另一个", mail: "x@example.cn" }),
  });

  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "kit.setUpDone"]);
});

test("a link by mail signs in with a press, on a phone too", async () => {
  const { page, troubles, close } = await visitor(browser, { width: 360, height: 720 });
  await page.goto(`${house.url}/sign-in`);
  await fetch(`${house.url}/api/sign-in/mail-link`, {
    method: "POST",
    headers: { "x-lianxin": "1", "content-type": "application/json" },
    body: JSON.stringify({ mail: "Secretary@example.cn " }),
  });
  const [letter] = await mailbox.waitFor(1);
  const link = /http\S+\/sign-in\/link\?token=\S+/.exec(letter?.text ?? "")![0];

  await page.goto(link);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.locator("form button[type=submit]").click();

  await page.waitForURL(`${house.url}/`);
  await page.locator("h1").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

const pictures = process.env.LIANXIN_PICTURES;

test("whoever signed in changes their password, and the other devices are signed out", async () => {
  const enter = async (password: string) => {
    const opened = await visitor(browser);
    await opened.page.goto(`${house.url}/sign-in`);
    await opened.page.getByRole("button", { name: "密码", exact: true }).click();
    await opened.page.getByLabel("手机号或邮箱").fill("secretary@example.cn");
    await opened.page.locator("input[type=password]").fill(password);
    await opened.page.locator("form button[type=submit]").click();
    await opened.page.waitForURL(`${house.url}/`);
    return opened;
  };
  const [mine, other] = [await enter("correct horse lotus"), await enter("correct horse lotus")];
  const { page, troubles } = mine;
  await page.goto(`${house.url}/settings`);
  await page.getByRole("link", { name: "登录与安全" }).click();
  await page.getByRole("heading", { level: 1, name: "登录与安全" }).waitFor();
  await page.getByText("另一台设备").first().waitFor();
  for (const [width, height] of [
    [1440, 900],
    [768, 900],
    [360, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    if (pictures) await page.screenshot({ path: `${pictures}/security-${width}.png`, fullPage: true });
    expect([width, await findBarriers(page), await sidewaysOverflow(page)]).toEqual([width, [], 0]);
  }

  await page.locator("input[name=password]").fill("brown pond 7 lotus");
  await page.getByRole("button", { name: "换密码" }).click();
  await page.getByText("密码设好了，别的设备已经退出").waitFor();

  const whoIs = async ({ page: one }: typeof mine) => ((await (await one.request.get(`${house.url}/api/session`)).json()) as { account: unknown }).account;
  expect([(await whoIs(mine)) !== null, await whoIs(other)]).toEqual([true, null]);
  expect(troubles).toEqual([]);
  await mine.close();
  await other.close();
});

test("a stranger asking for a link gets the same answer and no mail", async () => {
  const before = mailbox.letters.length;

  const answer = await fetch(`${house.url}/api/sign-in/mail-link`, {
    method: "POST",
    headers: { "x-lianxin": "1", "content-type": "application/json" },
    body: JSON.stringify({ mail: "nobody@example.cn" }),
  });

  expect([answer.status, await answer.json()]).toEqual([202, { ok: true, isShown: false }]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(mailbox.letters.length).toBe(before);
});
