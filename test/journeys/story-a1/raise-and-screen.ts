import { look } from "./look-at-page.js";
import type { Story } from "./story.js";

export const matterTitle = "小区东侧挡土墙坍毁约 12 米, 砸坏板房";

/** The grid leader enters the matter for the resident (代录). */
export async function raise(story: Story): Promise<void> {
  const page = await story.as("李建平");
  await look(page, "today-grid-leader");
  await page.goto(`${story.house.url}/matters/new`);
  await page.getByLabel("什么事").fill(matterTitle);
  await page.getByLabel("在哪里").selectOption({ label: "　　和平苑" });
  await page.getByLabel("代他填").check();
  await page.getByRole("textbox", { name: "反映人" }).fill("何志远");
  await page.getByRole("button", { name: "找这个人" }).click();
  await page.getByRole("radio", { name: /何志远/ }).check();
  await look(page, "raise");
  await page.getByRole("button", { name: "记下这件事" }).click();
  await page.getByText("李建平 代 何志远").waitFor();
  await look(page, "matter");
}

/** The secretary screens it: the maintenance fund brings a warning, which blocks nothing. */
export async function screen(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/matters`);
  await look(page, "matters");
  await page.getByRole("link", { name: matterTitle }).first().click();
  await page.getByRole("link", { name: "审查" }).click();
  await page.getByRole("button", { name: "前六条都是" }).click();
  await page.getByRole("radio", { name: "是", exact: true }).last().check();
  await page.getByRole("radio", { name: "通过" }).check();
  await look(page, "screen");
  await page.getByRole("button", { name: "定下审查结果" }).click();
  await page.waitForURL(/matters\/[0-9a-f-]{36}$/);
  await page.getByText("民法典第278条").first().waitFor();
  await look(page, "matter-screened");
}
