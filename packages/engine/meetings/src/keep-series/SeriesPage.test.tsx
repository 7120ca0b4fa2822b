import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import SeriesPage from "./SeriesPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.see", "meetings.convene");
});
afterEach(cleanup);

const series = {
  ...{ id: "s1", bodyId: "b1", title: "季度联席会", type: "joint", startsAt: "14:30", minutes: 90, placeText: "二楼", fromOn: "2026-09-01", untilOn: null },
  rule: { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek", every: { months: 3, from: "2026-09" } },
  dates: [{ plannedOn: "2026-12-01", on: "2026-12-01", why: "rule", cancelReason: null, meetingId: null, isDraft: false }],
};

function open(changes: object = {}) {
  const server = answering({ "GET /meetings/series": { series: [{ ...series, ...changes }] }, "POST /meetings/series/s1/end": {} });
  vi.stubGlobal("fetch", server.fetch);
  render(
    <LocationProvider>
      <SeriesPage />
    </LocationProvider>,
  );
  return server;
}
const ends = (server: ReturnType<typeof open>) => server.asked.filter(({ method }) => method === "POST").map(({ body }) => body);

test("a quarterly series says so, gets a last day, and that is taken back at once", async () => {
  const server = open();

  expect(await screen.findByText(/每季度，第 1 个星期二 14:30/)).toBeTruthy();
  fireEvent.click(screen.getByText("停办这个例会"));
  fireEvent.input(screen.getByLabelText("最后一天"), { target: { value: "2026-12-31" } });
  fireEvent.click(screen.getByRole("button", { name: "定下最后一天" }));
  fireEvent.click(await screen.findByRole("button", { name: "撤销" }));

  await waitFor(() => expect(ends(server)).toEqual([{ untilOn: "2026-12-31" }, { untilOn: null }]));
});

test("without a day the form says what is missing and sends nothing", async () => {
  const server = open();

  fireEvent.click(await screen.findByRole("button", { name: "定下最后一天" }));

  await waitFor(() => expect(screen.getAllByText(/最后一天/).length).toBeGreaterThan(2));
  expect(ends(server)).toEqual([]);
});

test("a series with a last day says it, and can go on", async () => {
  const server = open({ untilOn: "2026-11-30", dates: [] });

  expect(await screen.findByText("今后半年没有要开的。")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "继续办下去" }));

  await waitFor(() => expect(ends(server)).toEqual([{ untilOn: null }]));
});

test("a date that is out says why, and its day only once", async () => {
  const out = { plannedOn: "2026-12-01", on: null, why: "cancelled", cancelReason: "人不齐", meetingId: null, isDraft: false };
  open({ dates: [out] });

  const row = (await screen.findByText("停开：人不齐")).closest("li")!;

  expect(row.querySelector("span")!.textContent!.match(/12月1日/g)).toHaveLength(1);
});
