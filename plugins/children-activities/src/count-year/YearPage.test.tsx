import { cleanup, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import YearPage from "./YearPage.js";

const none = { cells: {}, total: 0 };
const year = {
  ...{ year: "2027", asOf: "2030-01-01", smallest: 5, citation: "", readingCitation: "", homes: 1, sessions: 0, cancelled: 0, overrides: 0 },
  ...{ alarms: { count: 0, minutes: 0 }, checks: null, children: none, visits: none, incidents: none, reports: none, readings: null },
  agreed: { cells: { data: 6 }, total: 6 } as object | null,
};
const read = vi.hoisted(() => vi.fn());
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: read }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);
const card = async (title: string) => within((await screen.findByText(title)).closest("section, article, div")!.parentElement!);

test("answers of a year of which not all is kept any more are said to be deleted, not to be none", async () => {
  read.mockResolvedValue({ ...year, agreed: null, takenBack: null });
  render(<YearPage />);

  expect((await card("这一年签了同意的孩子")).getAllByText("过了保存期，已删除").length).toBeGreaterThan(0);
  expect(screen.getByText("这一年监护人收回同意的孩子")).toBeTruthy();
});

test("answers of a year that is kept stand with their figures, and without a sum of children who would be counted several times", async () => {
  read.mockResolvedValue({ ...year, takenBack: { cells: { data: null }, total: null } });
  render(<YearPage />);
  await screen.findByText("这一年签了同意的孩子");

  expect(screen.getByText("6")).toBeTruthy();
  expect(screen.getByText("不显示")).toBeTruthy();
});
