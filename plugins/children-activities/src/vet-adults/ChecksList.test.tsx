import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { ChecksList } from "./ChecksList.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({})));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));
const check = (id: string, checkedOn: string, verdict: string) => ({ id, checkedOn, untilOn: "2028-01-09", verdict });

test("each check that counts is voided by itself, after it was said which one", async () => {
  const checks = [check("new", "2027-07-01", "not_clear"), check("old", "2027-01-10", "clear")];
  render(<ChecksList adult={{ name: "王芳", checks }} act={(work) => work().then(() => undefined)} />);
  const [mistyped] = screen.getAllByRole("button");

  fireEvent.click(mistyped!);
  const dialog = screen.getByRole("dialog");
  const before = sent.mock.calls.length;
  fireEvent.click(within(dialog).getByRole("button", { name: "这次查询作废" }));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect([before, sent.mock.calls[0]]).toEqual([0, ["POST /checks/:checkId/revocation", { params: { checkId: "new" } }]]);
  expect(dialog.textContent).toContain("7月1日（周四）查的：有记录，不能带孩子");
});
