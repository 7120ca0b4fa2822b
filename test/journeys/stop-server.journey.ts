import { afterEach, expect, test } from "vitest";
import { startHouse, type House } from "./start-house.js";

let house: House | undefined;
afterEach(() => house?.stop());

const askForLink = async (url: string, n: number): Promise<number> => {
  const body = JSON.stringify({ mail: `nobody${n}@example.cn` });
  const answer = await fetch(`${url}/api/sign-in/mail-link`, { method: "POST", headers: { "x-lianxin": "1", "content-type": "application/json" }, body });
  await answer.arrayBuffer();
  return answer.status;
};
/** An answer, or how the connection failed: before it was made ("refused"), or under the request ("cut"). */
const outcome = (work: Promise<number>): Promise<number | "refused" | "cut"> =>
  work.catch((error: { cause?: { code?: string } }) => (error.cause?.code === "ECONNREFUSED" ? "refused" : "cut"));

test("a server that is told to stop answers what it has taken, takes nothing more, and ends", { timeout: 60_000 }, async () => {
  house = await startHouse({ LIANXIN_REQUESTS_PER_MINUTE: "1000000" });
  const { url, pid } = house;
  await askForLink(url, 0);

  const burst = Array.from({ length: 200 }, (_, n) => outcome(askForLink(url, n + 1)));
  await Promise.race(burst);
  const told = performance.now();
  process.kill(pid, "SIGTERM");
  const outcomes = await Promise.all(burst);
  await house.ended;

  expect(outcomes.filter((o) => o === "cut")).toEqual([]);
  // A machine that takes more than a hundred of them in time answers the rest that one address asks too often.
  expect(outcomes.filter((o) => o !== 202 && o !== 429 && o !== 503 && o !== "refused")).toEqual([]);
  expect(outcomes.filter((o) => o === 202).length).toBeGreaterThan(0);
  expect(performance.now() - told).toBeLessThan(5_000);
  expect(await outcome(askForLink(url, 999))).toBe("refused");
});

test("a server whose port is taken says so in a sentence and ends, and the one that has it runs on", { timeout: 60_000 }, async () => {
  house = await startHouse();
  const { port } = new URL(house.url);

  const second = await startHouse({ PORT: port }).catch((error: Error) => error.message);

  expect(second).toContain(`端口被占用： 127.0.0.1:${port}`);
  expect(second).not.toMatch(/ at .*\.js:\d+/);
  expect(second).toMatch(/^The server ended/);
  expect(await outcome(askForLink(house.url, 0))).toBe(202);
});
