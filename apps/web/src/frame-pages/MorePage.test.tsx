import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../texts/zh-CN.js";
import MorePage from "./MorePage.js";

addTexts({ "zh-CN": zhCN });
afterEach(cleanup);

test.each([
  ["administrator", true],
  ["volunteer", false],
])("offers beginning to who may do any of it: to a %s %j", async (kind, isOffered) => {
  const me = { account: { id: "a1" }, person: null, roles: [{ kind, title: "", place: "" }], permissions: [], language: "zh-CN" };
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(me))));
  await loadSession();

  render(
    <LocationProvider>
      <MorePage />
    </LocationProvider>,
  );

  const links = screen.getAllByRole("link").map((link) => link.textContent);
  expect([links.includes("从头开始"), links.includes("显示设置")]).toEqual([isOffered, true]);
});
