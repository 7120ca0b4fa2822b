import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { Alternatives } from "./Alternatives.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
const because = { sameVillage: true, sameTown: true, sameDialect: true, metres: 0, knows: false, isPinned: false };
const alternatives = [{ cadreId: "c1", name: "陈芳", unit: "县医院", because, costMore: 0, others: [] }];
beforeEach(() => void vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}", { headers: { "content-type": "application/json" } }))));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test.each([
  ["A 角", "新的A 角要双方重新同意", "换好了，等双方确认"],
  ["B 角", "今天起陈芳就是B 角，不再等双方确认", "换好了，今天起生效"],
])("another %s is asked about once more with what follows, which is said when it is done", async (role, follows, done) => {
  let isDone = false;
  render(<Alternatives elderId="e1" ask={() => Promise.resolve({ alternatives }) as never} onDone={async () => void (isDone = true)} />);
  fireEvent.click(screen.getByText(role, { selector: "button, button *, label, label *" }));
  fireEvent.click(screen.getByRole("button", { name: zhCN["elder.ask"] }));
  fireEvent.click(await screen.findByRole("button", { name: `${zhCN["elder.choose"]} 陈芳` }));
  expect(document.body.textContent).toContain(follows);

  fireEvent.click(screen.getByRole("button", { name: zhCN["elder.choose"] }));

  await waitFor(() => expect(isDone).toBe(true));
  await waitFor(() => expect(document.body.textContent).toContain(done));
});
