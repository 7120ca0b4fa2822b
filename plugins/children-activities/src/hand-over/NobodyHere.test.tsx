import { cleanup, render } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { NobodyHere } from "./NobodyHere.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

test.each([
  ["published", ["enrolled", "enrolled"], "还没开门，名单上有 2 个孩子"],
  ["open", ["enrolled", "collected"], "现在没有孩子在，还有 1 个没到"],
  ["open", ["collected", "absent"], "孩子都接走了"],
  ["closed", ["collected"], "孩子都接走了"],
])("of a date that is %s with children %s the desk says: %s", (state, children, words) => {
  const { container } = render(<NobodyHere board={{ state, children: children.map((one) => ({ state: one })) }} />);

  expect(container.textContent).toContain(words);
});
