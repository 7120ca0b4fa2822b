import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { LadderCard } from "./LadderCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const contact = (relation: string, name: string, phone: string | null) => ({ relation, isAway: false, name, phone });
const card = {
  ...{ isOpen: true, levelNote: null, care: null, notes: {}, phone: "19900000001", address: null, consents: [] },
  contacts: [contact("儿子", "周强", "19900000002"), contact("女儿", "周丽", "19900000003"), contact("邻居", "何秀珍", null)],
};
const taken = ["call", "call_again", "neighbour"].map((step) => ({ id: step, step, at: "2026-09-03T01:00:00.000Z", result: "nobody" }));

test("each of the family is there to call, and that somebody has set out is written down by a press", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (url: string, { body }: { body: string }) => {
    sent.push([url, JSON.parse(body)]);
    return Promise.resolve(new Response("{}"));
  });
  const ladder = { id: "l1", startedAt: "2026-09-03T01:00:00.000Z", steps: taken, next: { step: "family", notBefore: null }, leads: [] };
  render(<LadderCard ladder={ladder} card={card} onDone={async () => undefined} />);

  expect(screen.getAllByRole("link").map((one) => [one.textContent, one.getAttribute("href")])).toEqual([
    ["打 儿子 周强 19900000002", "tel:19900000002"],
    ["打 女儿 周丽 19900000003", "tel:19900000003"],
    ["打 120", "tel:120"],
    ["打 110", "tel:110"],
  ]);
  fireEvent.click(screen.getByRole("button", { name: "120 / 110 已出发" }));
  await waitFor(() => expect(sent).toEqual([["/api/elder-pairing/mine/ladders/l1/steps", { step: "emergency", result: "on_the_way" }]]));
});

test("whoever answers for the place is there to call when somebody has to go to the door, a neighbour with a number when one is asked", () => {
  const leads = [
    { name: "李建平", phone: "19900000088", way: "sms" as const },
    { name: "王秀珍", phone: null, way: "none" as const },
    { name: "赵春梅", phone: "19900000077", way: "mail" as const },
  ];
  const all = [...taken, { id: "family", step: "family", at: "2026-09-03T01:00:00.000Z", result: "nobody" }];
  const own = { ...card, contacts: [contact("邻居", "何秀珍", "19900000004"), contact("儿子", "周强", "19900000002")] };
  const ladder = (steps: typeof taken, step: string) => ({ id: "l1", startedAt: "2026-09-03T01:00:00.000Z", steps, next: { step, notBefore: null }, leads });
  const links = () => screen.getAllByRole("link").map((one) => one.textContent);
  render(<LadderCard ladder={ladder(all, "grid")} card={own} onDone={async () => undefined} />);
  const atDoor = [
    links(),
    [/通知李建平（发短信）、赵春梅（发邮件）；/, /收不到通知，要自己去找：王秀珍（没有登记手机号）。/].every((words) => screen.getByText(words) !== null),
  ];
  cleanup();
  render(<LadderCard ladder={ladder(taken.slice(0, 2), "neighbour")} card={own} onDone={async () => undefined} />);

  expect(atDoor).toEqual([["打 李建平 19900000088", "打 赵春梅 19900000077", "打 120", "打 110"], true]);
  expect(links()).toEqual(["打 邻居 何秀珍 19900000004", "打 120", "打 110"]);
});
