import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const because = { sameVillage: true, metres: 0, knows: false, sameDialect: true, isWoman: true, isPinned: false };
const pair = (id: string, more: object) => ({
  ...{ pairId: `p${id}`, id, name: `老人${id}`, role: "primary", residentsGroup: null, village: "01村", level: "red", wish: "visit", nextOn: "2026-12-01" },
  ...{ hasLadder: false, waitsForMe: false, isEffective: true, comesToday: true, comes: null, awayUntil: null, raised: [], because, ...more },
});
async function show(...pairs: object[]) {
  vi.spyOn(browserPorts, "now").mockReturnValue(Date.parse("2026-11-30T01:00:00.000Z"));
  vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json({ pairs }));
  const onCount = vi.fn();
  render(
    <LocationProvider>
      <TodayCard onCount={onCount} />
    </LocationProvider>,
  );
  await vi.waitFor(() => expect(onCount).toHaveBeenCalled());
  return onCount.mock.lastCall;
}

test("a red elder whose visit is tomorrow is neither due nor late today", async () => {
  expect(await show(pair("1", {}))).toEqual([0, 0]);
  expect(await screen.findByText("红级")).toBeTruthy();
});

test("a first helper who has not said yes is asked for it and not for a visit; who stands in is told of the elder", async () => {
  const counts = await show(pair("1", { waitsForMe: true, isEffective: false, comesToday: false }), pair("2", { role: "backup", nextOn: "2026-12-20" }));

  expect(counts).toEqual([1, 0]);
  expect((await screen.findByText("愿不愿意当老人1的 A 角？")).getAttribute("href")).toBe("/elder-pairing/mine");
  expect(screen.getByText("老人2")).toBeTruthy();
  expect(screen.queryByLabelText("记一次 老人1")).toBeNull();
});

test("who is asked as first helper and covers the same elder meanwhile is asked for the yes and, once, for the visit they make in place of it", async () => {
  const both = { nextOn: "2026-11-30" };
  const counts = await show(pair("1", { ...both, waitsForMe: true, isEffective: false }), { ...pair("1", { ...both, role: "cover" }), pairId: "cover" });

  expect(counts).toEqual([2, 0]);
  expect(await screen.findByText("愿不愿意当老人1的 A 角？")).toBeTruthy();
  expect(screen.getAllByLabelText("记一次 老人1").map((link) => link.getAttribute("href"))).toEqual(["/elder-pairing/mine/1"]);
  expect(screen.getByText(/这几天由你管/)).toBeTruthy();
});

test("who answers for a place sees by itself what waits anew because somebody said no, and it is not counted twice", async () => {
  const board = { uncovered: 0, overdueCount: 0, waitingCount: 5, insteadCount: 2, handoverCount: 0, ladders: [] };
  const answers: Readonly<Record<string, object>> = { session: { account: { id: "a1" }, roles: [], permissions: ["elder-pairing.see"] }, board };
  vi.spyOn(globalThis, "fetch").mockImplementation((address) => Promise.resolve(Response.json(answers[String(address).split("/").at(-1)!] ?? { pairs: [] })));
  await loadSession();
  const onCount = vi.fn();
  render(
    <LocationProvider>
      <TodayCard onCount={onCount} />
    </LocationProvider>,
  );

  expect(await screen.findByText("2 对是因为有人说不合适、新换的，还没有都同意")).toBeTruthy();
  expect(screen.getByText("3 对等双方确认")).toBeTruthy();
  Object.assign(answers.session!, { permissions: [] });
  await loadSession();
});

test("what was missed is late", async () => {
  expect(await show(pair("1", { nextOn: "2026-11-28" }))).toEqual([1, 1]);
});

test("an elder who has to be seen sooner says why", async () => {
  await show(pair("1", { raised: [{ id: "t1", kind: "cold", onDay: "2026-11-30", untilOn: "2026-12-07", dueOn: "2026-12-01", levelBefore: "yellow" }] }));

  expect(await screen.findByText(/低温预警/)).toBeTruthy();
});
