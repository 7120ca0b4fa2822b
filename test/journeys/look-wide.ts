import type { Page } from "playwright-core";
import { expect } from "vitest";
import { sidewaysOverflow } from "./open-browser.js";
import { look } from "./story-a1/look-at-page.js";

/** A page at its own width, at 360 px, and as wide as on a tablet. */
export async function lookWide(page: Page, name: string): Promise<void> {
  await look(page, name);
  const window = page.viewportSize()!;
  await page.setViewportSize({ width: 768, height: 1024 });
  if (process.env.LIANXIN_PICTURES) await page.screenshot({ path: `${process.env.LIANXIN_PICTURES}/${name}-768.png`, fullPage: true });
  expect([name, await sidewaysOverflow(page)]).toEqual([name, 0]);
  await page.setViewportSize(window);
}
