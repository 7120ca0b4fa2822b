import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import type { RefusedVisit } from "../keep-offline/use-visits.js";
import { zhCN } from "../messages/zh-CN.js";
import { RefusedVisits } from "./RefusedVisits.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(cleanup);
const body = { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], words: "摔了一跤", needs: [] } as const;
const refused: RefusedVisit = { id: "refused/me/v1", elderId: "e1", body, why: "还没有明年的节假日" };

test("a visit that was not taken stands with who it was about, what was written and why, and is sent once more or thrown away", async () => {
  const [again, gone]: [RefusedVisit[], string[]] = [[], []];
  render(<RefusedVisits refusals={[refused]} nameOf={() => "周桂兰"} onForget={(id) => gone.push(id)} onAgain={async (one) => again.push(one)} />);
  expect(screen.getByRole("listitem").textContent).toMatch(/周桂兰 · 摔了一跤.*还没有明年的节假日/);

  fireEvent.click(screen.getByRole("button", { name: "再送一次" }));
  fireEvent.click(screen.getByRole("button", { name: "再送一次" }));
  fireEvent.click(screen.getByRole("button", { name: "扔掉这一条" }));

  await waitFor(() => expect(gone).toEqual([refused.id]));
  expect(again).toEqual([refused]);
});

test("where there is no network when it is sent once more, that is said and nothing is lost", async () => {
  const fail = () => Promise.reject(new Error("没有网络"));
  render(<RefusedVisits refusals={[refused]} nameOf={() => undefined} onForget={() => undefined} onAgain={fail} />);

  fireEvent.click(screen.getByRole("button", { name: "再送一次" }));

  await screen.findByRole("alert");
  expect(screen.getByRole("listitem").textContent).toContain("摔了一跤");
});
