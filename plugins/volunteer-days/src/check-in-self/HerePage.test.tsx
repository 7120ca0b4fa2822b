import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { remember } from "../show-thursday/recall.js";
import HerePage from "./HerePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
let answer: () => Promise<Response>;
const sent: unknown[] = [];
const owners: Record<string, object> = { u1: { name: "何志远", state: "confirmed" }, u2: { name: "何小宇", state: "waiting" } };
const offline = () => Promise.reject(new TypeError("offline"));
const noted = () => Promise.resolve(new Response(JSON.stringify({ at: "2026-09-17T00:34:00.000Z" })));
const refuse = () => Promise.resolve(new Response(JSON.stringify({ code: "volunteer-days.codeWrong", message: "这个数不对" }), { status: 422 }));
beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
  remember("d1", { link: "/volunteer-days/mine/u1/k", number: "0917-12" });
  history.replaceState(null, "", "/volunteer-days/here/d1/123456");
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    if (method === "GET") return Promise.resolve(new Response(JSON.stringify(owners[address.split("/").at(-2)!])));
    sent.push(JSON.parse(String(body)));
    return answer();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const open = () =>
  render(
    <LocationProvider>
      <Router>{[<Route key="page" path="/volunteer-days/here/:dayId/:code" component={HerePage} />]}</Router>
    </LocationProvider>,
  );
const press = async () => fireEvent.click(await screen.findByRole("button", { name: "我到了" }));

test("without a network it says that it is kept on this phone, sends it when there is one, and only then says that it is noted", async () => {
  answer = offline;
  open();
  await press();
  await screen.findByText(/没有网络，先记在这台手机里/);
  const during = screen.queryByText("记下了");

  answer = noted;
  dispatchEvent(new Event("online"));
  await screen.findByText("记下了");

  expect([during, screen.queryByText(/没有网络/), sent.at(-1)]).toEqual([null, null, { code: "123456", act: "arrive" }]);
});

test("what a page kept is sent when any page of volunteer days is opened again", async () => {
  answer = offline;
  const { unmount } = open();
  await press();
  await screen.findByText(/没有网络/);
  unmount();

  answer = noted;
  open();

  await screen.findByText("记下了");
  expect(sent).toHaveLength(2);
});

test("what is refused at once is said with its reason, and can be tried again", async () => {
  answer = refuse;
  open();
  await press();
  await screen.findByText("这个数不对");

  answer = noted;
  await press();

  await screen.findByText("记下了");
});

test("a family with one phone signs in one by one, each by their name and number, and who waits in line is marked", async () => {
  remember("d1", { link: "/volunteer-days/mine/u2/k", number: "0917-13" });
  answer = noted;
  open();
  await screen.findByRole("heading", { name: "何志远 报名号 0917-12" });
  await screen.findByRole("heading", { name: "何小宇 报名号 0917-13 候补" });

  fireEvent.click((await screen.findAllByRole("button", { name: "我到了" }))[1]!);

  await screen.findByText("记下了");
  expect(screen.getAllByRole("button", { name: "我到了" })).toHaveLength(1);
});
