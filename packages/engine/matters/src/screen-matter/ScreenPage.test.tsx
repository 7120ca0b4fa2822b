import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import ScreenPage from "./ScreenPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
const matter = { id: "m1", number: "2026-0001", title: "挡土墙", placeName: "和平苑", detail: null, wish: null, warnings: [] };
const sent: unknown[] = [];
beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
  history.replaceState(null, "", "/matters/m1/screen");
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    if (method !== "GET") sent.push(JSON.parse(String(body)));
    const answer = address.endsWith("/similar")
      ? { similar: [] }
      : address.includes("tab=")
        ? { matters: [] }
        : method === "GET"
          ? matter
          : { state: "accepted" };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});
afterEach(cleanup);

async function open(): Promise<void> {
  render(
    <LocationProvider>
      <Router>{[<Route key="screen" path="/matters/:id/screen" component={ScreenPage} />]}</Router>
    </LocationProvider>,
  );
  await screen.findByRole("button", { name: "前六条都是" });
}
const choose = (name: string, at = 0) => fireEvent.click(screen.getAllByRole("radio", { name })[at]!);
const decide = () => fireEvent.click(screen.getByRole("button", { name: "定下审查结果" }));

test("what is left open is not sent, and a no is sent as a no", async () => {
  await open();
  choose("否", 0);
  choose("退回");
  fireEvent.input(screen.getByLabelText(/^原因/), { target: { value: "一家一户的事" } });
  decide();

  await waitFor(() => expect(sent).toMatchObject([{ answers: { isPublic: false }, outcome: "returned" }]));
  expect(Object.keys((sent[0] as { answers: object }).answers)).toEqual(["isPublic"]);
});

test("six conditions are met with one press, and then acceptance needs no words", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "前六条都是" }));
  choose("通过");
  decide();

  await waitFor(() => expect(sent).toHaveLength(1));
  const { answers } = sent[0] as { answers: Record<string, boolean> };
  expect(Object.values(answers)).toEqual(Array(6).fill(true));
  expect(answers).not.toHaveProperty("usesMaintenanceFund");
});
