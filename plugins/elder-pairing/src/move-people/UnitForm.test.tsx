import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { today } from "../api.js";
import { zhCN } from "../messages/zh-CN.js";
import { UnitForm } from "./UnitForm.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
let sent: unknown[];
let found: { cadres: number; alone: number };
beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return Promise.resolve(new Response(JSON.stringify(found)));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});
const leave = async () => {
  render(<UnitForm placeId="p1" units={new Map([["县医院", 3]])} onDone={async () => undefined} />);
  fireEvent.change(screen.getByLabelText("单位"), { target: { value: "县医院" } });
  fireEvent.input(screen.getByLabelText("单位"), { target: { value: "县医院" } });
  fireEvent.click(screen.getByRole("button", { name: "整单位调出" }));
  await screen.findByText(/这个单位的 3 位干部从 .*起都不再帮扶/);
  return screen.getAllByRole("button", { name: "整单位调出", hidden: true }).at(-1)!;
};

test("a unit leaves only after one was asked with how many cadres it concerns, and what is said after it is what was found", async () => {
  found = { cadres: 3, alone: 2 };
  const confirm = await leave();
  expect(sent).toEqual([]);

  fireEvent.click(confirm);

  await waitFor(() => expect(sent).toEqual([{ unit: "县医院", day: today() }]));
  await waitFor(() => expect(document.body.textContent).toContain("3 位干部调出，2 位老人还没有人管"));
});
