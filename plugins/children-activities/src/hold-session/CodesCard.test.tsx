import { signal } from "@preact/signals";
import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { CodesCard } from "./CodesCard.js";
import type { Board } from "./use-board.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

test("a code stands there only while its child does: taken back as a slip, it is shown no more", () => {
  const codes = signal([{ attendanceId: "a", name: "童话1号", code: "510746" }]);
  const children = (state: string) => [{ attendanceId: "a", state }] as unknown as Board["children"];
  const { container, rerender } = render(<CodesCard codes={codes} children={children("present")} />);
  screen.getByText("510746");

  rerender(<CodesCard codes={codes} children={children("enrolled")} />);
  expect(container.innerHTML).toBe("");
});
