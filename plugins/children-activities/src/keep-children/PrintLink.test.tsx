import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { PrintLink } from "./PrintLink.js";

const saved = vi.hoisted(() => vi.fn(async (..._: unknown[]) => undefined));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), saveFile: saved }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
addTexts({ "zh-CN": { "directory.local": "手机打不开" } });
afterEach(() => {
  cleanup();
  saved.mockClear();
  vi.unstubAllGlobals();
});
async function show(isLocal: boolean) {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ account: "luo", permissions: [], isLocal })));
  await loadSession();
  render(<PrintLink guardian={{ guardianId: "g", name: "周桂兰" }} act={(work) => work().then(() => undefined)} />);
  fireEvent.click(screen.getByRole("button", { name: "打印专用链接 周桂兰" }));
  return screen.getByRole("dialog");
}

test("a link is printed only after it was said that the one before ends with it, and on whose sheet to write the name", async () => {
  const dialog = await show(false);
  const before = saved.mock.calls.length;
  fireEvent.click(within(dialog).getByRole("button", { name: "打印，上一张作废" }));

  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  expect([before, saved.mock.calls[0]![2]]).toEqual([0, "/api/children-activities/guardians/g/link-sheet"]);
  expect(dialog.textContent).toMatch(/上次印给周桂兰的链接就打不开了.*写上/);
  expect(dialog.textContent).not.toContain("手机打不开");
});

test("while the server has no address that a phone can open, that is said before the link before is void", async () => {
  expect((await show(true)).textContent).toContain("手机打不开");
  expect(saved).not.toHaveBeenCalled();
});
