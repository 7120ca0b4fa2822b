import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium, type Browser, type Page } from "playwright-core";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });

export interface Visitor {
  readonly page: Page;
  /** What the page reported against its own policy, and errors nobody caught. */
  readonly troubles: string[];
  /** What the page takes for now; timers run on. */
  setTime(moment: string): Promise<void>;
  close(): Promise<void>;
}

export interface Window {
  readonly width?: number;
  readonly height?: number;
  /** The moment it is for the page; the real one when left out. */
  readonly at?: string;
}

/** A browser window of one person, in Chinese, at a width. */
export async function visitor(browser: Browser, { width = 1440, height = 900, at }: Window = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce" });
  const setTime = (moment: string) => context.clock.setFixedTime(new Date(moment));
  if (at) await setTime(at);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|violates/.test(message.text())) troubles.push(message.text());
  });
  return { page, troubles, setTime, close: () => context.close() };
}

let axe: string | undefined;

/** What axe finds wrong on the page as it is. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  axe ??= await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run()")) as { violations: { id: string; help: string; nodes: { html: string }[] }[] };
  return found.violations.map((v) => `${v.id}: ${v.help} (${v.nodes[0]?.html.slice(0, 120)})`);
}

/** Pixels by which the page is wider than the window. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
