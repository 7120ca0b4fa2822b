import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { emptyPlan, PlanForm } from "./PlanForm.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);
const start = {
  ...emptyPlan,
  ...{ homeId: "h", title: "防溺水", purpose: "暑期托管", fromOn: "2027-07-12", untilOn: "2027-07-16", closesOn: "2027-07-08" },
};
const show = (more: Partial<typeof start> = {}) => {
  const send = vi.fn(async (_homeId: string, _body: { readonly expected: object; readonly weekdays: readonly number[]; readonly room?: string }) => ({}));
  render(
    <PlanForm
      start={{ ...start, ...more }}
      homes={[{ id: "h", name: "上湾村儿童之家", rooms: ["活动室", "阅览室"], hours: [{ weekday: 6, fromTime: "09:00", toTime: "11:30" }] }]}
      submit="保存方案"
      send={send}
      onDone={() => undefined}
    />,
  );
  return send;
};
const type = (value: string) => fireEvent.input(screen.getByLabelText(/6–8 岁/), { target: { value } });

test("places typed with full-width digits are those places", async () => {
  const send = show();
  type("１６");

  fireEvent.click(screen.getByRole("button", { name: "保存方案" }));

  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  expect(send.mock.calls[0]![1].expected).toEqual({ "6_8": 16, "9_12": 0, "13_15": 0 });
});

test("what is no number is refused by its words, and never becomes no places", async () => {
  const send = show();
  type("16个");

  fireEvent.click(screen.getByRole("button", { name: "保存方案" }));

  expect((await screen.findAllByText(/“16个”不是数字/)).length).toBeGreaterThan(0);
  expect(send).not.toHaveBeenCalled();
});

test("a plan of one day is on the weekday of that day, which is not asked for", async () => {
  const send = show({ fromOn: "2027-07-17", untilOn: "2027-07-17" });
  type("8");
  const asked = screen.queryByText("每逢这几天办", { exact: false });
  fireEvent.click(screen.getByRole("button", { name: "保存方案" }));

  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  expect([asked, send.mock.calls[0]![1].weekdays]).toEqual([null, [6]]);
  screen.getByText("只办一天：7月17日（周六）");
});

test.each([
  ["", undefined],
  ["阅览室", "阅览室"],
])("a plan takes the whole home until a room is chosen: %s", async (chosen, room) => {
  const send = show();
  fireEvent.change(screen.getByLabelText(/用哪间房/), { target: { value: chosen } });
  type("8");
  fireEvent.click(screen.getByRole("button", { name: "保存方案" }));

  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  expect(send.mock.calls[0]![1].room).toBe(room);
});
