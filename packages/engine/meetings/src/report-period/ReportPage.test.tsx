import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { today } from "../convene-meeting/week-of.js";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { monthOf } from "./report-words.js";
import ReportPage from "./ReportPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.see");
});
afterEach(cleanup);

const report = {
  ...{ placeName: "光明路社区", from: "2026-10-01", to: "2026-10-31", raised: 3, resolved: 2, underway: 1, returned: 0, withdrawn: 0, merged: 0 },
  ...{ answered: 2, medianMinutes: 709, due: 2, inTime: 2, openBefore: 0, ratings: { count: 3, satisfied: 2, basically: 1, dissatisfied: 0 } },
};
function open(found: object) {
  const places = [
    { id: "t", name: "城关镇", kind: "town", depth: 0 },
    { id: "c", name: "光明路社区", kind: "community", depth: 1 },
  ];
  const server = answering({ "GET /meetings/places/": found, "GET /meetings/places": { places } });
  vi.stubGlobal("fetch", server.fetch);
  render(<ReportPage />);
  return server;
}
const read = (term: string) => screen.getByText(term).parentElement!.querySelector("dd")!.textContent;

test("each share says what it is of and is cut, never rounded up, and few ratings are said to be few", async () => {
  open(report);

  await screen.findByText("光明路社区：反映的事怎样了");
  expect([read("办结"), read("第一次回音用时（居中的一件）"), read("满意或基本满意")]).toEqual(["2（占 3 的 66.6%）", "11 小时 49 分", "3（占 3 的 100%）"]);
  expect(screen.getByText("只有 3 人评价，百分比仅供参考。")).toBeTruthy();
});

test("this month at the community is asked first, another time when it is chosen", async () => {
  const server = open({ ...report, raised: 0 });
  const asked = () => server.asked.map(({ address }) => address).filter((address) => address.includes("/report"));

  expect(await screen.findByText(/没有人反映事情/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText(/从哪天/), { target: { value: "2026-01-01" } });
  fireEvent.click(screen.getByRole("button", { name: "看这段时间" }));

  const { from, to } = monthOf(today());
  await waitFor(() => expect(asked()).toHaveLength(2));
  expect(asked()[0]).toBe(`/api/meetings/places/c/report?from=${from}&to=${to}`);
  expect(asked()[1]).toBe(`/api/meetings/places/c/report?from=2026-01-01&to=${to}`);
});

test("a month in which nothing was raised still says what is under way from before, and its paper has no form", async () => {
  open({ ...report, raised: 0, openBefore: 7 });

  await screen.findByText(/没有人反映事情/);
  expect(read("这段时间以前反映的，现在还在办")).toBe("7 件");
  expect(screen.getByRole("button", { name: "看这段时间" }).closest(".lx-noprint")).not.toBeNull();
});

test.each([
  ["2026-02-10", "2026-02-01", "2026-02-28"],
  ["2028-02-29", "2028-02-01", "2028-02-29"],
  ["2026-12-31", "2026-12-01", "2026-12-31"],
])("the month of %s goes from %s to %s", (day, from, to) => {
  expect(monthOf(day)).toEqual({ from, to });
});

test("places to choose from are indented as they lie", async () => {
  open(report);

  expect((await screen.findAllByRole("option")).map((option) => option.textContent)).toEqual(["城关镇", "　光明路社区"]);
});
