import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../texts/zh-CN.js";
import LinkPage from "./LinkPage.js";

addTexts({ "zh-CN": zhCN });
afterEach(cleanup);

test("uses the link at a press only, then goes to Today", async () => {
  const json = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body)));
  const asked = vi.fn((address: string, _request: RequestInit) =>
    json(address === "/api/session" ? { account: { id: "a1" }, person: null, roles: [], permissions: [], language: "zh-CN" } : { ok: true }),
  );
  vi.stubGlobal("fetch", asked);
  history.replaceState(null, "", "/sign-in/link?token=t0k3n");
  render(
    <LocationProvider>
      <LinkPage />
    </LocationProvider>,
  );
  expect(asked).not.toHaveBeenCalled();

  fireEvent.click(screen.getByRole("button", { name: "登录" }));

  await waitFor(() => expect(location.pathname).toBe("/"));
  expect(asked.mock.calls.map(([address, { body }]) => [address, body])).toEqual([
    ["/api/sign-in/mail-link/open", '{"token":"t0k3n"}'],
    ["/api/session", undefined],
  ]);
});
