import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { App } from "./App.js";
import type { DoorEntry } from "./load-doors/door-list.js";
import { zhCN } from "./texts/zh-CN.js";

/* Pages come when they are visited: on a busy machine that takes longer than usual. */
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 30_000 });
addTexts({ "zh-CN": { ...zhCN, "hello.title": "问好", "hello.board": "公示", "hello.mine": "我的" } });
const doors: readonly DoorEntry[] = [
  {
    id: "hello",
    entry: "/_p/hello/gone.js",
    cards: [],
    pages: [
      { path: "/hello", title: "hello.title", nav: { order: 1, icon: "sun" } },
      { path: "/hello/secret", title: "hello.secret", nav: { order: 2, icon: "no-such-icon" }, may: "hello.secret" },
      { path: "/hello/board", title: "hello.board", isPublic: true },
    ],
  },
  {
    id: "aside",
    entry: "/_p/aside/gone.js",
    cards: [],
    pages: [
      { path: "/aside", title: "hello.secret", nav: { order: 3, icon: "sun" }, may: "aside.plan" },
      { path: "/aside/mine", title: "hello.mine" },
      { path: "/aside/:id", title: "hello.one" },
    ],
  },
];
const wang = {
  account: { id: "a1" },
  person: { id: "p1", name: "王秀珍" },
  roles: [{ kind: "secretary", title: "社区书记", place: "光明路社区" }],
  actsFor: [{ id: "p1", name: "王秀珍" }],
  permissions: [],
  language: "zh-CN",
};
const nobody = { account: null, person: null, roles: [], permissions: [], language: "zh-CN" };
const answer = vi.fn<(address: string) => Promise<Response>>();
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const show = async (path: string, who: unknown) => {
  answer.mockImplementation((address) => (address === "/api/session" ? json(who) : json({}, address.startsWith("/_m/messages/") ? 200 : 404)));
  await loadSession();
  history.replaceState(null, "", path);
  render(<App doors={doors} />);
};
beforeEach(() => vi.stubGlobal("fetch", answer));
afterEach(() => {
  cleanup();
  document.getElementById("lianxin-doors")?.remove();
});

test("frames a page with the menu of the enabled plugins and who is signed in", async () => {
  await show("/settings", wang);

  await screen.findByRole("heading", { level: 1, name: "怎么显示看着舒服？" });
  const menu = screen.getByRole("navigation", { name: "主菜单" });
  expect([...menu.querySelectorAll("a")].map((link) => link.textContent)).toEqual(["今天", "问好", "显示设置"]);
  expect(menu.querySelector('[aria-current="page"]')?.textContent).toBe("显示设置");
  expect(screen.getByText("王秀珍", { exact: false }).textContent).toContain("社区书记");
});

test("names every role of who is signed in, as each opens something else", async () => {
  const both = [{ kind: "administrator", title: "管理员", place: "光明路社区" }, ...wang.roles];
  await show("/settings", { ...wang, roles: both });

  expect((await screen.findByText("王秀珍", { exact: false })).textContent).toContain("管理员、社区书记");
});

test("asks people to sign in at the page they wanted, and says nothing of the menu", async () => {
  await show("/hello", nobody);

  await screen.findByRole("heading", { level: 1, name: "用什么登录？" });
  expect([location.pathname, screen.queryByRole("navigation", { name: "主菜单" })]).toEqual(["/hello", null]);
});

const inPage = (list: string) => {
  const block = Object.assign(document.createElement("script"), { id: "lianxin-doors", type: "application/json", textContent: list });
  document.body.append(block);
};

test.each([
  ["renewed", '[{"id":"hello","entry":"/_p/hello/0123abcd/web.js"}]', "系统更新了"],
  ["the same", '[{"id":"hello","entry":"/_p/hello/gone.js"}]', "这一页没有取到"],
])("says of a page that cannot be loaded what is the matter when the server is %s", async (_, now, title) => {
  inPage('[{"id":"hello","entry":"/_p/hello/gone.js"}]');
  await show("/hello", wang);
  answer.mockImplementation(() => Promise.resolve(new Response(now)));

  await screen.findByRole("heading", { level: 1, name: title });
});

