import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { ChildCard } from "./ChildCard.js";
import type { Board, BoardChild } from "./use-board.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({})));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));

const child = { attendanceId: "a", childId: "c", state: "enrolled", wearsPhotoBadge: false, steps: [], next: null } as unknown as BoardChild;
const name = { childId: "c", name: "周小禾", health: null, mayBePhotographed: true } as never;
const show = (isMine: boolean) =>
  render(
    <ChildCard
      board={{ id: "s", state: "published", isMine } as unknown as Board}
      child={child}
      name={name}
      act={(work) => work().then(() => undefined)}
      onCode={() => undefined}
    />,
  );

test("the director takes a child off the list after a question that names it", async () => {
  show(true);
  fireEvent.click(screen.getByRole("button", { name: "取消报名 周小禾" }));
  const before = sent.mock.calls.length;
  const dialog = screen.getByRole("dialog", { name: "取消报名：周小禾" });

  fireEvent.click(within(dialog).getByRole("button", { name: "取消报名" }));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect([before, sent.mock.calls[0]]).toEqual([0, ["POST /attendances/:attendanceId/cancel", { params: { attendanceId: "a" } }]]);
});

test("who only leads the session is offered no such thing", () => {
  show(false);

  expect(screen.queryByRole("button", { name: /取消报名/ })).toBeNull();
});
