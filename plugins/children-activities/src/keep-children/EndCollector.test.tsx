import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { EndCollector } from "./EndCollector.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

test("somebody is taken off the list only after a question that names them", async () => {
  const onEnd = vi.fn(async () => undefined);
  render(<EndCollector name="李梅" look="soft" onEnd={onEnd} />);
  fireEvent.click(screen.getByRole("button", { name: "去掉 李梅" }));
  const before = onEnd.mock.calls.length;

  fireEvent.click(within(screen.getByRole("dialog", { name: "去掉李梅？" })).getByRole("button", { name: "去掉，以后不能接" }));

  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1));
  expect(before).toBe(0);
});