test("says that an address is gone where nothing ever was", async () => {
  await show("/no/such/page", wang);

  await screen.findByRole("heading", { level: 1, name: "这一页已搬走或已撤下" });
});

test("shows a public page without asking who it is", async () => {
  await show("/hello/board", nobody);

  await screen.findByRole("heading", { level: 1, name: "这一页没有取到" });
  expect(screen.queryByText("用什么登录？")).toBeNull();
});

test("goes from page to page with the focus on the new one", async () => {
  await show("/settings", wang);
  await screen.findByRole("heading", { level: 1, name: "怎么显示看着舒服？" });

  fireEvent.click(screen.getAllByRole("link", { name: "更多" })[0]!);

  await screen.findByRole("heading", { level: 1, name: "还要去哪里？" });
  await waitFor(() => expect(document.activeElement?.id).toBe("main"));
});

test("goes back to signing in when the session ends", async () => {
  await show("/settings", wang);
  await screen.findByRole("heading", { level: 1, name: "怎么显示看着舒服？" });
  answer.mockImplementation(() => json({ ok: true }));

  fireEvent.click(screen.getAllByRole("button", { name: "退出" })[0]!);

  await screen.findByRole("heading", { level: 1, name: "用什么登录？" });
});

test("says so while the device has no network", async () => {
  await show("/settings", wang);
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  dispatchEvent(new Event("offline"));

  expect((await screen.findByRole("alert")).textContent).toContain("现在没有网");
  online.mockReturnValue(true);
  dispatchEvent(new Event("online"));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("says to who may not open a page that it takes a role, instead of an empty page", async () => {
  await show("/hello/secret", wang);

  await screen.findByRole("heading", { level: 1, name: "这一页你现在看不了" });
  expect(
    within(screen.getByRole("main"))
      .getAllByRole("link")
      .map((link) => link.getAttribute("href")),
  ).toEqual(["/hello", "/"]);
});

test("leads from the closed page of a part to one's own page of it, though that stands in no menu", async () => {
  await show("/aside", wang);

  await screen.findByRole("heading", { level: 1, name: "这一页你现在看不了" });
  expect(within(screen.getByRole("main")).getByRole("link", { name: "我的" }).getAttribute("href")).toBe("/aside/mine");
  expect(within(screen.getByRole("main")).getAllByRole("link")).toHaveLength(2);
});

test("finds from anywhere by Ctrl K: the pages here, and what the doors say of their own", async () => {
  await show("/settings", wang);
  await screen.findByRole("heading", { level: 1, name: "怎么显示看着舒服？" });

  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  fireEvent.input(await screen.findByRole("searchbox"), { target: { value: "问" } });

  expect((await screen.findByRole("region", { name: "页面" })).textContent).toContain("问好");
  await screen.findByText("找到 1 条");
});

test("shows its keys by ?, and takes no key from somebody who types", async () => {
  await show("/settings", wang);
  await screen.findByRole("heading", { level: 1, name: "怎么显示看着舒服？" });
  const field = document.createElement("input");
  document.getElementById("main")!.append(field);

  fireEvent.keyDown(field, { key: "?" });
  expect(screen.queryByRole("dialog")).toBeNull();
  fireEvent.keyDown(document.body, { key: "?" });

  expect((await screen.findByRole("dialog")).textContent).toContain("g t");
});

test("goes to Today by g t", async () => {
  await show("/settings", wang);
  await screen.findByRole("heading", { level: 1, name: "怎么显示看着舒服？" });

  fireEvent.keyDown(document.body, { key: "g" });
  fireEvent.keyDown(document.body, { key: "t" });

  await waitFor(() => expect(location.pathname).toBe("/"));
});

test("says for whom one acts, and lets one change it", async () => {
  const elder = { id: "p2", name: "何大爷" };
  await show("/settings", { ...wang, person: elder, actsFor: [...wang.actsFor, elder] });

  await screen.findByText("你正在替何大爷办事。办完记得换回自己。");
  expect((screen.getByLabelText("替谁办") as HTMLSelectElement).value).toBe("p2");
});
