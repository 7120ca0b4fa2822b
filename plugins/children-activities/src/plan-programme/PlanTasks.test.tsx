import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { Gaps, Gate, tasksOf } from "./PlanTasks.js";
import type { Plan } from "./PlanPage.js";

const rights = vi.hoisted(() => ({ value: true }));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), mayAnywhere: () => rights.value }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const short = { code: "tooFewAdults", about: null, remedies: [], params: { who: "listed", adults: 0, children: 8, needed: 2, short: 2 } };
const plan = (more: object = {}) =>
  ({
    ...{ id: "p", mode: "pooled", modeNote: null, citation: "依据", choices: [{ needed: 2 }], placesFor: 0, gaps: [], signatures: [], room: null },
    ...{ ratio: { needed: 2, isLeast: true, arithmetic: "8÷8 → 1" }, sessions: [{ state: "planned", violations: [short] }] },
    ...{ homeName: "儿童之家", fromOn: "2027-07-12", untilOn: "2027-07-12", startTime: "16:30", endTime: "18:00", emergencyPlan: null, insurance: null },
    ...more,
  }) as unknown as Plan;

test("the gate says one number of adults, two at the least, and offers fewer places only where some would do", () => {
  render(<Gate plan={plan()} />);
  expect(screen.getByText("8÷8 → 1，最少两位").parentElement!.textContent).toContain("合起来算，要 2 位大人");
  screen.getByText("大人不够：在下面“大人”里排上");
  expect(screen.queryByText(/改到/)).toBeNull();
  cleanup();

  render(<Gate plan={plan({ placesFor: 16 })} />);
  screen.getByText(/或者改到 16 个名额/);
});

test("what a plan still has to say is named all at once, with the way to where it is written for who plans", () => {
  render(<Gaps plan={plan({ gaps: ["emergencyPlan", "insurance"] })} />);
  screen.getByText("签字、发布以前要补上：应急预案、保险");
  expect(screen.getByRole("link", { name: "改方案" }).getAttribute("href")).toBe("/children-activities/programmes/p/change");
  cleanup();

  rights.value = false;
  render(<Gaps plan={plan({ gaps: ["insurance"] })} />);
  screen.getByText("请排活动的人在“改方案”里补上。");
  expect(screen.queryByRole("link")).toBeNull();
});

test("a plan of one day says that day once", () => {
  const when = (untilOn: string) => tasksOf(plan({ untilOn }))[0]!.why![0];

  expect([when("2027-07-12"), when("2027-07-13")]).toEqual(["儿童之家 7月12日（周一） 16:30–18:00", "儿童之家 7月12日（周一）–7月13日（周二） 16:30–18:00"]);
});
