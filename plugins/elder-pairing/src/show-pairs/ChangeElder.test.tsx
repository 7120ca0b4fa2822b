import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { ChangeElder } from "./ChangeElder.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
let sent: string[];
let isDone: number;
beforeEach(() => {
  sent = [];
  isDone = 0;
  vi.stubGlobal("fetch", (address: string, init: { readonly method: string; readonly body?: string }) => {
    sent.push(`${init.method} ${address.split("/").at(-1)!} ${init.body ?? ""}`);
    return Promise.resolve(new Response("{}", { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const elder = { id: "e1", name: "李福兰", wish: "visit", level: "red", isInCare: true, card: { consents: [] } };

test.each([
  ["不要探访", "不再安排，已排的取消", 'PUT wish {"wish":"none"}'],
  ["绿", "等级从红改成绿：绿每季度看一次", 'PUT level {"level":"green"}'],
  ["摔了", "明天前要有人看望", 'POST triggers {"kind":"fall"}'],
  ["去世", "结对今天结束", 'POST end {"state":"deceased"}'],
])("%s is asked once more with what follows before anything is sent", async (pressed, follows, expected) => {
  render(<ChangeElder elder={elder} onDone={async () => void isDone++} />);
  const press = () => fireEvent.click(screen.getByText(pressed, { selector: "button, button *, label, label *" }));
  press();
  const dialog = await screen.findByRole("dialog");
  expect([sent, dialog.textContent]).toEqual([[], expect.stringContaining(follows)]);

  fireEvent.click(within(dialog).getByRole("button", { name: pressed }));

  await waitFor(() => expect(isDone).toBe(1));
  expect(sent).toEqual([expected]);
});

test("the wish that stands already asks nothing and sends nothing", () => {
  render(<ChangeElder elder={elder} onDone={async () => void isDone++} />);

  fireEvent.click(screen.getByText("上门", { selector: "button, button *, label, label *" }));

  expect([screen.queryByRole("dialog"), sent]).toEqual([null, []]);
});

test.each([
  ["不要探访的", { wish: "none" }, "摔了", "请打电话问"],
  ["还没有结对的", { isInCare: false }, "摔了", "还没有结对，不排日子"],
  ["不要探访的", { wish: "none" }, "绿", "老人不要探访，不排日子"],
  ["还没有结对的", { isInCare: false }, "绿", "结对以后才排日子"],
])("of %s %j no day is promised for %s", async (_, more, pressed, follows) => {
  render(<ChangeElder elder={{ ...elder, ...more }} onDone={async () => void isDone++} />);

  fireEvent.click(screen.getByText(pressed, { selector: "button, button *, label, label *" }));
  const said = (await screen.findByRole("dialog")).textContent;

  expect(said).toContain(follows);
  expect(said).not.toMatch(/明天/);
});

test("of who does not agree to notes on health it says that what happened is not written down", () => {
  const card = { consents: [{ scope: "health", withdrawnOn: "2026-09-01" }] };
  render(<ChangeElder elder={{ ...elder, card }} onDone={async () => void isDone++} />);

  expect(screen.getByText(/老人不同意记健康情况/)).toBeTruthy();
});
