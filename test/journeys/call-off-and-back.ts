import type { Page } from "playwright-core";
import { lookWide } from "./look-wide.js";

/** On a plan with one date: called off with a reason, and held after all with whoever was on duty. */
export async function callOffAndBack(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: /^这场不办了 / }).click();
  await dialog.getByLabel("为什么").fill("台风");
  await dialog.getByRole("button", { name: "这场不办了", exact: true }).click();
  await page.getByText("不办了：台风", { exact: true }).waitFor();
  await lookWide(page, "called-off");
  await page.getByRole("button", { name: /^还是办 / }).click();
  await dialog.getByRole("button", { name: "还是办", exact: true }).click();
  await page.getByText(/^照常办了：0 个孩子、2 位大人回到名单上/).waitFor();
  await page.getByRole("button", { name: /^这场不办了 / }).waitFor();
}
