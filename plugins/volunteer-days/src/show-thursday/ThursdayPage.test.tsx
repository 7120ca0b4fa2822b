import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { enqueue, waiting } from "../check-in-self/queue.js";
import { zhCN } from "../messages/zh-CN.js";
import ThursdayPage from "./ThursdayPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
const day = {
  ...{ id: "d1", title: "扮靓周四", heldOn: "2026-09-17", startsAt: "2026-09-17T00:30:00.000Z", endsAt: "2026-09-17T02:30:00.000Z" },
  ...{ meetingPoint: "党群服务中心门口", tools: "自带水杯", hazards: null, words: null, work: "楼道、绿化", taken: 53, most: 60, line: null },
  sites: [
    { id: "s1", name: "和平苑", work: "楼道", missing: 2, line: null },
    { id: "s2", name: "松涛园", work: "绿化", missing: 5, line: null },
  ],
};
const joined = {
  ...{ signUpId: "u1", isKnown: false, state: "confirmed", number: "0917-54", queue: null, siteName: "松涛园", postTitle: "打扫" },
  ...{ meetingPoint: "党群服务中心门口", link: "/volunteer-days/mine/u1/k" },
};
let thursday: object;
let answer: object;
let signedIn: object;
const sent: unknown[] = [];
const asked: string[] = [];
beforeEach(() => {
  sent.length = asked.length = 0;
  signedIn = { account: null };
  history.replaceState(null, "", "/volunteer-days/thursday");
  thursday = { community: "光明路社区", phone: "0794-3612345", takesPhotos: false, sendsTexts: true, notices: [], day, free: [], others: [] };
  answer = joined;
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    asked.push(`${method} ${address}`);
    if (address === "/api/session") return Promise.resolve(new Response(JSON.stringify(signedIn)));
    if (method === "GET") return Promise.resolve(new Response(JSON.stringify(thursday)));
    sent.push(body ? JSON.parse(String(body)) : {});
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  localStorage.clear();
});
afterEach(cleanup);

const open = () =>
  render(
    <LocationProvider>
      <ThursdayPage />
    </LocationProvider>,
  );
const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
async function signUp(button: string): Promise<void> {
  await screen.findByLabelText("姓名");
  write("姓名", "何志远");
  write("手机号", "199 0000 0001");
  fireEvent.click(screen.getByRole("button", { name: button }));
}

test("two fields and one button are enough: the number, where to go and the private link come back", async () => {
  const { container } = open();
  await screen.findByLabelText("姓名");
  const fields = container.querySelectorAll("input").length;
  await signUp("我要报名");

  await screen.findByRole("heading", { level: 1, name: "报上了，到时见" });
  expect([fields, sent]).toEqual([2, [{ name: "何志远", phone: "19900000001" }]]);
  expect(document.body.textContent).toContain("0917-54");
  expect(screen.getByRole("link", { name: /加到手机日历/ }).getAttribute("href")).toBe("/api/volunteer-days/public/sign-ups/u1/k/calendar.ics");
});

test("this device remembers that one signed up, and neither name nor phone", async () => {
  open();
  await signUp("我要报名");
  await screen.findByText("0917-54");
  cleanup();
  open();

  await screen.findByText(/您已经报过了（0917-54）/);
  expect(JSON.stringify({ ...localStorage })).not.toMatch(/何志远|19900000001/);
});

test("when it is full the page says which place in line it would be, at a compound of their choice too, and which dates still have places; who waits puts nothing into a calendar", async () => {
  const free = [{ id: "d2", startsAt: "2026-09-24T00:30:00.000Z", endsAt: "2026-09-24T02:30:00.000Z", missing: 4 }];
  const sites = day.sites.map((site, i) => ({ ...site, missing: 0, line: i === 0 ? 3 : 5 }));
  thursday = { ...thursday, day: { ...day, taken: 60, line: 3, sites }, free };
  answer = { ...joined, state: "waiting", queue: 5 };
  open();

  await screen.findByText(/您会是第 3 位；有空位时给您发短信/);
  expect(screen.getByRole("link", { name: /9月24日（周四） 0?8:30–10:30 还差 4 人/ }).getAttribute("href")).toBe("/volunteer-days/thursday/d2");
  fireEvent.click(screen.getByRole("button", { name: "想选小区" }));
  fireEvent.click(screen.getByRole("radio", { name: /松涛园/ }));
  await screen.findByText(/您会是第 5 位/);
  await signUp("排候补");

  await screen.findByRole("heading", { level: 1, name: "排上候补了，第 5 位" });
  expect(screen.queryByRole("link", { name: /加到手机日历/ })).toBeNull();
});

