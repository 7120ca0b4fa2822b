import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { NoHome } from "./NoHome.js";

const duties = vi.hoisted(() => ({ confirmed: [] as unknown[] }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => ({ path: "/a/", ...duties }) }));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), mayAnywhere: () => true }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

test.each([
  ["the duties come first while nobody confirmed them", [], "去确认安全责任", "/children-activities/duties"],
  ["once they are confirmed the home is next", [{ placePath: "/a/" }], "开一个儿童之家", "/children-activities/open-home"],
])("%s", async (_, confirmed, name, href) => {
  duties.confirmed = confirmed;
  render(<NoHome />);

  expect((await screen.findByRole("link", { name })).getAttribute("href")).toBe(href);
  expect(screen.getAllByRole("link")).toHaveLength(1);
});

test("where homes closed it is said that none is open, never that there was none", async () => {
  duties.confirmed = [{ placePath: "/a/" }];
  render(<NoHome hadOne />);

  await screen.findByText("现在没有开着的儿童之家。");
  expect(screen.queryByText(/还没有儿童之家/)).toBeNull();
});
