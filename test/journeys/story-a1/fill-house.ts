import { look } from "./look-at-page.js";
import type { Story } from "./story.js";

/** The first start: the printed link, the set-up, and the example community by its button. */
export async function fillHouse(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(story.house.setUpLink);
  await page.getByLabel("社区").first().fill("光明路社区");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("member01@example.org");
  await page.getByLabel("手机").fill("19900000001");
  await look(page, "set-up");
  await page.locator("form button[type=submit]").first().click();
  await page.waitForURL("**/first-run");
  await look(page, "first-run");
  await page.getByRole("button", { name: "装入示例社区" }).click();
  await page.waitForURL(`${story.house.url}/`, { timeout: 90_000 });
  await page.getByRole("heading", { name: "等着上会的事" }).waitFor();
  await look(page, "today-newcomer");
}
