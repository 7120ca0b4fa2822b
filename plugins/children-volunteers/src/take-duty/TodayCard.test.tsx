import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import TodayCard from "./TodayCard.js";

const mine = vi.hoisted(() => ({ value: { duties: [] as unknown[], asks: [] as unknown[] } }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => mine.value }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-volunteers.${key}`, words])) });
afterEach(cleanup);

const duty = {
  ...{ sessionId: "s", programmeId: "p", placePath: "/1/", title: "防溺水", homeName: "上湾村儿童之家", heldOn: "2027-07-12", short: 1 },
  ...{ startsAt: "2027-07-12T00:30:00.000Z", endsAt: "2027-07-12T03:00:00.000Z" },
};
async function show(duties: unknown[], asks: unknown[]) {
  mine.value = { duties, asks };
  const onCount = vi.fn();
  const { container } = render(<TodayCard onCount={onCount} />);
  await vi.waitFor(() => expect(onCount).toHaveBeenCalled());
  return { container, onCount };
}

test("who is asked to come reads it on today with the way to answer, who has a duty and who could come with the way to where it stands", async () => {
  const { onCount } = await show(
    [{ ...duty, sessionId: "t" }],
    [
      { ...duty, sessionId: "a", state: "asked", link: "/children-volunteers/ask/a/k" },
      { ...duty, sessionId: "b", state: "placed", link: "/children-volunteers/ask/b/k" },
    ],
  );

  expect(screen.getByRole("link", { name: /^去回复/ }).getAttribute("href")).toBe("/children-volunteers/ask/a/k");
  expect(screen.getAllByRole("link", { name: /^去看看/ }).map((link) => link.getAttribute("href"))).toEqual(Array(2).fill("/children-volunteers/mine"));
  expect([screen.getByText("已请，等回复"), screen.getByText("已排上"), screen.getByText("还缺 1 位")]).toHaveLength(3);
  expect(onCount.mock.calls).toEqual([[1, 0]]);
});

test("nothing stands there for who has no duty and is not asked", async () => {
  const { container, onCount } = await show([], []);

  expect([container.textContent, onCount.mock.calls]).toEqual(["", [[0, 0]]]);
});
