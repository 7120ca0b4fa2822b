import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import DirectoryPage from "./DirectoryPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`directory.${key}`, text])) });
const places = [
  { id: "c", name: "光明路社区", kind: "community", scheme: "main", code: null, parentId: null, households: null, closedOn: null, version: 1 },
  { id: "h", name: "和平苑", kind: "compound", scheme: "main", code: null, parentId: "c", households: 86, closedOn: null, version: 1 },
  { id: "x", name: "旧楼", kind: "building", scheme: "main", code: null, parentId: "h", households: null, closedOn: "2026-01-01", version: 1 },
];
const person = {
  id: "p1",
  fullName: "张桂英",
  distinction: "3栋",
  placeName: "和平苑",
  phone: "199****1111",
  roles: [{ kind: "council_member", title: "居民代表", placeName: "光明路社区", organizationName: null, toOn: "2029-08-31" }],
};

let people: object;
let permissions: string[];
const asked: string[] = [];
const respond = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const answer = (address: string) => {
  if (address === "/api/session") return respond({ account: { id: "a" }, person: null, roles: [], permissions, language: "zh-CN" });
  if (address.endsWith("/places")) return respond({ places });
  if (address.includes("/keepers")) return respond({ keepers: [{ personId: "k", fullName: "李建平", kind: "grid_leader", title: "网格长" }] });
  if (address.includes("/channels")) return respond({ channels: [{ id: "1", kind: "phone", address: "19900001111", isVerified: false, isPreferred: true }] });
  return respond(people);
};
beforeEach(async () => {
  people = { people: [person], next: null };
  permissions = ["directory.see", "directory.edit", "directory.import"];
  asked.length = 0;
  vi.stubGlobal("fetch", (address: string, request: { headers: Record<string, string> }) => {
    asked.push(`${address}${request.headers["x-show"] ? " show" : ""}`);
    return answer(address);
  });
  await loadSession();
});
afterEach(cleanup);

test("lists names, roles with their term, places, and masked phones", async () => {
  render(<DirectoryPage />);

  const row = (await screen.findByRole("link", { name: "张桂英（3栋）" })).closest("tr")!;
  expect(row.textContent).toContain("居民代表 到 2029-08-31");
  expect(row.textContent).toContain("199****1111");
});

test("shows a phone when asked, and says that this is recorded", async () => {
  render(<DirectoryPage />);

  fireEvent.click(await screen.findByRole("button", { name: "显示张桂英的电话（会留下记录）" }));

  await screen.findByText("19900001111");
  expect(asked).toContain("/api/directory/people/p1/channels show");
});

test("narrows the list to a place and says who answers for it; closed places are not offered", async () => {
  render(<DirectoryPage />);

  fireEvent.click(await screen.findByRole("button", { name: "和平苑" }));

  await waitFor(() => expect(asked).toContain("/api/directory/people?placeId=h"));
  expect((await screen.findByText("这里归谁管？")).closest("aside")!.textContent).toContain("网格长 李建平");
  expect(screen.queryByRole("button", { name: "旧楼" })).toBeNull();
});

test("asks once for what was typed, not for each letter", async () => {
  render(<DirectoryPage />);
  const search = await screen.findByRole("searchbox");

  for (const value of ["张", "张桂", "张桂英"]) fireEvent.input(search, { target: { value } });

  await waitFor(() => expect(asked.filter((address) => address.includes("search="))).toEqual([`/api/directory/people?search=${encodeURIComponent("张桂英")}`]));
});

test("an empty directory offers the table and the first person; a search that finds nobody does not", async () => {
  people = { people: [], next: null };
  render(<DirectoryPage />);

  expect((await screen.findByRole("link", { name: "从表格导入" })).getAttribute("href")).toBe("/directory/import");
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "无名" } });

  await screen.findByText("没有找到。换个写法试试。");
  expect(screen.queryByRole("link", { name: "从表格导入" })).toBeNull();
});

test("turns to the next page and back", async () => {
  people = { people: [person], next: "张桂英\np1" };
  render(<DirectoryPage />);

  fireEvent.click(await screen.findByRole("button", { name: "下一页" }));

  await waitFor(() => expect(asked.at(-1)).toContain("after="));
  expect(screen.getByRole("button", { name: "上一页" }).getAttribute("aria-disabled")).toBe("false");
});

test("who may only look sees no verbs to change", async () => {
  permissions = ["directory.see"];
  await loadSession();
  render(<DirectoryPage />);

  await screen.findByRole("link", { name: "张桂英（3栋）" });

  expect(screen.queryByRole("link", { name: "加一位" })).toBeNull();
  expect(screen.queryByRole("link", { name: "导入" })).toBeNull();
});

test("says what went wrong and can be tried again", async () => {
  vi.stubGlobal("fetch", () => respond({ code: "kit.notNow", message: "现在暂时存不了", remedy: "请过一会儿再试", rule: "x" }, 503));
  render(<DirectoryPage />);

  expect((await screen.findAllByRole("alert"))[0]!.textContent).toContain("请过一会儿再试");
  expect(screen.getAllByRole("button", { name: /再试/ }).length).toBeGreaterThan(0);
});
