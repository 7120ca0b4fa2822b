import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { CalledOff } from "./CalledOff.js";
import { waysOf } from "./change-values.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`volunteer-days.${key}`, words])) });
const day = { id: "d1", state: "cancelled", holiday: null, holidayWhy: null, heldOn: "2026-09-24", originalOn: "2026-09-24", reason: "rain", words: null };
const onHoliday = { ...day, holiday: "国庆节", heldOn: "2026-10-01", originalOn: "2026-10-01", reason: "holiday" };
let clashes: object[];
let sent: string[];
beforeEach(() => {
  clashes = [];
  sent = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    sent.push(body);
    return Promise.resolve(new Response(JSON.stringify({ clashes, told: 1, toCall: [] })));
  });
});
afterEach(cleanup);
const show = (more: object = {}) => {
  const done = vi.fn(() => Promise.resolve());
  render(<CalledOff day={{ ...day, ...more }} mayChange onDone={done} />);
  return done;
};

test("the notice says why the date is off, and its own button brings it back", async () => {
  const done = show();
  fireEvent.click(screen.getByRole("button", { name: "照常举行" }));
  await waitFor(() => expect(done).toHaveBeenCalled());

  expect(document.body.textContent).toContain("取消：下雨");
  expect(sent).toEqual(['{"isTry":true}', '{"clashing":0}']);
});

test("who has another place by now is named first", async () => {
  clashes = [{ name: "张桂英", other: "助老日" }];
  const done = show();
  fireEvent.click(screen.getByRole("button", { name: "照常举行" }));
  await screen.findByText(/张桂英/);

  expect([sent.length, done.mock.calls.length]).toEqual([1, 0]);
});

test("a date that waits for a decision says which holiday it falls on", () => {
  show({ ...onHoliday, state: "undecided", reason: null });

  expect(document.body.textContent).toContain("国庆节");
});

test("on a holiday the way leads to where the reason is asked for, and who may change nothing has none", () => {
  show(onHoliday);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/volunteer-days/days/d1/change");
  expect(document.body.textContent).toContain("取消：国庆节");
  cleanup();

  render(<CalledOff day={day} mayChange={false} onDone={() => Promise.resolve()} />);
  expect(screen.queryByRole("button", { name: "照常举行" })).toBeNull();
});

test.each([
  [day, ["restore", "move"]],
  [onHoliday, ["move", "hold"]],
  [{ ...onHoliday, state: "undecided", reason: null }, ["move", "hold", "cancel"]],
  [{ ...onHoliday, holidayWhy: "节前大扫除" }, ["restore", "move"]],
  [{ ...onHoliday, heldOn: "2026-09-30" }, ["restore", "move"]],
])("what may be done with a date, %#", (of, ways) => {
  expect(waysOf(of)).toEqual(ways);
});
