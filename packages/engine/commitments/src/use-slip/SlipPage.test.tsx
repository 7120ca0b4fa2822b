import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import SlipPage from "./SlipPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`commitments.${key}`, text])) });
const slip = {
  ...{ title: "拆除与清运", standard: "残墙拆完", organization: "和平苑物业", dueOn: "2026-09-20", state: "offered" },
  ...{ evidenceNeeds: [], mayReturn: true, isOpen: true },
};
const sent: unknown[] = [];
let answer: () => Response;
beforeEach(() => {
  sent.length = 0;
  answer = () => new Response(JSON.stringify(slip));
  vi.stubGlobal("fetch", (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return Promise.resolve(answer());
  });
});
afterEach(cleanup);

async function open(): Promise<void> {
  render(
    <LocationProvider>
      <SlipPage />
    </LocationProvider>,
  );
  fireEvent.input(screen.getByLabelText("短码"), { target: { value: "7k3 f2" } });
  fireEvent.click(screen.getByRole("button", { name: "打开" }));
}

test("the code opens the work with three verbs, and a report goes out with it", async () => {
  await open();
  await screen.findByRole("heading", { level: 1, name: "拆除与清运" });
  answer = () => new Response(JSON.stringify({ ...slip, state: "in_progress", mayReturn: false }));

  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["报结", "报进度", "这不是我的事"]);
  fireEvent.click(screen.getByRole("button", { name: "报进度" }));
  const dialog = within(screen.getByRole("dialog"));
  fireEvent.input(dialog.getByLabelText("办到哪一步了"), { target: { value: "拆了一半" } });
  fireEvent.click(dialog.getByRole("button", { name: "报进度" }));

  await waitFor(() => expect(sent.at(-1)).toEqual({ code: "7k3 f2", act: "progress", words: "拆了一半" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "这不是我的事" })).toBeNull());
});

test("a wrong code says what to do, and what was typed stays", async () => {
  answer = () => new Response(JSON.stringify({ code: "commitments.codeUnknown", message: "这个短码不对", remedy: "请对照单子再输一次" }), { status: 404 });
  await open();

  expect((await screen.findByRole("alert")).textContent).toContain("请对照单子再输一次");
  expect((screen.getByLabelText("短码") as HTMLInputElement).value).toBe("7k3 f2");
});

test("what is over says so and offers nothing", async () => {
  answer = () => new Response(JSON.stringify({ ...slip, state: "submitted", mayReturn: false, isOpen: false }));
  await open();

  expect(await screen.findByText("这一件已经不用再填。有事请打社区电话。")).toBeTruthy();
  expect(screen.queryAllByRole("button")).toEqual([]);
});
