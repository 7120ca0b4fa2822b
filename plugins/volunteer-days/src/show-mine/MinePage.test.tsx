import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import MinePage from "./MinePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
const mine = {
  ...{
    name: "何志远",
    state: "confirmed",
    number: "0917-1",
    queue: null,
    title: "扮靓周四",
    originalOn: "2026-09-17",
    heldOn: "2026-09-17",
    dayState: "open",
    dayId: "d1",
    reason: null,
    holiday: null,
    words: null,
  },
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
  ...{ minutes: 0, served: [], hereMinutes: null, isOver: false, isAbsent: false, endReason: null, swappedTo: null, children: 0 },
  ...{ mayCancel: true, mayComeAgain: false, because: null, rota: null, otherDays: [], others: [] },
};
let children: number;
let more: object;
beforeEach(() => {
  localStorage.clear();
  children = 0;
  more = {};
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ ...mine, children, ...more }))));
  history.replaceState(null, "", "/volunteer-days/mine/u1/k");
});
afterEach(cleanup);
function open(): void {
  render(
    <LocationProvider>
      <Router>{[<Route key="mine" path="/volunteer-days/mine/:signUpId/:key" component={MinePage} />]}</Router>
    </LocationProvider>,
  );
}
async function openCancel(): Promise<string> {
  open();
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

test("before the day it says what to bring; after it, what was written down and nothing of meeting, tasks or a calendar", async () => {
  more = { tools: "自带水杯" };
  open();
  await screen.findByText("自带水杯");
  cleanup();
  more = { tools: "自带水杯", isOver: true, hereMinutes: 120, minutes: 245, mayCancel: false, mayPassOn: false };
  more = {
    ...more,
    served: [
      { heldOn: "2026-09-17", siteName: "和平苑", minutes: 120 },
      { heldOn: "2026-09-10", siteName: "松涛园", minutes: 125 },
    ],
  };
  open();

  await screen.findByRole("heading", { level: 1, name: "9月17日（周四）的活动结束了" });
  expect(document.body.textContent).toMatch(/9月10日（周四） 松涛园 2 小时 5 分/);
  expect(document.body.textContent).not.toMatch(/集合|自带水杯|加到手机日历|9月17日（周四）见/);
});

test("whoever found a stand-in is told that somebody goes, and whoever swapped is led to the new place; neither is told of the line", async () => {
  const ended = { state: "cancelled", mayCancel: false, mayPassOn: false };
  more = { ...ended, endReason: "stoodIn", mayComeAgain: true };
  open();
  await screen.findByRole("heading", { level: 1, name: "有人替您去，不用来了" });
  expect(document.body.textContent).not.toContain("候补");
  cleanup();
  more = { ...ended, endReason: "swapped", swappedTo: "/volunteer-days/mine/u2/k" };
  open();

  await screen.findByRole("heading", { level: 1, name: "换好了" });
  expect(screen.getByRole("link", { name: "看换来的报名" }).getAttribute("href")).toBe("/volunteer-days/mine/u2/k");
  expect(screen.queryByRole("button", { name: "还是来" })).toBeNull();
  cleanup();
  more = { ...ended, endReason: "self", mayComeAgain: true };
  open();
  await screen.findByText("空出的位置会给候补的人。");
});

test("a date that was called off says why, and neither what to do nor how to cancel", async () => {
  more = { dayState: "cancelled", reason: "rain", words: "下周再来", mayCancel: false, mayPassOn: false };
  open();

  const said = await screen.findByText("下雨；下周再来");

  expect(said).toBeTruthy();
  for (const gone of ["来不了，取消报名", "加到手机日历", "党群服务中心门口", "楼道"]) expect(screen.queryByText(gone)).toBeNull();
});

test("the number of a date that was moved says which day it was planned for", async () => {
  more = { number: "1001-2", originalOn: "2026-10-01", heldOn: "2026-09-30" };
  open();

  expect(await screen.findByText("1001-2（原定 10月1日（周四），改期后号码不变）")).toBeTruthy();
});
