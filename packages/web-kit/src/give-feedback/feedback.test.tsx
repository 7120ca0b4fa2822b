import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "../feedback.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true }));
afterEach(() => {
  vi.advanceTimersByTime(11_000);
  vi.useRealTimers();
  cleanup();
});

test("says what happened in a live region, takes it back on demand, and goes away after ten seconds", async () => {
  const undo = vi.fn();

  toast("已处理：楼道灯", { undo });
  const region = document.getElementById("lx-toasts")!;
  expect(region.getAttribute("role")).toBe("status");
  await screen.findByText("已处理：楼道灯");
  fireEvent.click(screen.getByRole("button", { name: "撤销" }));
  await waitFor(() => expect(screen.queryByText("已处理：楼道灯")).toBeNull());

  expect(undo).toHaveBeenCalledTimes(1);
  toast("已记下");
  await screen.findByText("已记下");
  expect(screen.queryByRole("button", { name: "撤销" })).toBeNull();
  vi.advanceTimersByTime(10_000);
  await waitFor(() => expect(screen.queryByText("已记下")).toBeNull());
});

test("gives the newer word the place and the time of the older", async () => {
  toast("第一件");
  vi.advanceTimersByTime(9_000);
  toast("第二件");
  vi.advanceTimersByTime(9_000);

  await screen.findByText("第二件");
  expect(screen.queryByText("第一件")).toBeNull();
});

const onConfirm = vi.fn<() => Promise<unknown>>();
const onClose = vi.fn();
const ask = (isOpen = true) =>
  render(
    <ConfirmDialog isOpen={isOpen} onClose={onClose} title="发布会议" verb="发布" onConfirm={onConfirm}>
      21 位参加人会收到通知。
    </ConfirmDialog>,
  );

test("asks with the consequence and the act, and closes once it is done", async () => {
  onConfirm.mockResolvedValue(undefined);
  ask();
  expect(screen.getByRole("dialog", { name: "发布会议" }).textContent).toContain("21 位参加人会收到通知。");

  fireEvent.click(screen.getByRole("button", { name: "发布" }));
  fireEvent.click(screen.getByRole("button", { name: "发布" }));

  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

test("stays open with what went wrong", async () => {
  onClose.mockClear();
  onConfirm.mockRejectedValue(new ApiError(409, { code: "meetings.late", message: "公告已经来不及", remedy: "请换时间", requestId: "K7F2" }));
  ask();

  fireEvent.click(screen.getByRole("button", { name: "发布" }));

  expect((await screen.findByRole("alert")).textContent).toContain("公告已经来不及请换时间报错码 K7F2");
  expect(onClose).not.toHaveBeenCalled();
});

test("draws nothing of the question while it is closed", () => {
  ask(false);

  expect(screen.queryByText("21 位参加人会收到通知。")).toBeNull();
});
