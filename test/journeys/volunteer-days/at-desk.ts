import type { Page } from "playwright-core";
import { ask } from "../story-a3/ask.js";
import type { Story } from "../story-a1/story.js";

/** A page of volunteer days in somebody's window: "" for the rota board. */
export const go = async (story: Story, page: Page, path: string): Promise<unknown> => page.goto(`${story.house.url}/volunteer-days${path}`);

/** The secretary's window, at a page of volunteer days. */
export async function openDesk(story: Story, path: string): Promise<Page> {
  const page = await story.as("王秀珍");
  await go(story, page, path);
  return page;
}

/** A new phone, at a page of volunteer days. */
export async function openPhone(story: Story, path: string): Promise<Page> {
  const { page } = await story.guest({ width: 360, height: 720 });
  await go(story, page, path);
  return page;
}

/** The card of a team, a form or a list, by its heading. */
export const card = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });

/** Opens what stands behind a line of its own and gives it, with the line. */
export async function unfold(within: Pick<Page, "locator">, summary: string) {
  const opened = within.locator(`details:has(> summary:text-is(${JSON.stringify(summary)}))`);
  await opened.locator("> summary").click();
  return opened;
}

/** Waits until the page says so in passing. */
export const told = async (page: Page, words: string): Promise<void> => page.locator("#lx-toasts").getByText(words).waitFor();

/** Presses the verb of the dialog that is open. */
export const press = async (page: Page, verb: string): Promise<void> => page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();

export const seriesId = async (page: Page, title: string): Promise<string> =>
  (await ask(page, "GET", "volunteer-days/series")).series.find((one: { title: string }) => one.title === title).id;

/** A date of a series, by the day it was first planned for. */
export async function dayOn(page: Page, title: string, originalOn: string): Promise<string> {
  const { days } = await ask(page, "GET", `volunteer-days/series/${await seriesId(page, title)}/rota`);
  return days.find((day: { originalOn: string }) => day.originalOn === originalOn).id;
}
