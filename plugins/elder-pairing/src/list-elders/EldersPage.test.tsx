import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import EldersPage from "./EldersPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("on a phone, where the list has no headings, each line says who the helper is and what the day means", async () => {
  const elder = { id: "e1", name: "周桂兰", village: "柳树坡村", residentsGroup: null, placePath: "/1/", level: "yellow", wish: "visit" };
  const found = { elders: [{ ...elder, helper: "刘敏", seenOn: "2026-09-01", dueOn: "2099-09-20" }], count: 1, pageSize: 100 };
  const places = [{ id: "top", name: "示例县" }];
  vi.stubGlobal("fetch", (url: string) =>
    Promise.resolve(
      new Response(JSON.stringify(url.includes("/tops") ? { places, papers: places } : found), { headers: { "content-type": "application/json" } }),
    ),
  );

  render(
    <LocationProvider>
      <EldersPage />
    </LocationProvider>,
  );
  await screen.findByText("刘敏");

  const cells = screen.getAllByRole("cell").map(({ textContent }) => textContent);
  expect(cells).toContain("帮扶干部刘敏");
  expect(cells.filter((cell) => cell?.startsWith("下次") && cell.includes("9月20日")).length).toBe(1);
});
