import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { VisitLines, type PastVisit } from "../read-past/VisitLines.js";
import { RaisedCard } from "./RaisedCard.js";
import { RunningAlerts } from "./RunningAlerts.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
let sent: { readonly path: string; readonly body: unknown }[];
let isDone: number;
beforeEach(() => {
  sent = [];
  isDone = 0;
  vi.stubGlobal("fetch", (address: string, init: { readonly body?: string }) => {
    sent.push({ path: address, body: JSON.parse(init.body ?? "{}") });
    return Promise.resolve(new Response(JSON.stringify({ kept: 0, elders: 312 }), { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const done = async () => void isDone++;
const press = (of: ReturnType<typeof within> | typeof screen, name: string) => fireEvent.click(of.getByRole("button", { name }));
/** Opens the dialog, tries without a reason, then gives one. */
async function goBack(button: string, verb: string, reason: string): Promise<string> {
  press(screen, button);
  const dialog = await screen.findByRole("dialog");
  const told = dialog.textContent ?? "";
  press(within(dialog), verb);
  await within(dialog).findByRole("alert");
  expect(sent).toEqual([]);
  fireEvent.click(within(dialog).getByLabelText(reason));
  press(within(dialog), verb);
  await waitFor(() => expect(isDone).toBe(1));
  return told;
}

test("one's own visit of today is taken back with why, after what follows was said; of others there is no such button", async () => {
  const told = { mode: "home", isSeen: true, condition: "normal", wrong: [], words: null, childContact: null, confirmedBy: null, by: "刘敏" };
  const visits: PastVisit[] = [
    { id: "v2", visitedOn: "2026-09-03", ...told, mayUndo: true },
    { id: "v1", visitedOn: "2026-08-03", ...told, mayUndo: false },
  ];
  render(<VisitLines visits={visits} onDone={done} />);
  expect(screen.getAllByRole("button").length).toBe(1);

  const said = await goBack("撤回 9月3日（周四） 上门", "撤回", "记了两遍");

  expect(said).toMatch(/应访重新等着.*等级降回去.*一起撤回/);
  expect(sent).toEqual([{ path: "/api/elder-pairing/mine/visits/v2/undo", body: { reason: "twice" } }]);
});

test("what raised a level stands with its days, and is ended with why", async () => {
  render(<RaisedCard raised={[{ id: "t1", kind: "hospital", onDay: "2026-09-03", untilOn: "2026-10-03" }]} onDone={done} />);
  expect(screen.getByRole("listitem").textContent).toContain("住院：9月3日（周四）起，到10月3日（周六）");

  await goBack("结束升级 住院", "结束升级", "没有这回事");

  expect(sent).toEqual([{ path: "/api/elder-pairing/triggers/t1/end", body: { reason: "not_so" } }]);
});

test("an alert that runs says where and for how many, and is ended with why; where none runs there is nothing", async () => {
  const { container, rerender } = render(<RunningAlerts alerts={[]} onDone={done} />);
  expect(container.textContent).toBe("");
  rerender(<RunningAlerts alerts={[{ id: "a1", kind: "heat", place: "示例县", onDay: "2026-09-03", untilOn: "2026-09-10", elders: 312 }]} onDone={done} />);
  expect(screen.getByRole("listitem").textContent).toContain("高温预警 示例县：9月3日（周四）起，到9月10日（周四），升级 312 位");

  const said = await goBack("结束 高温预警 示例县", "结束", "选错了地方或人");

  expect(said).toContain("因它升级的 312 位老人等级回到原来");
  expect(sent).toEqual([{ path: "/api/elder-pairing/alerts/a1/end", body: { reason: "wrong" } }]);
});
