import { LocationProvider } from "preact-iso";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import WaitingPage from "./WaitingPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const places = [
  { id: "top", name: "示例县" },
  { id: "v1", name: "柳树坡村" },
];
const pair = (n: number, elder: string) => ({
  ...{ pairId: `p${n}`, elderId: `e${n}`, elder, village: "柳树坡村", cadreId: `c${n}`, cadre: "刘敏", cadreAgreed: true, elderAgreed: false },
});
let asked: URL[];
let sent: { path: string; body: unknown }[];
beforeEach(() => {
  asked = [];
  sent = [];
  history.replaceState(null, "", "/elder-pairing/waiting");
  vi.stubGlobal("fetch", (address: string, init?: { method?: string; body?: string }) => {
    const url = new URL(address, "http://here");
    asked.push(url);
    if (init?.method === "POST") sent.push({ path: url.pathname, body: JSON.parse(init.body!) });
    const answer = url.pathname.endsWith("/tops")
      ? { places: places.slice(0, 1), papers: places }
      : init?.method === "POST"
        ? { pairIds: ["p1"], count: 1 }
        : { pairs: [pair(1, "周桂兰"), pair(2, "吴金花")], count: 150, pageSize: 100 };
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const show = () =>
  render(
    <LocationProvider>
      <WaitingPage />
    </LocationProvider>,
  );

test("a signed list is written down only after one was asked with place, count and names, without whoever was taken out", async () => {
  show();
  fireEvent.click(await screen.findByRole("button", { name: "这 2 位老人都已同意（有名单）" }));
  const dialog = await screen.findByRole("dialog");
  expect(sent).toEqual([]);
  expect(dialog.textContent).toContain("示例县：记下 2 位老人同意？");

  fireEvent.click(within(dialog).getByLabelText("吴金花（柳树坡村）— 刘敏"));
  fireEvent.click(await within(dialog).findByRole("button", { name: "记下 1 对" }));

  await waitFor(() => expect(sent).toEqual([{ path: "/api/elder-pairing/places/top/agree", body: { side: "elder", pairIds: ["p1"] } }]));
});

test("what was written down today is taken back, and the address keeps side, state, place and page", async () => {
  history.replaceState(null, "", "/elder-pairing/waiting?side=cadre&state=today&place=v1&page=1");
  show();
  fireEvent.click(await screen.findByRole("button", { name: "撤回这 2 对干部的同意" }));
  fireEvent.click(await within(await screen.findByRole("dialog")).findByRole("button", { name: "撤回 2 对" }));

  await waitFor(() => expect(sent).toEqual([{ path: "/api/elder-pairing/places/v1/agree/undo", body: { side: "cadre", pairIds: ["p1", "p2"] } }]));
  expect(Object.fromEntries(asked.find(({ pathname }) => pathname.endsWith("/waiting"))!.searchParams)).toEqual({
    ...{ side: "cadre", state: "today", placeId: "v1", from: "100" },
  });
  fireEvent.click(within(screen.getByRole("group", { name: "看哪一方" })).getByText("老人"));
  await waitFor(() => expect(location.search).toBe("?side=elder&state=today&place=v1"));
});
