import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

const mine = vi.hoisted(() => ({ value: { homes: [] as unknown[], sessions: [] as unknown[] } }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => mine.value }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const session = {
  ...{ id: "s", programmeId: "p", heldOn: "2027-07-12", startsAt: "2027-07-12T00:30:00.000Z", endsAt: "2027-07-12T03:00:00.000Z" },
  ...{ state: "open", title: "防溺水", violations: [], isLeftOpen: false },
};
const home = { id: "h", name: "上湾村儿童之家", closedOn: null as string | null, children: 3 };
async function show(sessions: unknown[], homes: unknown[]) {
  mine.value = { sessions, homes };
  const onCount = vi.fn();
  const { container } = render(<TodayCard onCount={onCount} />);
  await vi.waitFor(() => expect(onCount).toHaveBeenCalled());
  return { container, onCount };
}

test("a session somebody forgot to close stands there with what to do, and leads to it", async () => {
  const { onCount } = await show([{ ...session, isLeftOpen: true }], [home]);

  expect(screen.getByText("忘了结束")).toBeTruthy();
  expect(screen.getByText(/孩子都走了就点“结束这一场”/)).toBeTruthy();
  expect(screen.getByRole("link", { name: /^去处理/ }).getAttribute("href")).toBe("/children-activities/sessions/s");
  expect(onCount.mock.calls).toEqual([[1, 1]]);
});

test("a closed home of which children are kept stands there with how many, and leads to them", async () => {
  const { onCount } = await show([session], [{ ...home, closedOn: "2027-07-05" }]);

  expect(screen.getByText(/关了，还有 3 个孩子的资料要处理/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "去处理 上湾村儿童之家" }).getAttribute("href")).toBe("/children-activities/homes/h");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("nothing stands there when all is well", async () => {
  const { container } = await show([session], [home]);

  expect(container.innerHTML).toBe("");
});
