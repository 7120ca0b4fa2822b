import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { EnrolProgramme } from "./EnrolProgramme.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({ children: 2, dates: 5 })));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));

const child = (id: string, name: string, ageBand = "6_8") => ({ id, name, ageBand }) as any;
const children = [child("a", "甲"), child("b", "乙"), child("c", "丙"), child("d", "丁"), child("e", "戊", "9_12"), child("f", "己")];
const stand = (childId: string, standing: string, agreed = 5, busy = 0) => ({ childId, standing, agreed, busy }) as any;
const opening = {
  ...{ programmeId: "p", title: "阅读", closesOn: "2027-07-08", fromOn: "2027-07-12", untilOn: "2027-07-16", dates: 5, isLate: false },
  left: { "6_8": 2, "9_12": 0, "13_15": 0 },
  children: [stand("a", "fits"), stand("b", "cancelled"), stand("c", "fits", 2), stand("d", "fits"), stand("e", "band"), stand("f", "consent", 0)],
};
const ticked = () => screen.getAllByRole("checkbox", { hidden: true }).map((box) => (box as HTMLInputElement).checked);

test("who fits is ticked as far as there are places, who was taken off is not, and who cannot come is named with why", () => {
  render(<EnrolProgramme opening={opening} children={children} act={(work) => work().then(() => undefined)} />);

  expect(ticked()).toEqual([true, false, true, false]);
  expect(screen.getByText(/年龄段不合的 1 个：戊/)).toBeTruthy();
  expect(screen.getByText(/没有同意参加的 1 个：己/)).toBeTruthy();
  expect(screen.getByText(/只同意其中 2 天/)).toBeTruthy();
});

test("only those ticked are sent, and who was taken off a date among those to come again", async () => {
  render(<EnrolProgramme opening={opening} children={children} act={(work) => work().then(() => undefined)} />);
  fireEvent.click(screen.getByLabelText(/丙/));
  fireEvent.click(screen.getByLabelText(/乙/));

  fireEvent.click(screen.getByRole("button", { name: "给勾上的 2 个孩子报名", hidden: true }));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(sent.mock.calls[0]![1]).toEqual({ params: { programmeId: "p" }, body: { childIds: ["a"], againIds: ["b"] } });
});

test("nobody ticked, nothing to send", () => {
  render(<EnrolProgramme opening={opening} children={children} act={async () => undefined} />);

  fireEvent.click(screen.getByRole("button", { name: "都不勾", hidden: true }));

  expect(ticked()).toEqual([false, false, false, false]);
  expect((screen.getByRole("button", { name: /给勾上的 0 个/, hidden: true }) as HTMLButtonElement).disabled).toBe(true);
});

test("who is expected at another activity then is named and not ticked, and of who is so on some days it is said on how many", () => {
  const some = { ...opening, children: [stand("a", "fits", 3, 2), stand("b", "busy", 0, 5)] };
  render(<EnrolProgramme opening={some} children={children} act={(work) => work().then(() => undefined)} />);

  expect(ticked()).toEqual([true]);
  expect(screen.getByText(/有 2 天那个时间报了别的活动，不报/).textContent).not.toContain("只同意");
  expect(screen.getByText(/那个时间报了别的活动的 1 个：乙/)).toBeTruthy();
});
