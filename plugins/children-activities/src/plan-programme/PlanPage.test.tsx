import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import PlanPage from "./PlanPage.js";

const plan = vi.hoisted(() => ({ value: {} as object }));
vi.mock("../api.js", async (original) => ({
  ...(await original<object>()),
  api: async (route: string) => (route.includes("adults") ? { adults: [] } : plan.value),
}));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), mayAnywhere: (right: string) => right === "children-activities.plan" }));
vi.mock("preact-iso", async (original) => ({ ...(await original<object>()), useRoute: () => ({ params: { programmeId: "p" } }) }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const by = (...kinds: string[]) => kinds.map((kind) => ({ kind, name: "", at: "2027-07-12T01:00:00.000Z" }));
async function show(more: object) {
  cleanup();
  plan.value = {
    ...{
      id: "p",
      title: "放学后阅读",
      purpose: "",
      mode: "pooled",
      modeNote: null,
      citation: "",
      choices: [{ needed: 2 }],
      placesFor: 0,
      gaps: [],
      room: null,
    },
    ...{
      ratio: { needed: 2, isLeast: true, arithmetic: "8÷8 → 1" },
      sessions: [],
      overrides: [],
      homeClosedOn: null,
      isMine: false,
      waiting: 1,
      signatures: [],
    },
    ...{ homeName: "儿童之家", fromOn: "2027-07-12", untilOn: "2027-07-12", startTime: "16:30", endTime: "18:00", emergencyPlan: "", insurance: "" },
    ...more,
  };
  render(<PlanPage />);
  await screen.findByText("放学后阅读");
  return [screen.queryByText(/签了才能发布/)?.textContent, screen.queryByRole("button", { name: "发布" }) !== null];
}

test("a plan that lacks a signature says whose in place of the button that publishes; one with nothing to publish says nothing", async () => {
  expect(await show({})).toEqual(["还没有儿童主任、社区签字，两边都签了才能发布", false]);
  expect(await show({ signatures: by("director") })).toEqual(["还没有社区签字，两边都签了才能发布", false]);
  expect(await show({ signatures: by("director", "community") })).toEqual([undefined, true]);
  expect(await show({ gaps: ["insurance"] })).toEqual([undefined, false]);
  expect(await show({ waiting: 0 })).toEqual([undefined, false]);
});
