import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { shippedPacks } from "../keep-rules/shipped-packs.js";
import PacksPage from "./PacksPage.js";
import { readShareText } from "./CopyForm.js";
import { tellPackFully } from "./tell-pack.js";

beforeEach(loadChinese);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const packs = shippedPacks.map((pack) => tellPackFully({ pack, copyOf: null, isInForce: pack.effective.to === null }));
function open() {
  const server = answering({
    "GET /meetings/packs": { packs },
    "GET /directory/places": { places: [{ id: "p1", kind: "community", name: "光明路社区" }] },
    "GET /meetings/bodies": { bodies: [{ id: "b1", name: "莲心议事会", kind: "deliberation_council", placePath: "/1/", usualMinutes: 90 }] },
    "POST /meetings/packs": { id: "own1" },
    "POST /meetings/bodies": {},
  });
  vi.stubGlobal("fetch", server.fetch);
  render(
    <LocationProvider>
      <PacksPage />
    </LocationProvider>,
  );
  return server;
}
const choose = async (name: RegExp) => {
  const select = await screen.findByLabelText<HTMLSelectElement>("看哪一套");
  select.value = [...select.options].find(({ text }) => name.test(text))!.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};

test("a pack shows its source, its status and the example for forty-five people on both sides of the line", async () => {
  await signIn("meetings.see");
  open();
  await choose(/^村民代表会议（已失效）/);

  expect(await screen.findByText("已核实")).toBeTruthy();
  expect(screen.getByText(/村民委员会组织法 第二十五条 第二十六条，文本日期 2018-12-29/)).toBeTruthy();
  expect(screen.getByText(/45 人：30 人 ✓，29 人 ✗/)).toBeTruthy();
});

test("a pack that is not verified says so at the top and at each of its numbers", async () => {
  await signIn("meetings.see");
  open();
  await choose(/^居民代表会议/);

  expect(await screen.findByText(/没有核对过原文/)).toBeTruthy();
  expect(screen.getByText(/有表决权的人 > 1\/2（不含本数） 未核实/)).toBeTruthy();
});

test("an owners' pack shows heads and area together", async () => {
  await signIn("meetings.see");
  open();
  await choose(/一般事项/);

  expect(await screen.findByText(/专有部分面积 ≥ 2\/3（含本数）/)).toBeTruthy();
  expect(screen.getByText(/4500 ㎡：3000 ㎡ ✓，2999.99 ㎡ ✗/)).toBeTruthy();
});

test("who may arrange makes it theirs: the form begins with the numbers of the pack", async () => {
  await signIn("meetings.see", "meetings.arrange");
  open();

  (await screen.findByRole("button", { name: /改成我们的/ })).click();

  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/到会比例/).value).toBe("≥2/3"));
  expect(screen.getByLabelText<HTMLInputElement>(/通过比例/).value).toBe(">1/2");
});

test("a share is read as it is written by hand, and anything else is not", () => {
  expect([">=2/3", "≥ 2/3", "＞１／２"].map(readShareText)).toEqual([
    { op: "gte", part: 2, whole: 3 },
    { op: "gte", part: 2, whole: 3 },
    { op: "gt", part: 1, whole: 2 },
  ]);
  expect(["三分之二", "2/3", "≥0.5"].map(readShareText)).toEqual([undefined, undefined, undefined]);
});
