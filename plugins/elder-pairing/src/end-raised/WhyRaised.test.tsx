import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import MinePage from "../show-mine/MinePage.js";
import { WhyRaised } from "./WhyRaised.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const cold = { id: "t1", kind: "cold", onDay: "2026-12-10", untilOn: "2026-12-17", dueOn: "2026-12-11", levelBefore: "yellow" };
const because = { sameVillage: true, metres: 0, knows: false, sameDialect: true, isWoman: true, isPinned: false };
const pair = {
  ...{ pairId: "p1", id: "e1", name: "周桂兰", role: "primary", residentsGroup: null, village: "柳树坡村", level: "red", wish: "visit", nextOn: "2026-12-11" },
  ...{ hasLadder: false, waitsForMe: false, isEffective: true, comesToday: true, comes: null, awayUntil: null, raised: [cold], because },
};

test("the helper's card says which alert, until when, by which day to come, and that the level went up", async () => {
  vi.spyOn(browserPorts, "now").mockReturnValue(Date.parse("2026-12-10T01:00:00.000Z"));
  vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json({ pairs: [pair] }));
  render(
    <LocationProvider>
      <MinePage />
    </LocationProvider>,
  );

  await screen.findByText("低温预警：12月10日（周四）起，到12月17日（周四），12月11日（周五）前要去看一次");
  screen.getByText("级别从黄升到红。");
});

test("once somebody came no day is asked for, a level that did not go up is not said to have, and without a reason nothing is said", () => {
  const { container, rerender } = render(<WhyRaised level="red" raised={[{ ...cold, kind: "fall", levelBefore: "red" }]} due={["2026-12-24"]} />);
  const said = container.textContent;
  rerender(<WhyRaised level="red" raised={[]} due={[]} />);

  expect([said, container.textContent]).toEqual(["摔了：12月10日（周四）起，到12月17日（周四）", ""]);
});
