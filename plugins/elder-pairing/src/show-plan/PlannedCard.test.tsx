import { LocationProvider } from "preact-iso";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { PlannedCard } from "./PlannedCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const because = { sameVillage: true, sameDialect: true, knows: false, metres: 0, isPinned: false };
const who = (name: string, more: object = {}) => ({ name, unit: "县医院", because, was: null, ...more });
const row = (n: number, elder: string, primary: object | null, backup: object | null) => ({ elderId: `e${n}`, elder, village: "河口村", primary, backup });
const rows = [
  row(1, "周桂兰", who("刘敏"), who("陈芳")),
  row(2, "郑玉梅", who("李霞", { because: { ...because, sameVillage: false, metres: 1_200 }, was: "林红" }), who("陈芳")),
  row(3, "张广福", who("林红", { because: { ...because, isPinned: true } }), null),
];
let sent: { readonly path: string; readonly body: unknown }[];
let isChosen: number;
beforeEach(() => {
  sent = [];
  isChosen = 0;
  history.replaceState(null, "", "/elder-pairing/run");
  vi.stubGlobal("fetch", (address: string, init: { readonly body?: string }) => {
    sent.push({ path: address, body: JSON.parse(init.body ?? "{}") });
    const alternatives = [{ cadreId: "c9", name: "吴琴", unit: "县财政局", because, costMore: 200, others: [] }];
    return Promise.resolve(new Response(JSON.stringify({ alternatives }), { headers: { "content-type": "application/json" } }));
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
      <PlannedCard placeId="top" pairs={rows as never} onChosen={async () => void isChosen++} />
    </LocationProvider>,
  );
const elders = () => screen.getAllByRole("link").map(({ textContent }) => textContent);

test("every pair is listed with why, whom it follows and who is missing; the role stands in the head, and in the cell for phones alone", () => {
  show();

  expect(elders()).toEqual(["周桂兰", "郑玉梅", "张广福"]);
  expect(screen.getByText("（原来是林红）")).toBeDefined();
  expect(screen.getByText("还没有")).toBeDefined();
  const words = [...document.querySelectorAll("td")].flatMap((cell) => [...cell.querySelectorAll(".phone-word")].map(({ textContent }) => textContent));
  expect(words).toEqual(["A 角", "B 角", "A 角", "B 角", "A 角", "B 角"]);
});

test.each([
  ["跨村", ["郑玉梅"]],
  ["要换人的", ["郑玉梅"]],
  ["人工指定", ["张广福"]],
  ["没配上的", ["张广福"]],
])("narrowed to %s those alone are listed, and the address keeps it", async (label, left) => {
  show();

  fireEvent.click(within(screen.getByRole("group", { name: "看哪些" })).getByText(label));

  await waitFor(() => expect(elders()).toEqual(left));
  expect(location.search).toContain("show=");
});

test("a pair is found by a part of anybody's name, and where nobody is found it says so", async () => {
  show();
  const box = screen.getByLabelText("老人、干部或村的名字");

  fireEvent.input(box, { target: { value: "李霞" } });
  await waitFor(() => expect(elders()).toEqual(["郑玉梅"]));
  fireEvent.input(box, { target: { value: "没有这个人" } });

  await waitFor(() => expect(screen.queryAllByRole("link")).toEqual([]));
});

test("another cadre is priced in the matching that is looked at, and chosen by hand", async () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "换一位 张广福" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getByRole("button", { name: "看看还能换谁" }));
  fireEvent.click(await within(dialog).findByRole("button", { name: "换成这位 吴琴" }));
  const [question] = await within(dialog).findAllByText(/换成吴琴：现在的A 角今天结束/);
  expect([isChosen, question !== undefined]).toEqual([0, true]);
  fireEvent.click(within(dialog).getByRole("button", { name: "换成这位" }));

  await waitFor(() => expect(isChosen).toBe(1));
  expect(sent).toEqual([
    { path: "/api/elder-pairing/places/top/pairing/alternatives", body: { elderId: "e3", role: "primary" } },
    { path: "/api/elder-pairing/elders/e3/pairs", body: { cadreId: "c9", role: "primary" } },
  ]);
});
