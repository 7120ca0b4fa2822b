import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

const mine = vi.hoisted(() => ({
  value: { homes: [] as unknown[], sessions: [] as unknown[], takenOff: [] as unknown[], overrides: [] as unknown[], toSign: [] as unknown[] },
}));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => mine.value }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const session = {
  ...{ id: "s", programmeId: "p", heldOn: "2027-07-12", startsAt: "2027-07-12T00:30:00.000Z", endsAt: "2027-07-12T03:00:00.000Z" },
  ...{ state: "open", title: "防溺水", violations: [], isLeftOpen: false, isUncollected: false, isCountLate: false, children: 6, day: "other" },
};
const home = { id: "h", name: "上湾村儿童之家", closedOn: null as string | null, children: 3, corrected: 0 };
async function show(sessions: unknown[], homes: unknown[], overrides: unknown[] = [], takenOff: unknown[] = [], toSign: unknown[] = []) {
  mine.value = { sessions, homes, overrides, takenOff, toSign };
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
  const { onCount } = await show([session], [{ ...home, closedOn: "2027-07-05", keptUntil: "2027-10-03" }]);

  expect(screen.getByText(/关了，还有 3 个孩子的资料要处理，留到2027年10月3日（周日），过后自动删除/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "去处理 上湾村儿童之家" }).getAttribute("href")).toBe("/children-activities/homes/h");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("an activity whose lists lost children stands there once, with how many on which day, and leads to its board", async () => {
  const off = (day: string, children: number) => ({ sessionId: `s${day}`, heldOn: `2027-07-${day}`, programmeId: "p", title: "防溺水", children });
  const { onCount } = await show([session], [home], [], [off("12", 1), off("13", 2)]);

  expect(screen.getByText(/孩子被从名单上拿下：7月12日（周一） 1 个、7月13日（周二） 2 个/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "去处理 防溺水" }).getAttribute("href")).toBe("/children-activities/sessions/s12");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("a home of which guardians put data right themselves stands there with of how many children, and leads to the list", async () => {
  const { onCount } = await show([session], [{ ...home, corrected: 2 }]);

  expect([screen.getByText("监护人改了资料"), screen.getByText(/监护人自己改了 2 个孩子的资料/)]).toHaveLength(2);
  expect(screen.getByRole("link", { name: "去处理 上湾村儿童之家" }).getAttribute("href")).toBe("/children-activities/homes/h");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("a plan that waits for the reader's signature stands there with its first day, and leads to the plan", async () => {
  const { onCount } = await show([session], [home], [], [], [{ programmeId: "p", title: "防溺水", heldOn: "2027-07-13" }]);

  expect(screen.getByText("7月13日（周二） 防溺水")).toBeTruthy();
  expect([screen.getByText("等您签字"), screen.getByText(/签了才能发布/)]).toHaveLength(2);
  expect(screen.getByRole("link", { name: "去处理 防溺水" }).getAttribute("href")).toBe("/children-activities/programmes/p");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("a session past its hour with children still there stands there as late with how many, before anything else of it, and leads to the desk", async () => {
  const { onCount } = await show([{ ...session, day: "today", children: 2, isUncollected: true, isLeftOpen: true, isCountLate: true }], [home]);

  expect([screen.getByText("孩子没接走"), screen.getByText("过了 11:00，还有 2 个孩子没接走：到接送台一步一步办")]).toHaveLength(2);
  expect(screen.getByRole("link", { name: /^去处理/ }).getAttribute("href")).toBe("/children-activities/sessions/s/desk");
  expect(onCount.mock.calls).toEqual([[1, 1]]);
});

test("of a session under way it is said how many are there, of one ahead how many are enrolled", async () => {
  await show(
    [
      { ...session, day: "today", children: 1 },
      { ...session, id: "t", state: "published", day: "tomorrow", children: 3 },
    ],
    [home],
  );

  expect([screen.getByText("在场 1 个孩子"), screen.getByText("报名 3 个孩子")]).toHaveLength(2);
});

test("an open session whose heads nobody counted in time stands there as late, and leads to its board", async () => {
  const { onCount } = await show([{ ...session, day: "today", isCountLate: true }], [home]);

  expect([screen.getByText("该点名没点"), screen.getByText(/请现场的人马上数一遍/)]).toHaveLength(2);
  expect(screen.getByRole("link", { name: /^去处理/ }).getAttribute("href")).toBe("/children-activities/sessions/s");
  expect(onCount.mock.calls).toEqual([[1, 1]]);
});

test("nothing stands there when all is well", async () => {
  const { container } = await show([session], [home]);

  expect(container.innerHTML).toBe("");
});

test("sessions of today and tomorrow stand there by name with the way to their board, and only today's are still to be done", async () => {
  const { onCount } = await show(
    [
      { ...session, state: "published", day: "today" },
      { ...session, id: "t", state: "published", title: "阅读", heldOn: "2027-07-13", day: "tomorrow" },
      { ...session, id: "n", state: "published", title: "下周", day: "other" },
      { ...session, id: "c", state: "closed", title: "办完的", day: "today" },
    ],
    [home],
  );

  expect(screen.getByRole("link", { name: /^打开 防溺水/ }).getAttribute("href")).toBe("/children-activities/sessions/s");
  screen.getByText(/^今天 .* 防溺水$/);
  screen.getByText(/^明天 .* 阅读$/);
  expect(screen.queryByText(/下周|办完的/)).toBeNull();
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("a date nobody opened stands there with how many children were enrolled", async () => {
  const { onCount } = await show([{ ...session, state: "lapsed" }], [home]);

  screen.getByText("没有人开");
  screen.getByText("那天报了名的有 6 个孩子，请问问家里");
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("an emergency that waits for a second person stands first and is late: the board for who leads, the plan for who signs", async () => {
  const waiting = { id: "o", sessionId: "s", programmeId: "p", untilAt: "2027-07-12T01:00:00.000Z", askedBy: "罗婷", reason: null, isLeader: true };
  const { onCount } = await show([session], [home], [waiting, { ...waiting, id: "q", isLeader: false, askedBy: "何志远", reason: "暴雨" }]);
  const links = screen.getAllByRole("link", { name: /^去处理 紧急情况/ }).map((one) => one.getAttribute("href"));

  expect(links).toEqual(["/children-activities/sessions/s", "/children-activities/programmes/p"]);
  screen.getByText("暴雨");
  expect(onCount.mock.calls).toEqual([[2, 2]]);
});
