import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

const mine = vi.hoisted(() => ({ value: { homes: [] as unknown[], sessions: [] as unknown[], takenOff: [] as unknown[] } }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => mine.value }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const session = {
  ...{ id: "s", programmeId: "p", heldOn: "2027-07-12", startsAt: "2027-07-12T00:30:00.000Z", endsAt: "2027-07-12T03:00:00.000Z" },
  ...{ state: "open", title: "防溺水", violations: [], isLeftOpen: false },
};
const home = { id: "h", name: "上湾村儿童之家", closedOn: null as string | null, children: 3 };
async function show(sessions: unknown[], homes: unknown[], takenOff: unknown[] = []) {
  mine.value = { sessions, homes, takenOff };
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

test("an activity whose lists lost children stands there once, with how many on which day, and leads to its board", async () => {
  const off = (day: string, children: number) => ({ sessionId: `s${day}`, heldOn: `2027-07-${day}`, programmeId: "p", title: "防溺水", children });
  const { onCount } = await show([session], [home], [off("12", 1), off("13", 2)]);

  expect(screen.getByText(/孩子被从名单上拿下：7月12日（周一） 1 个、7月13日（周二） 2 个/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "去处理 防溺水" }).getAttribute("href")).toBe("/children-activities/sessions/s12");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("nothing stands there when all is well", async () => {
  const { container } = await show([session], [home]);

  expect(container.innerHTML).toBe("");
});
