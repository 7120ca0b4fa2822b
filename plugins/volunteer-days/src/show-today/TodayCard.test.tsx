import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts, browserPorts } from "@lianxin/web-kit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

const days = vi.hoisted(() => ({ value: [] as unknown[] }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => ({ days: days.value }) }));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), mayAnywhere: () => true }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`volunteer-days.${key}`, words])) });
const realNow = browserPorts.now;
beforeEach(() => {
  browserPorts.now = () => Date.parse("2026-10-10T01:00:00.000Z");
});
afterEach(() => {
  browserPorts.now = realNow;
  cleanup();
});
async function show(some: unknown[]) {
  days.value = some;
  const onCount = vi.fn();
  const { container } = render(<TodayCard onCount={onCount} />);
  await vi.waitFor(() => expect(onCount).toHaveBeenCalled());
  return { container, onCount };
}
const day = { id: "d1", title: "扮靓周四", heldOn: "2026-09-17", startsAt: "2026-09-17T00:30:00.000Z", kind: "hours", count: 6, dueOn: "2026-10-08" };

test("hours that wait and a date that lacks people stand there, each leading to its day; what is overdue is counted as late", async () => {
  const { onCount } = await show([day, { ...day, id: "d2", heldOn: "2026-10-15", kind: "short", count: 5, dueOn: null }]);

  expect(screen.getByText(/6 人的工时还没登记/)).toBeTruthy();
  expect(screen.getByText(/还差 5 人/)).toBeTruthy();
  expect(screen.getAllByRole("link", { name: /^去看/ }).map((link) => link.getAttribute("href"))).toEqual([
    "/volunteer-days/days/d1",
    "/volunteer-days/days/d2",
  ]);
  expect(onCount.mock.calls).toEqual([[2, 1]]);
});

test("nothing stands there when nothing waits", async () => {
  expect((await show([])).container.innerHTML).toBe("");
});
