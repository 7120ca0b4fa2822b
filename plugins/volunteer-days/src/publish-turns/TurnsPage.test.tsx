import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import TurnsPage from "./TurnsPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
afterEach(cleanup);

test("shows each with their turns and time in the order given, with no way to sort, and where to say that something is wrong", async () => {
  const turns = [
    { name: "何＊＊", placed: 9, served: 8, minutes: 960, waited: 1 },
    { name: "徐＊＊", placed: 9, served: 9, minutes: 1030, waited: 0 },
  ];
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ community: "光明路社区", phone: "0794-3612345", turns, minors: 2 }))));
  render(<TurnsPage />);

  await screen.findByText("徐＊＊");
  const shown = document.body.textContent!;
  expect(shown.indexOf("何＊＊")).toBeLessThan(shown.indexOf("徐＊＊"));
  for (const words of ["17 小时 10 分", "另有未成年人 2 名，不公布。", "0794-3612345"]) expect(shown).toContain(words);
  expect(within(screen.getByRole("table")).queryAllByRole("button")).toEqual([]);
});

test("in January the year whose hours are being posted comes first, and the new one is a press away", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(new URL(address, "http://localhost").search);
    return Promise.resolve(new Response(JSON.stringify({ community: "光明路社区", phone: null, turns: [], minors: 0 })));
  });
  const realNow = browserPorts.now;
  browserPorts.now = () => Date.parse("2027-01-08T01:00:00.000Z");
  render(<TurnsPage />);
  browserPorts.now = realNow;

  fireEvent.click(await screen.findByRole("button", { name: "看 2027 年" }));
  await vi.waitFor(() => expect(asked).toEqual(["?from=2026-01-01&to=2026-12-31", "?from=2027-01-01&to=2027-12-31"]));
  expect(screen.queryByRole("button", { name: "看 2028 年" })).toBeNull();
});
