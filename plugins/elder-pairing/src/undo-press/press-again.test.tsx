import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { AskOnce } from "./AskOnce.js";
import { LiftSnooze } from "./LiftSnooze.js";
import { ReopenSearch } from "./ReopenSearch.js";
import { StrikeStep } from "./StrikeStep.js";
import { UnsettleNeed } from "./UnsettleNeed.js";
import { UnsignHandover } from "./UnsignHandover.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
let sent: string[];
let isDone: number;
beforeEach(() => {
  sent = [];
  isDone = 0;
  vi.stubGlobal("fetch", (address: string, init: { readonly body?: string }) => {
    sent.push(`${address} ${init.body ?? "{}"}`);
    return Promise.resolve(new Response(JSON.stringify({ count: 1 }), { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const onDone = async () => void isDone++;
/** Presses the way back, gives the reason where one is asked for, and presses once more; gives what was said. */
async function goBack(button: string, verb: string, why?: string): Promise<string> {
  fireEvent.click(screen.getByRole("button", { name: button }));
  const dialog = await screen.findByRole("dialog");
  const said = dialog.textContent ?? "";
  expect(sent).toEqual([]);
  if (why) fireEvent.click(within(dialog).getByLabelText(why));
  fireEvent.click(within(dialog).getByRole("button", { name: verb }));
  await waitFor(() => expect(isDone).toBe(1));
  return said;
}
const step = { id: "s2", step: "neighbour", result: "nobody" };

test.each([
  ["desk", true, ""],
  ["helper", false, "mine/"],
])("at the %s a step pressed wrongly is struck and a search ended by mistake goes on, each asked once more", async (_, isDesk, own) => {
  render(<StrikeStep ladderId="l1" step={step} isDesk={isDesk} onDone={onDone} />);
  const struck = await goBack("划掉 问邻居", "划掉");
  expect([struck, sent]).toEqual([expect.stringMatching(/划掉 问邻居 没人应.*后面的步骤照旧/), [`/api/elder-pairing/${own}ladders/l1/steps/s2/strike {}`]]);
  cleanup();
  document.body.replaceChildren();
  [sent, isDone] = [[], 0];
  render(<ReopenSearch searchId="l1" isDesk={isDesk} onDone={onDone} />);

  const said = await goBack("接着找 今天结束的那一回", "接着找", "其实还没找到");

  expect([said, sent]).toEqual([expect.stringContaining("等级降回去"), [`/api/elder-pairing/${own}searches/l1/reopen {"reason":"not_found"}`]]);
});

test("a need that is not settled after all says what that changes, and asks why", async () => {
  render(<UnsettleNeed needId="n1" of="9月3日 维修" onDone={onDone} />);

  const said = await goBack("其实没办好 9月3日 维修", "其实没办好", "按错了");

  expect([said, sent]).toEqual([expect.stringContaining("“解决实际问题”少一件"), ['/api/elder-pairing/needs/n1/unsettle {"reason":"slip"}']]);
});

test("who has signed stands by the sheet, with the way back where there is one; where nobody has there is nothing", async () => {
  const sheet = { id: "h1", outgoing: true, incoming: true, elder: false, mayUnsign: ["incoming"] };
  const { container, rerender } = render(<UnsignHandover handover={{ ...sheet, outgoing: false, incoming: false, mayUnsign: [] }} onDone={onDone} />);
  expect(container.textContent).toBe("");
  rerender(<UnsignHandover handover={sheet} onDone={onDone} />);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["原帮扶人已签", "新帮扶人已签撤回签字"]);

  await goBack("撤回签字 新帮扶人", "撤回签字", "其实没签");

  expect(sent).toEqual(['/api/elder-pairing/handovers/h1/unsign {"signer":"incoming","reason":"not_signed"}']);
});

test("until when a visit is put off is said, and that it is no longer is one press and a yes", async () => {
  render(<LiftSnooze elderId="e1" until="2026-09-11" onDone={onDone} />);
  expect(document.body.textContent).toContain("已推后到9月11日（周五），之前不催。");

  await goBack("不推后了", "不推后了");

  expect(sent).toEqual(["/api/elder-pairing/elders/e1/snooze/lift {}"]);
});

test("a way back that is not taken changes nothing", async () => {
  render(<AskOnce verb="划掉" of="问邻居" title="划掉 问邻居" sure="重新做" onConfirm={onDone} />);
  fireEvent.click(screen.getByRole("button", { name: "划掉 问邻居" }));
  const dialog = await screen.findByRole("dialog");

  fireEvent.click(within(dialog).getByRole("button", { name: "关闭" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBe(null));
  expect(isDone).toBe(0);
});
