import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, setDisplay } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import ReportPage from "./ReportPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
const places = [
  { id: "c", name: "光明路社区", depth: 0 },
  { id: "h", name: "柳树坡", depth: 1 },
];
const received = { id: "m1", number: "2026-0012", link: "/matters/follow/m1/k", replyBy: "2026-10-15" };
let answer: () => Response;
const sent: { readonly body: unknown; readonly key: string | null }[] = [];
beforeEach(() => {
  sent.length = 0;
  answer = () => new Response(JSON.stringify(received));
  vi.stubGlobal("fetch", (address: string, { method, body, headers }: RequestInit) => {
    if (method === "GET") return Promise.resolve(new Response(JSON.stringify({ places, phone: "0794-3612345" })));
    sent.push({ body: JSON.parse(String(body)), key: new Headers(headers).get("idempotency-key") });
    expect(address).toBe("/api/matters/public/matters");
    return Promise.resolve(answer());
  });
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  setDisplay({ mode: undefined });
});

const open = async () => {
  render(
    <LocationProvider>
      <ReportPage />
    </LocationProvider>,
  );
  await screen.findByLabelText("什么事（一句话）");
};
const write = (label: string | RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("three answers without a name are enough, and the number and the private link come back", async () => {
  await open();
  write("什么事（一句话）", "42 号旁水沟异味大");
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "h" } });
  write(/影响哪些人家/, "6 栋、42 号 3 户");

  press("交给社区");

  await screen.findByRole("heading", { level: 1, name: "收到了，编号 2026-0012" });
  expect(screen.getByRole("link", { name: /matters\/follow\/m1\/k/ }).getAttribute("href")).toBe(received.link);
  expect(document.body.textContent).toContain("10月15日");
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toMatchObject({ title: "42 号旁水沟异味大", placeId: "h", name: "", phone: "", affected: ["6 栋", "42 号 3 户"] });
  expect(sent[0]!.key).toBeTruthy();
});

test("a refusal keeps what was written, and a second try sends the same key", async () => {
  answer = () => new Response(JSON.stringify({ code: "kit.tooMany", message: "太频繁了", remedy: "请过 60 秒再试" }), { status: 429 });
  await open();
  write("什么事（一句话）", "楼道灯不亮");
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "h" } });

  press("交给社区");
  await screen.findByText(/太频繁了/);
  press("交给社区");

  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]!.key).toBe(sent[0]!.key);
  expect((screen.getByLabelText("什么事（一句话）") as HTMLInputElement).value).toBe("楼道灯不亮");
});

test("in elder mode there is one question a screen, and the last button sends it", async () => {
  setDisplay({ mode: "elder" });
  await open();

  expect(screen.queryByLabelText("在哪里")).toBeNull();
  write("什么事（一句话）", "扶手松了");
  press("下一步：在哪里");
  fireEvent.change(await screen.findByLabelText("在哪里"), { target: { value: "h" } });
  press("下一步：怎么找您");
  await screen.findByLabelText(/怎么找您（电话）/);
  press("交给社区");

  await screen.findByText("收到了，编号 2026-0012");
  expect(sent).toHaveLength(1);
});

test("who would rather call or write on paper finds how", async () => {
  await open();

  expect(screen.getByRole("link", { name: "打电话 0794-3612345" }).getAttribute("href")).toBe("tel:0794-3612345");
  expect(screen.getByRole("link", { name: /议题提出表/ }).getAttribute("href")).toBe("/api/matters/public/blank-form");
});