test("a house that sends no text messages promises none", async () => {
  thursday = { ...thursday, sendsTexts: false, day: { ...day, taken: 60, line: 3 } };
  answer = { ...joined, isKnown: true, state: null, number: null, link: null, siteId: null, siteName: null, postTitle: null, meetingPoint: null };
  open();
  await screen.findByText(/有空位就是您的，请常打开“我的报名”看/);
  await signUp("排候补");

  await screen.findByRole("heading", { level: 1, name: "您已经报过了" });
  expect(document.body.textContent).not.toContain("短信");
  expect(screen.queryByRole("button", { name: "把报名链接发到我手机" })).toBeNull();
});

test("the page names the compounds, what is done there and what to bring before anybody signs up", async () => {
  open();

  for (const words of ["去和平苑、松涛园", "做什么：楼道、绿化", "带什么：自带水杯"]) await screen.findByText(words);
});

test("a holiday and a call-off are said before the next day", async () => {
  const off = { holiday: null, reason: "rain", words: "明早橙色暴雨" };
  const holiday = { heldOn: "2026-10-01", state: "cancelled", holiday: "国庆节", reason: "holiday", words: null };
  thursday = { community: "", phone: null, notices: [{ heldOn: "2026-09-10", state: "cancelled", ...off }, holiday], day: null, others: [] };
  open();

  await waitFor(() => expect(document.body.textContent).toContain("取消，不用来了。明早橙色暴雨"));
  expect(document.body.textContent).toContain("国庆节，歇一周。");
});

test("who is signed in has a place with one tap and gives it back with another; nobody else is offered it", async () => {
  open();
  await screen.findByLabelText("姓名");
  await waitFor(() => expect(asked).toContain("GET /api/session"));
  expect(screen.queryByRole("button", { name: /一点就报上/ })).toBeNull();
  cleanup();
  signedIn = { account: { id: "a1" }, person: { id: "p1", name: "何志远" }, roles: [], actsFor: [], permissions: [], language: "zh-CN" };
  open();

  fireEvent.click(await screen.findByRole("button", { name: "何志远，一点就报上" }));
  await screen.findByRole("heading", { level: 1, name: "报上了，到时见" });
  fireEvent.click(screen.getByRole("button", { name: "点错了，取消报名" }));

  await screen.findByRole("button", { name: "何志远，一点就报上" });
  expect(sent).toEqual([{}, {}]);
  expect(asked.filter((one) => one.startsWith("POST"))).toEqual([
    "POST /api/volunteer-days/days/d1/sign-ups",
    "POST /api/volunteer-days/public/sign-ups/u1/k/cancel",
  ]);
});

test("an address that names a series asks for that one, and leads on to what else there is", async () => {
  history.replaceState(null, "", "/volunteer-days/thursday/series1");
  const other = { id: "d9", title: "助老日", startsAt: "2026-09-16T01:00:00.000Z", endsAt: "2026-09-16T03:00:00.000Z" };
  thursday = { ...thursday, notices: [{ heldOn: "2026-09-10", state: "over", holiday: null, reason: null, words: null }], others: [other] };
  open();

  const link = await screen.findByRole("link", { name: /助老日 9月16日（周三） 9:00–11:00|助老日 9月16日（周三） 09:00–11:00/ });
  expect(asked[0]).toBe("GET /api/volunteer-days/public/thursday?of=series1");
  expect(link.getAttribute("href")).toBe("/volunteer-days/thursday/d9");
  expect(screen.getByRole("heading", { level: 1, name: "扮靓周四" })).toBeTruthy();
  expect(document.body.textContent).toContain("9月10日（周四）的已经结束，下面是下一次。");
});

