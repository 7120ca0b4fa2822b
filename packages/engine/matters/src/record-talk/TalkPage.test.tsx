import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import TalkPage from "./TalkPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
const answers: readonly (readonly [RegExp, unknown])[] = [
  [/places\/entering$/, { places: [{ id: "c", name: "光明路社区", depth: 0 }] }],
  [/people/, { people: [{ id: "lan", fullName: "周兰", distinction: "3 栋", placeName: "和平苑" }] }],
  [/talks$/, { raised: [{ id: "m1", number: "2026-0001" }] }],
];
const sent: any[] = [];
beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    if (method === "POST") sent.push(JSON.parse(String(body)));
    return Promise.resolve(new Response(JSON.stringify(answers.find(([pattern]) => pattern.test(address.split("?")[0]!))![1])));
  });
});
afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("what a line is read as is shown before it is sent: the answer on the spot, and what the title does not hold", async () => {
  render(
    <LocationProvider>
      <TalkPage />
    </LocationProvider>,
  );
  const tail = "灯".repeat(50);
  fireEvent.input(await screen.findByLabelText(/逐条记/), { target: { value: `几点关门？答：晚上十点\n${"路".repeat(70)}。${tail}` } });

  expect(screen.getByText("当场答复：晚上十点")).toBeTruthy();
  expect(screen.getByText(`后半句记在情况里：${tail}`)).toBeTruthy();
});

test("the one who said a remark is found by name and sent with it; the others stay without a name", async () => {
  render(
    <LocationProvider>
      <TalkPage />
    </LocationProvider>,
  );
  fireEvent.input(await screen.findByLabelText(/逐条记/), { target: { value: "楼道灯不亮\n垃圾桶太少" } });
  fireEvent.input(screen.getByLabelText(/哪天开的/), { target: { value: "2026-09-23" } });

  press("记下谁说的：楼道灯不亮");
  fireEvent.input(screen.getByLabelText("谁说的", { selector: "input" }), { target: { value: "兰" } });
  press("找这个人");
  fireEvent.click(await screen.findByRole("button", { name: "周兰 3 栋 和平苑" }));
  press("记下这些事");

  await waitFor(() => expect(sent.map(({ remarks }) => remarks)).toEqual([[{ title: "楼道灯不亮", saidBy: "lan" }, { title: "垃圾桶太少" }]]));
});
