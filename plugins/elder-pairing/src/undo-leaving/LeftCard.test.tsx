import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { LeftCard } from "./LeftCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const elder = { id: "e1", name: "周桂兰", village: "柳树坡村", state: "deceased", untilOn: "2026-09-03" };
const cadre = (id: string, name: string, unit: string) => ({ id, name, unit, untilOn: "2099-09-10" });
let sent: { readonly path: string; readonly body: unknown }[];
let isDone: number;
beforeEach(() => {
  sent = [];
  isDone = 0;
  vi.stubGlobal("fetch", (address: string, init: { readonly body?: string }) => {
    sent.push({ path: address, body: JSON.parse(init.body ?? "{}") });
    return Promise.resolve(new Response(JSON.stringify({ back: 2, lost: [] }), { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const show = (left: Parameters<typeof LeftCard>[0]["left"], { placeId }: { readonly placeId: string | undefined } = { placeId: "top" }) =>
  render(<LeftCard left={left} placeId={placeId} onDone={async () => void isDone++} />);
const press = (of: ReturnType<typeof within> | typeof screen, name: string) => fireEvent.click(of.getByRole("button", { name }));

test("nobody left is no card, and whoever has no place may bring back no cadre", () => {
  show({ elders: [], cadres: [] });
  const nothing = document.querySelector("section");
  cleanup();
  show({ elders: [elder], cadres: [cadre("c1", "刘敏", "县医院")] }, { placeId: undefined });

  expect(nothing).toBeNull();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["周桂兰（柳树坡村）：去世恢复"]);
});

test("an elder comes back only after one was told what returns and what does not", async () => {
  show({ elders: [elder], cadres: [] });
  press(screen, "恢复 周桂兰");
  const dialog = await screen.findByRole("dialog");
  const asked = [sent.length, dialog.textContent?.includes("回来的"), dialog.textContent?.includes("回不来的")];

  press(within(dialog), "恢复");

  await waitFor(() => expect(isDone).toBe(1));
  expect(asked).toEqual([0, true, true]);
  expect(sent.map(({ path }) => path)).toEqual(["/api/elder-pairing/elders/e1/restore"]);
  expect(screen.getByText(/今天之内可以恢复/)).toBeDefined();
});

test("who leaves a unit on one day is one line, brought back without whoever was taken out, and never nobody", async () => {
  show({ elders: [], cadres: [cadre("c1", "刘敏", "县医院"), cadre("c2", "陈芳", "县财政局"), cadre("c3", "李霞", "县医院")] });
  expect(screen.getAllByRole("listitem").length).toBe(2);
  expect(screen.queryByText(/今天之内可以恢复/)).toBeNull();
  press(screen, "恢复 县医院");
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getByLabelText("刘敏"));
  fireEvent.click(within(dialog).getByLabelText("李霞"));
  await within(dialog).findByText("请至少选一位");
  fireEvent.click(within(dialog).getByLabelText("李霞"));

  press(within(dialog), "恢复");

  await waitFor(() => expect(sent).toEqual([{ path: "/api/elder-pairing/places/top/cadres/restore", body: { cadreIds: ["c3"] } }]));
});
