import { cleanup, render, screen } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import VisitPage from "../log-visit/VisitPage.js";
import ElderPage from "./ElderPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
function open(address: string, status: number): void {
  const refusal = { code: "kit.notFound", message: "没有这一页，或者它不归你看", remedy: "" };
  vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(Response.json(refusal, { status })));
  history.replaceState(null, "", address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/elder-pairing/elders/:elderId" component={ElderPage} />
        <Route path="/elder-pairing/mine/:elderId" component={VisitPage} />
      </Router>
    </LocationProvider>,
  );
}

test.each([
  ["/elder-pairing/elders/e1", "/elder-pairing/elders"],
  ["/elder-pairing/mine/e1", "/elder-pairing/mine"],
])("at %s of an elder who is not one's own it says so of both cases, leads to one's own, and offers no useless retry", async (address, own) => {
  open(address, 404);

  expect(await screen.findByRole("heading", { name: "没有这位老人，或者不归你管" })).toBeTruthy();
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([own, "/"]);
  expect(screen.queryByRole("button", { name: "再试一次" })).toBeNull();
});

test("what failed otherwise is tried again", async () => {
  open("/elder-pairing/elders/e1", 500);

  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.getAllByRole("button")).toHaveLength(1);
});
