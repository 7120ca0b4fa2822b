import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "./look-wide.js";

const list = [
  "姓名,出生年月,性别,监护人,监护人电话,关系,同意书日期,同意书版本,同意保管资料,同意参加",
  "沈小雨,2018-11,女,沈玉兰,19900000301,母亲,2026-09-10,2026-1,是,是",
  "吴小满,2017-03,男,吴建国,19900000302,爷爷,,,,",
].join("\n");

/** On a home's page, as its director: a list comes in but for the line without consent, which is given back as a sheet, and the import is taken back. */
export async function bringListAndBack(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "导入名册" }).click();
  await page.getByLabel("选一个 .xlsx 或 .csv 文件").setInputFiles({ name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await page.getByText("1 个孩子登记好了").waitFor();
  await page.getByText("1 行没有导入").waitFor();
  const [mended] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载这份名册，要改的写在行上" }).click()]);
  expect(mended.suggestedFilename()).toBe("要改的名册.xlsx");
  await lookWide(page, "import");
  await page.getByRole("button", { name: /^撤回这次导入/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤回这次导入" }).click();
  await page.getByText("撤回了 1 个孩子，留着 0 个").waitFor();
}
