import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import ArrangePage from "./ArrangePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`directory.${key}`, text])) });
const place = { scheme: "main", code: null, households: null, closedOn: null, version: 1 };
const places = [
  { ...place, id: "c", name: "光明路社区", kind: "community", parentId: null },
  { ...place, id: "h", name: "和平苑", kind: "compound", parentId: "c", households: 86 },
];
const sent: { route: string; body: unknown }[] = [];
let answerClose: () => Promise<Response>;
const respond = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
beforeEach(() => {
  sent.length = 0;
  answerClose = () => respond({});
  vi.stubGlobal("fetch", (address: string, request: RequestInit) => {
    sent.push({ route: `${request.method} ${address}`, body: request.body ? JSON.parse(String(request.body)) : undefined });
    if (address.endsWith("/close")) return answerClose();
    if (request.method === "POST") return respond({ id: "new" });
    return respond({ places, organizations: [], venues: [], years: [] });
  });
});
afterEach(cleanup);
const region = (name: string) => within(screen.getByRole("region", { name }));
const posted = () => sent.filter(({ route }) => route.startsWith("POST"));

test("lists the places and says of the rest what is missing", async () => {
  render(<ArrangePage />);

  expect((await screen.findByRole("cell", { name: "86" })).closest("tr")!.textContent).toContain("和平苑");
  await screen.findByText("还没有单位。");
  await screen.findByText("放假安排还没有导入。导入前，工作日一律不替你算。");
});

test("adds a place inside another one", async () => {
  render(<ArrangePage />);
  await screen.findByRole("cell", { name: "86" });
  const card = region("网格、小区、楼栋");

  fireEvent.input(card.getByLabelText(/^地点名称/), { target: { value: "松涛园" } });
  fireEvent.input(card.getByLabelText(/^户数/), { target: { value: "１２０" } });
  fireEvent.click(card.getByRole("button", { name: "加这个地点" }));

  await waitFor(() =>
    expect(posted()).toEqual([{ route: "POST /api/directory/places", body: { parentId: "c", kind: "compound", name: "松涛园", households: 120 } }]),
  );
});

test("sends nothing without a name or seats", async () => {
  render(<ArrangePage />);
  fireEvent.click(await screen.findByRole("button", { name: "加这个场地" }));

  expect((await screen.findAllByText(/^请填写座位/)).length).toBeGreaterThan(0);
  expect(posted()).toEqual([]);
});

test("says why a place that is in use stays open", async () => {
  answerClose = () => respond({ code: "directory.placeInUse", message: "这里还有 2 处在用", remedy: "请先移走，再停用", rule: "x" }, 409);
  render(<ArrangePage />);

  fireEvent.click(await screen.findByRole("button", { name: "停用“和平苑”" }));

  expect((await screen.findByRole("alert")).textContent).toContain("这里还有 2 处在用");
});
