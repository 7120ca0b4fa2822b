import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { ApartCard } from "./ApartCard.js";
import { DeclineMine } from "./DeclineMine.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const pair = { id: "p1", cadreId: "c1", cadre: "刘敏", role: "primary", untilOn: null };
const over = { id: "p0", cadreId: "c0", cadre: "陈芳", role: "primary", untilOn: "2026-09-01" };
const apart = { cadreId: "c0", cadre: "陈芳", kind: "declined", reason: "past", sinceOn: "2026-09-01" };
let sent: { readonly path: string; readonly body: unknown }[];
let isRefused: boolean;
let isDone: number;
beforeEach(() => {
  sent = [];
  isRefused = false;
  isDone = 0;
  vi.stubGlobal("fetch", (address: string, init: { readonly body?: string }) => {
    sent.push({ path: address, body: JSON.parse(init.body ?? "{}") });
    const answer = isRefused ? { code: "elder-pairing.declineLate", message: "已经生效", remedy: "请社区换人" } : {};
    return Promise.resolve(new Response(JSON.stringify(answer), { status: isRefused ? 409 : 200, headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const done = async () => void isDone++;
const show = (pairs: readonly object[], aparts: readonly object[]) =>
  render(<ApartCard elderId="e1" history={{ pairs, apart: aparts } as never} onDone={done} />);
const press = (of: ReturnType<typeof within> | typeof screen, name: string) => fireEvent.click(of.getByRole("button", { name }));

test("where nobody helps and nobody is kept away there is no card, and no verb for a pair that is over", () => {
  show([over], []);
  expect(document.querySelector("section")).toBeNull();
  cleanup();

  show([pair, over], [apart]);

  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["A 角 刘敏：不要再派此人", "可以再配"]);
});

test("a helper is kept away with who says so and a reason that fits them, never without one", async () => {
  show([pair], []);
  press(screen, "A 角 刘敏：不要再派此人");
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getByLabelText("有投诉"));
  await within(dialog).findByLabelText("态度不好");
  press(within(dialog), "不要再派");
  await within(dialog).findByRole("alert");
  expect([sent, within(dialog).queryByLabelText("太远")]).toEqual([[], null]);

  fireEvent.click(within(dialog).getByLabelText("态度不好"));
  press(within(dialog), "不要再派");

  await waitFor(() => expect(isDone).toBe(1));
  expect(sent).toEqual([{ path: "/api/elder-pairing/elders/e1/decline", body: { by: "complaint", cadreId: "c1", reason: "manner" } }]);
});

test("who is kept away is told with why and since when, and may be paired again", async () => {
  show([], [apart]);
  expect(screen.getByRole("listitem").textContent).toContain("陈芳：老人不愿意（以前有过矛盾），9月1日");

  press(screen, "可以再配 陈芳");

  await waitFor(() => expect(isDone).toBe(1));
  expect(sent).toEqual([{ path: "/api/elder-pairing/elders/e1/apart/end", body: { cadreId: "c0" } }]);
});

test("a helper says no to an elder with why, and is told where it is too late", async () => {
  render(<DeclineMine elder={{ id: "e1", name: "周桂兰" }} onDone={done} />);
  press(screen, "不合适 周桂兰");
  const dialog = await screen.findByRole("dialog");
  expect([within(dialog).queryByText("谁说的"), dialog.textContent?.includes("周桂兰：我帮不了")]).toEqual([null, true]);
  fireEvent.click(within(dialog).getByLabelText("太远"));
  isRefused = true;
  press(within(dialog), "不合适");
  await within(dialog).findByText(/已经生效/);
  expect(isDone).toBe(0);

  isRefused = false;
  press(within(dialog), "不合适");

  await waitFor(() => expect(isDone).toBe(1));
  expect(sent.at(-1)).toEqual({ path: "/api/elder-pairing/mine/elders/e1/decline", body: { reason: "far" } });
});
