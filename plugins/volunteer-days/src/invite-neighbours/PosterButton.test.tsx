import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { PosterButton } from "./PosterButton.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`volunteer-days.${key}`, words])) });
addTexts({ "zh-CN": { "directory.local": "手机打不开" } });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
async function show(isLocal: boolean) {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ account: "luo", permissions: [], isLocal })));
  await loadSession();
  render(<PosterButton seriesId="s1" />);
}
const address = "/api/volunteer-days/series/s1/poster";

test("the poster is printed with one press where phones can open what it leads to", async () => {
  await show(false);

  expect(screen.getByRole("link", { name: "打印海报" }).getAttribute("href")).toBe(address);
});

test("while the server has no address that a phone can open, that is said before a poster hangs on a wall", async () => {
  await show(true);
  expect(screen.queryByRole("link")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "打印海报" }));

  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByText("手机打不开")).toBeTruthy();
  expect(dialog.getByRole("link", { name: "仍然打印" }).getAttribute("href")).toBe(address);
});
