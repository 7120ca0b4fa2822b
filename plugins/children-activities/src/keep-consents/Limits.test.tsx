import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { Limits, type LimitedAnswer } from "./Limits.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);
const inside = { hidden: true };
const show = (activities: { id: string; title: string }[]) => {
  const send = vi.fn(async (_: LimitedAnswer) => undefined);
  render(<Limits child={{ id: "c", activities, limits: [] }} guardianId="g" send={send} />);
  return send;
};
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "记下来", ...inside }));

test("a yes may end with a day and be for everything", () => {
  const send = show([]);
  choose("哪一项", "data");
  fireEvent.input(screen.getByLabelText(/到哪天为止/), { target: { value: "2027-07-31" } });

  save();

  expect(send.mock.calls).toEqual([[{ purpose: "data", isYes: true, untilOn: "2027-07-31" }]]);
});

test("a no is for one activity and has no day: the form can neither erase a child nor leave a no that nobody sees", () => {
  const send = show([{ id: "p", title: "防溺水" }]);
  choose("监护人说", "no");
  const offered = screen.getAllByRole("option", inside).map((option) => (option as HTMLOptionElement).value);

  save();

  expect(offered).toEqual(["yes", "no", "participation", "photo", "p"]);
  expect(screen.queryByLabelText(/到哪天为止/)).toBeNull();
  expect(send.mock.calls).toEqual([[{ purpose: "participation", isYes: false, programmeId: "p" }]]);
});

test("without an activity there is nothing to refuse here", () => {
  show([]);
  choose("监护人说", "no");

  expect((screen.getByRole("button", { name: "记下来", ...inside }) as HTMLButtonElement).disabled).toBe(true);
  expect(screen.getByText("现在没有活动可以单独不同意。")).toBeTruthy();
});
