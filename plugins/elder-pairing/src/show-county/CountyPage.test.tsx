import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { today } from "../api.js";
import { zhCN } from "../messages/zh-CN.js";
import CountyPage from "./CountyPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const town = { townPath: "/t", name: "柳河镇", elders: 9, due: 8, optedOut: 1, overdue: 0, paired: 9, alarms: 0, levels: { red: 1, yellow: 3, green: 5 } };
beforeEach(() => {
  vi.stubGlobal("fetch", (address: string) => {
    const month = new URL(address, "http://here").searchParams.get("month") ?? "";
    const sums = { month, towns: [{ ...town, visited: month === "2026-01" ? 7 : 2 }], needsRaised: 0, needsClosed: 0 };
    const county = { villages: [], lines: [], loads: [0, 0, 0] };
    return Promise.resolve(new Response(JSON.stringify(address.includes("/sums") ? sums : county)));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("the visits of a past month are shown when it is chosen, with what of the table is of today", async () => {
  render(
    <LocationProvider>
      <CountyPage />
    </LocationProvider>,
  );
  await screen.findByText("2 / 8");
  expect(screen.queryByText(/是今天的/)).toBeNull();
  expect(screen.getByLabelText("看哪个月")).toHaveProperty("value", today().slice(0, 7));

  fireEvent.input(screen.getByLabelText("看哪个月"), { target: { value: "2026-01" } });

  await screen.findByText("7 / 8");
  screen.getByText("探访是2026年1月的；老人、结对、超期和不要探访是今天的。");
  screen.getAllByText("各乡镇 2026年1月");
});
