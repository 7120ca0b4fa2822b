import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { ChangeForm } from "./ChangeForm.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
let found: { covered: { elder: string; by: string | null }[]; elsewhere: number };
beforeEach(() => void vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ id: "l1", fromOn: "2026-09-03", ...found })))));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test.each([
  [[{ elder: "周桂兰", by: "陈芳" }], 0, "记下了，9月3日（周四）起：周桂兰由陈芳管"],
  [[{ elder: "周桂兰", by: null }], 0, "记下了，9月3日（周四）起：周桂兰还没有人管"],
  [[{ elder: "周桂兰", by: "陈芳" }], 2, "记下了，9月3日（周四）起：周桂兰由陈芳管，另有 2 位老人在别的地方，由那里安排"],
  [[], 1, "记下了，9月3日（周四）起：另有 1 位老人在别的地方，由那里安排"],
  [[], 0, "记下了，这位现在没有生效的 A 角老人"],
])("a leave of %j and %i elsewhere says %s", async (covered, elsewhere, said) => {
  found = { covered, elsewhere };
  render(<ChangeForm cadre={{ id: "c1" }} onClose={() => undefined} onDone={async () => undefined} />);

  fireEvent.click(screen.getByRole("button", { name: zhCN["cadres.save"] }));

  await waitFor(() => expect(document.body.textContent).toContain(said));
  expect(document.body.textContent).not.toContain("由还没有人管");
});
