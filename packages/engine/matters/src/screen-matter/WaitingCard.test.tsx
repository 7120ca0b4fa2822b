import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import WaitingCard from "./WaitingCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
afterEach(cleanup);

const answer = (told: unknown) => vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(told))));
const line = { state: "proposed", placeName: "和平苑", raisedOn: "2026-12-01", number: "2026-0001" };

test("what was not answered in time reads as late on today, with the day, and is counted as overdue", async () => {
  answer({ account: { id: "a" }, person: { id: "p", name: "王秀珍" }, roles: [], permissions: ["matters.screen"], language: "zh-CN" });
  await loadSession();
  const late = { ...line, id: "m1", title: "挡土墙", replyBy: "2026-12-04", isReplyLate: true };
  const due = { ...line, id: "m2", title: "路灯不亮", replyBy: "2026-12-20", isReplyLate: false };
  answer({ matters: [late, due], count: 7, late: 1 });
  const onCount = vi.fn();
  render(<WaitingCard onCount={onCount} />);

  expect(await screen.findByText("12月4日（周五）到期，未答复")).toBeTruthy();
  expect(screen.getAllByText("待审查")).toHaveLength(1);
  expect(screen.getByRole("link", { name: "审查 挡土墙" }).getAttribute("href")).toBe("/matters/m1/screen");
  await waitFor(() => expect(onCount).toHaveBeenLastCalledWith(7, 1));
});
