import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { openBrowser, visitor } from "../journeys/open-browser.js";
import { startHouse } from "../journeys/start-house.js";
import type { BenchRow } from "../run/bench.js";
import { plantDay } from "./volunteer-days-house.js";

/** A phone on a slow 4G network, as Lighthouse throttles one: 1.6 Mbit/s, 150 ms there and back, a processor four times slower. */
const network = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

const gzipped = (body: Buffer | string): number => gzipSync(body, { level: 9 }).length;
const typeOf = (answer: Response): string => answer.headers()["content-type"] ?? "";

/** Files of a kind, and what stands of it in the page itself: kB after gzip -9. */
async function weigh(answers: readonly Response[], type: string, tag: RegExp): Promise<number> {
  const bodies = await Promise.all(answers.filter((one) => typeOf(one).includes(type)).map((one) => one.body()));
  const pages = await Promise.all(answers.filter((one) => typeOf(one).includes("html")).map((one) => one.text()));
  const inside = pages.flatMap((page) => [...page.matchAll(tag)].map(([, text = ""]) => text));
  return [...bodies, ...inside].reduce((sum, body) => sum + gzipped(body), 0) / 1000;
}

/** The public page as a phone loads it for the first time: all script and style, and how soon something is painted (the median of five). */
export async function benchPage(): Promise<readonly BenchRow[]> {
  const house = await startHouse({ LIANXIN_REQUESTS_PER_MINUTE: "10000000", LIANXIN_LOG: "error" });
  const browser = await openBrowser();
  await plantDay(house, 2, 5);
  const paints: number[] = [];
  let [script, style] = [0, 0];
  for (let run = 0; run < 5; run++) {
    const { page, close } = await visitor(browser, { width: 360, height: 720 });
    const answers: Response[] = [];
    page.on("response", (answer) => answers.push(answer));
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(`${house.url}/volunteer-days/thursday`);
    await page.getByLabel("手机号").waitFor();
    paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime));
    script = await weigh(answers, "javascript", /<script>(.*?)<\/script>/gs);
    style = await weigh(answers, "css", /<style>(.*?)<\/style>/gs);
    await close();
  }
  await browser.close();
  await house.stop();
  const paint = Math.round(paints.sort((a, b) => a - b)[2]!);
  const row = (id: string, what: string, figure: number, unit: string, most: number): BenchRow => {
    return { id: `volunteer.page.${id}`, what, figure, unit, goal: `≤ ${most}`, holds: figure <= most };
  };
  return [
    row("script", "all script the public page loads, gzip", Number(script.toFixed(1)), "kB", 30),
    row("style", "all style the public page loads, gzip", Number(style.toFixed(1)), "kB", 8),
    row("paint", "first contentful paint on a throttled phone (slow 4G, processor ÷ 4), median of five first visits", paint, "ms", 1000),
  ];
}
