import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import type { DoorEntry } from "../load-doors/door-list.js";
import { DoorsContext } from "../load-doors/doors-context.js";
import { zhCN } from "../texts/zh-CN.js";
import FirstRunPage from "./FirstRunPage.js";

addTexts({ "zh-CN": zhCN });
const roster: DoorEntry = { id: "people", entry: "", cards: [], pages: [{ path: "/people/import", title: "people.import", may: "people.import" }] };
const be = async (kind: string, ...permissions: string[]) => {
  vi.stubGlobal("fetch", () =>
    json({ account: { id: "a1" }, person: null, roles: [{ kind, title: "", place: "光明路社区" }], permissions, language: "zh-CN" }),
  );
  await loadSession();
  vi.stubGlobal("fetch", () => json({ loadedAt: null }));
};
const show = (doors: readonly DoorEntry[]) => {
  history.replaceState(null, "", "/first-run");
  render(
    <LocationProvider>
      <DoorsContext.Provider value={doors}>
        <FirstRunPage />
      </DoorsContext.Provider>
    </LocationProvider>,
  );
};
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
beforeEach(() => be("administrator"));
afterEach(cleanup);

test.each([
  [
    "who may take in a roster begins with it, without the example that only an administrator loads",
    ["secretary", "people.import"],
    "从哪里开始？",
    ["导入名单"],
  ],
  ["who may do none of beginning is told so instead of being offered it", ["volunteer"], "这一页你现在看不了", []],
] as const)("%s", async (_, [kind, ...permissions], heading, links) => {
  await be(kind, ...permissions);

  show([roster]);

  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(heading);
  expect(screen.queryAllByRole("link", { name: "导入名单" }).map((link) => link.textContent)).toEqual(links);
  expect(screen.queryByText("装入示例社区")).toBeNull();
});

test("offers the roster where a plugin takes one, and the example to an administrator always", async () => {
  show([roster]);
  expect(screen.getByRole("link", { name: "导入名单" }).getAttribute("href")).toBe("/people/import");
  cleanup();

  show([]);

  expect(screen.queryByRole("link", { name: "导入名单" })).toBeNull();
  expect(await screen.findByRole("button", { name: "装入示例社区" })).toBeTruthy();
});

test("loads the example once, says that it takes a while, and goes to Today", async () => {
  const asked = vi.fn((address: string, _: RequestInit = {}) =>
    address === "/api/session"
      ? json({ account: { id: "a1" }, person: null, roles: [{ kind: "administrator", title: "", place: "" }], permissions: [], language: "zh-CN" })
      : json({ loadedAt: null }),
  );
  vi.stubGlobal("fetch", asked);
  show([roster]);
  const button = await screen.findByRole("button", { name: "装入示例社区" });

  fireEvent.click(button);
  fireEvent.click(button);

  await screen.findByText(/^正在装入示例社区/);
  await waitFor(() => expect(location.pathname).toBe("/"));
  expect(asked.mock.calls.filter(([address, { method } = {}]) => method === "POST" && address === "/api/set-up/example")).toHaveLength(1);
});

test("says what went wrong and can be tried again", async () => {
  vi.stubGlobal("fetch", (_: string, { method = "GET" }: RequestInit = {}) =>
    method === "GET"
      ? json({ loadedAt: null })
      : json({ code: "kit.notAllowed", message: "这一步你不能办", remedy: "请管理员来办", rule: "x", requestId: "K7F2" }, 403),
  );
  show([roster]);

  fireEvent.click(await screen.findByRole("button", { name: "装入示例社区" }));

  expect((await screen.findByRole("alert")).textContent).toContain("这一步你不能办");
  expect([location.pathname, screen.getByRole("button", { name: "装入示例社区" }).getAttribute("aria-disabled")]).toEqual(["/first-run", "false"]);
});

test("where the example is, an administrator clears it after being asked, and reads where the copy lies", async () => {
  const administrator = { account: { id: "a1" }, person: { id: "p1", name: "王" }, roles: [{ kind: "administrator", title: "", place: "光明路社区" }] };
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string, { method = "GET" }: RequestInit = {}) => {
    asked.push(`${method} ${address}`);
    if (address === "/api/session") return json({ ...administrator, permissions: [], language: "zh-CN" });
    return json(method === "GET" ? { loadedAt: "2026-09-09T01:00:00.000Z" } : { copy: "before-clearing-1.sqlite" });
  });
  await loadSession();
  show([roster]);
  expect(screen.queryByRole("button", { name: "装入示例社区" })).toBeNull();

  fireEvent.click(await screen.findByRole("button", { name: "清空示例" }));
  expect(asked).not.toContain("POST /api/set-up/example/clear");
  fireEvent.click(screen.getAllByRole("button", { name: "清空示例" }).at(-1)!);

  expect(await screen.findByText(/清空前的副本是 before-clearing-1.sqlite/)).toBeTruthy();
  expect(asked.filter((one) => one === "POST /api/set-up/example/clear")).toHaveLength(1);
  expect(screen.getByRole("button", { name: "装入示例社区" })).toBeTruthy();
});
