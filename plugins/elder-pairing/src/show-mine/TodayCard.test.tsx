import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const pair = {
  ...{ pairId: "p1", id: "e1", name: "张广福", role: "primary", residentsGroup: null, village: "河口村", level: "red", wish: "visit", nextOn: "2026-12-01" },
  ...{ hasLadder: false, waitsForMe: false, isEffective: true, comesToday: true, awayUntil: null, because: {} },
};
let pairs: object[];
let told: (number | undefined)[];
beforeEach(() => {
  told = [];
  vi.spyOn(browserPorts, "now").mockReturnValue(Date.parse("2026-11-30T01:00:00.000Z"));
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ pairs }), { headers: { "content-type": "application/json" } })));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const show = async () => {
  render(<TodayCard onCount={(...counts) => (told = counts)} />);
  await waitFor(() => expect(told.length).toBe(2));
};

test("a red elder who is due tomorrow is counted and not overdue; one whose day has passed is", async () => {
  pairs = [pair, { ...pair, pairId: "p2", id: "e2", name: "吴金花", level: "green", nextOn: "2026-11-28" }];

  await show();

  expect(told).toEqual([2, 1]);
});

test("who is asked to be first helper is led to the answer, and has nothing overdue of an elder somebody else still goes to", async () => {
  pairs = [{ ...pair, isEffective: false, waitsForMe: true, comesToday: false, nextOn: "2026-11-20" }];

  await show();

  expect([told, document.body.textContent]).toEqual([[1, 0], expect.stringContaining("想请你当 A 角，愿不愿意，请答复")]);
  expect(screen.getByRole("link", { name: "去答复 张广福" }).getAttribute("href")).toBe("/elder-pairing/mine");
});
