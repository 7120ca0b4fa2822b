import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import MinePage from "./MinePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
const mine = {
  ...{ name: "何志远", state: "confirmed", number: "0917-1", queue: null, title: "扮靓周四", heldOn: "2026-09-17", dayState: "open", dayId: "d1", words: null },
  ...{
    startsAt: "2026-09-17T00:30:00.000Z",
    endsAt: "2026-09-17T02:30:00.000Z",
    siteName: "和平苑",
    postTitle: "打扫",
    work: "楼道",
    tools: null,
    hazards: null,
  },
  ...{
    meetingPoint: "党群服务中心门口",
    phone: null,
    feed: "/feed.ics",
    offeredUntil: null,
    mayPassOn: true,
    arrivedAt: null,
    leftAt: null,
    isOpen: false,
    task: null,
  },
  ...{ minutes: 0, mayCancel: true, mayComeAgain: false, because: null, rota: null, otherDays: [], others: [] },
};
let children: number;
beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ ...mine, children }))));
  history.replaceState(null, "", "/volunteer-days/mine/u1/k");
});
afterEach(cleanup);
async function openCancel(): Promise<string> {
  render(
    <LocationProvider>
      <Router>{[<Route key="mine" path="/volunteer-days/mine/:signUpId/:key" component={MinePage} />]}</Router>
    </LocationProvider>,
  );
  fireEvent.click(await screen.findByRole("button", { name: "来不了，取消报名" }));
  await screen.findByText("取消没有任何影响，空出的位置会给候补的人。");
  return document.body.textContent ?? "";
}

test("before a grown-up gives a place back or passes it on the page says that the children with them go too", async () => {
  children = 2;
  const said = await openCancel();

  expect(said).toContain("同来的孩子（2 位）要有大人陪着，他们的报名也一起取消");
  expect(said).toContain("有人替您，或换成以后，同来的孩子（2 位）的报名也取消");
});

test("whoever comes alone is told nothing of children", async () => {
  children = 0;

  expect(await openCancel()).not.toContain("孩子");
});