test("of several under one number each is told what they have, and this device knows them all; ages said after a name are sent", async () => {
  const waiting = { ...joined, signUpId: "u2", state: "waiting", number: "0917-55", queue: 2, link: "/volunteer-days/mine/u2/k" };
  answer = { people: [joined, waiting] };
  open();
  fireEvent.click(await screen.findByRole("button", { name: "几个人一起报" }));
  write("同来的人", "何小宇 12岁");
  await signUp("我要报名");

  await screen.findByRole("heading", { level: 1, name: "1 人报上了，1 人排候补" });
  expect(sent).toEqual([{ phone: "19900000001", people: [{ name: "何志远" }, { name: "何小宇", ageBand: "child" }] }]);
  const links = ["何志远 报上了（0917-54）", "何小宇 排候补，第 2 位（0917-55）"].map((name) => screen.getByRole("link", { name }).getAttribute("href"));
  expect(links).toEqual(["/volunteer-days/mine/u1/k", "/volunteer-days/mine/u2/k"]);
  cleanup();
  open();
  await screen.findByText(/您已经报过了（0917-55）/);
  expect(screen.queryByLabelText("姓名")).toBeNull();
});

test("on a phone that knows a sign-up another one of the family signs up, and who is somebody else has it forgotten", async () => {
  localStorage.setItem("lx.volunteer-days.d1", JSON.stringify({ link: "/volunteer-days/mine/u1/k", number: "0917-54" }));
  open();
  fireEvent.click(await screen.findByRole("button", { name: "给家人也报" }));
  answer = { ...joined, signUpId: "u2", number: "0917-60", link: "/volunteer-days/mine/u2/k" };
  await signUp("我要报名");
  await screen.findByText("0917-60");
  cleanup();
  open();
  await screen.findByText(/0917-60/);

  fireEvent.click(screen.getByRole("button", { name: "不是我" }));

  await screen.findByLabelText("姓名");
  expect([screen.queryByText(/已经报过了/), localStorage.length]).toEqual([null, 0]);
});

test("a sign-in that the phone still keeps is sent when the page of the poster is opened again", async () => {
  enqueue({ route: "self", params: { signUpId: "u1", key: "k" }, body: { code: "123456", act: "arrive" }, who: "" });
  open();

  await waitFor(() => expect(sent).toEqual([{ code: "123456", act: "arrive" }]));
  await waitFor(() => expect(waiting.read()).toEqual([]));
});

test("whoever was signed up before is told that and nothing else, as anybody may know a name and a number", async () => {
  answer = { ...joined, isKnown: true, state: null, number: null, link: null, siteId: null, siteName: null, postTitle: null, meetingPoint: null };
  open();
  await signUp("我要报名");

  await screen.findByRole("heading", { level: 1, name: "您已经报过了" });
  expect(screen.getByRole("button", { name: "把报名链接发到我手机" })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/松涛园|集合|到时见/);
});

test("who says that they are under 18 and then chooses a compound is still asked for their age, and it is sent", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "未满 18 岁" }));
  fireEvent.click(screen.getByRole("button", { name: "想选小区" }));
  fireEvent.click(screen.getByRole("radio", { name: /松涛园/ }));
  fireEvent.change(screen.getByLabelText("年龄"), { target: { value: "child" } });
  await signUp("我要报名");

  await waitFor(() => expect(sent).toEqual([{ name: "何志远", phone: "19900000001", siteId: "s2", ageBand: "child" }]));
});

test("from 8 to 15 the page says who has to come along and asks for nobody's yes; at 16 and 17 it asks", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "未满 18 岁" }));
  await signUp("我要报名");
  await screen.findAllByText(/年龄.*(填|选|空)|请.*年龄/);
  expect(sent).toEqual([]);
  const choose = (value: string) => fireEvent.change(screen.getByLabelText("年龄"), { target: { value } });
  choose("youth");
  const isAsked = screen.queryByLabelText("家长同意") !== null;

  choose("child");
  await screen.findByText(/8–15 岁要有一位大人在同一个小区/);
  await signUp("我要报名");

  await waitFor(() => expect(sent).toEqual([{ name: "何志远", phone: "19900000001", ageBand: "child" }]));
  expect([isAsked, screen.queryByLabelText("家长同意")]).toEqual([true, null]);
});
