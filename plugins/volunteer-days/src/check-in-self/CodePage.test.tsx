import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import CodePage from "./CodePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
/** The server's clock, in seconds after the start; the phone's own is an hour fast. */
let second: number;
let hasNetwork: boolean;
const instant = (at: number): string => new Date(Date.parse("2026-09-17T00:30:00.000Z") + at * 1_000).toISOString();
const codeOf = (at: number): string => `10000${Math.floor(at / 60)}`;
const realNow = browserPorts.now;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  [second, hasNetwork] = [20, true];
  browserPorts.now = () => Date.parse(instant(second + 3_600));
  history.replaceState(null, "", "/volunteer-days/days/d1/code");
  vi.stubGlobal("fetch", async () => {
    if (!hasNetwork) throw new TypeError("offline");
    const nextAt = instant((Math.floor(second / 60) + 1) * 60);
    return new Response(JSON.stringify({ code: codeOf(second), now: instant(second), nextAt, title: "扮靓周四", link: "", qr: { size: 1, path: "M0 0" } }));
  });
});
afterEach(() => {
  cleanup();
  browserPorts.now = realNow;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const pass = async (seconds: number) => {
  for (let i = 0; i < seconds; i++) {
    second++;
    await vi.advanceTimersByTimeAsync(1_000);
  }
};
const open = async () => {
  render(
    <LocationProvider>
      <Router>{[<Route key="page" path="/volunteer-days/days/:dayId/code" component={CodePage} />]}</Router>
    </LocationProvider>,
  );
  await vi.advanceTimersByTimeAsync(1);
};
const shown = (): string | undefined => document.querySelector(".code-digits")?.textContent?.trim();

test("the code goes on changing each minute on a phone whose clock is an hour fast", async () => {
  await open();
  const first = shown();

  await pass(45);
  const second = shown();
  await pass(60);

  expect([first, second, shown()]).toEqual(["100000", "100001", "100002"]);
});

test("without a network the old code is gone soon after its minute, and the new one is there as soon as the network is", async () => {
  await open();
  hasNetwork = false;

  await pass(50);
  const during = [shown(), screen.queryByText(/签到码过期了/) !== null];
  hasNetwork = true;
  await pass(5);

  expect([during, shown(), screen.queryByText(/签到码过期了/)]).toEqual([[undefined, true], "100001", null]);
});
