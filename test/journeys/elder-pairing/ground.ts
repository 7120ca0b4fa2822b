import type { Locator, Page } from "playwright-core";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";

export const deskWindow = { width: 1440, height: 900 };
export const phoneWindow = { width: 360, height: 720 };

/** The county desk's window at a page. */
export async function atDesk(story: Story, path?: string): Promise<Page> {
  const page = await story.as("王秀珍");
  if (path !== undefined) await page.goto(`${story.house.url}${path}`);
  return page;
}

/** A card of the page by its whole heading: what several cards say is looked for in the one that is meant. */
export const cardOf = (page: Page, heading: string | RegExp): Locator =>
  page.getByRole("region", { name: heading, ...(typeof heading === "string" && { exact: true }) });

/** The one row of a table, or line of a list, that has these words. */
export const rowOf = (of: Page | Locator, words: string | RegExp): Locator => of.getByRole("row").filter({ hasText: words });
export const lineOf = (of: Page | Locator, words: string | RegExp): Locator => of.getByRole("listitem").filter({ hasText: words });

export const button = (of: Page | Locator, name: string | RegExp): Locator =>
  of.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) });

/** A sheet as a person would choose it. */
export const csv = (name: string, ...lines: readonly string[]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });

export async function elderNamed(page: Page, name: string): Promise<string> {
  const { elders } = await ask(page, "GET", "elder-pairing/elders");
  return elders.find((one: { name: string }) => one.name === name).id;
}
export async function cadreNamed(page: Page, name: string): Promise<string> {
  const { cadres } = await ask(page, "GET", "elder-pairing/cadres");
  return cadres.find((one: { name: string }) => one.name === name).id;
}

/** A county with one township and two villages, and the year's free days. */
export async function layGround(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(story.house.setUpLink);
  await page.getByLabel("社区").first().fill("示例县");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("member01@example.org");
  await page.locator("form button[type=submit]").first().click();
  await page.getByRole("button", { name: "装入示例社区" }).waitFor();
  const [{ id: parentId }] = (await ask(page, "GET", "directory/places")).places;
  const town = await ask(page, "POST", "directory/places", { parentId, name: "柳河镇", kind: "town" });
  for (const name of ["柳树坡村", "河口村"]) await ask(page, "POST", "directory/places", { parentId: town.id, name, kind: "village" });
  const days = [{ day: "2026-10-01", name: "国庆节", isOffDay: true }];
  await ask(page, "PUT", "directory/holidays/2026", { source: "journey", isFictional: true, days });
}
