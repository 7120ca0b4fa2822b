import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findBarriers, sidewaysOverflow } from "../open-browser.js";

/** A folder for pictures of every page looked at; none are taken without it. */
const pictures = process.env.LIANXIN_PICTURES;
let taken = 0;

/** What everybody had before them when a test failed, as pictures. */
export async function pictureFailure(pages: readonly Page[]): Promise<void> {
  for (const page of pictures ? pages : []) await page.screenshot({ path: join(pictures!, `failed-${++taken}.png`), fullPage: true }).catch(() => undefined);
}

/** Looks at the page as it is: no barrier that axe finds, and nothing wider than the window, at its own width and at 360 px. */
export async function look(page: Page, name: string): Promise<void> {
  await page.locator("h1").first().waitFor();
  const window = page.viewportSize()!;
  expect([name, await findBarriers(page)]).toEqual([name, []]);
  for (const { width, height } of [window, { width: 360, height: 720 }]) {
    await page.setViewportSize({ width, height });
    if (pictures) await page.screenshot({ path: join(pictures, `${String(++taken).padStart(2, "0")}-${name}-${width}.png`), fullPage: true });
    expect([name, width, await sidewaysOverflow(page)]).toEqual([name, width, 0]);
  }
  await page.setViewportSize(window);
}
