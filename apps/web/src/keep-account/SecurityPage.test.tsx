import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../texts/zh-CN.js";
import SecurityPage from "./SecurityPage.js";

addTexts({ "zh-CN": zhCN });
const at = "2026-09-01T01:00:00.000Z";
const sent: { readonly route: string; readonly body: unknown }[] = [];
let account: object;
let refusal: object | undefined;
beforeEach(() => {
  sent.length = 0;
  refusal = undefined;
  account = {
    ways: [
      { kind: "mail", isVerified: true },
      { kind: "phone", isVerified: false },
    ],
    hasPassword: true,
    isFresh: false,
  };
  vi.stubGlobal("fetch", (address: string, request: RequestInit) => {
    if (request.method !== "GET") sent.push({ route: `${request.method} ${address}`, body: request.body ? JSON.parse(String(request.body)) : undefined });
    if (address === "/api/account") return Promise.resolve(new Response(JSON.stringify(account)));
    if (address === "/api/sessions")
      return Promise.resolve(
        new Response(
          JSON.stringify({
            sessions: [
              { id: "s2", createdAt: at, usedAt: at, isThis: false },
              { id: "s1", createdAt: at, usedAt: at, isThis: true },
            ],
          }),
        ),
      );
    return Promise.resolve(new Response(JSON.stringify(refusal ?? { ok: true }), { status: refusal ? 401 : 200 }));
  });
});
afterEach(cleanup);
const open = async () => {
  render(<SecurityPage />);
  await screen.findByText("邮箱（验证过）");
};
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

test("says the ways in, this device first, and signs another one out", async () => {
  await open();

  expect(screen.getByText("手机号（还没用过）")).toBeTruthy();
  const devices = within(screen.getByRole("region", { name: "登录着的设备" }));
  expect(devices.getAllByRole("listitem").map((line) => line.textContent!.slice(0, 4))).toEqual(["这台设备", "另一台设"]);
  fireEvent.click(devices.getByRole("button", { name: /^让 .* 登录的设备退出$/ }));

  await waitFor(() => expect(sent).toEqual([{ route: "DELETE /api/sessions/s2", body: undefined }]));
});

test("signs all others out only after it was confirmed", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "退出其他设备" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(sent).toEqual([]);

  fireEvent.click(dialog.getByRole("button", { name: "退出其他设备" }));

  await waitFor(() => expect(sent.map(({ route }) => route)).toEqual(["POST /api/sessions/end-others"]));
});

test("changes the password with the old one, and shows a refusal at its field", async () => {
  await open();
  refusal = { code: "kit.passwordInvalid", message: "账号或密码不对", remedy: "请核对", field: "body.before" };
  type("原来的密码", "wrong");
  type("新密码", "tin roof 8 ducks");

  fireEvent.click(screen.getByRole("button", { name: "换密码" }));

  await screen.findAllByText(/账号或密码不对/);
  expect(sent).toEqual([{ route: "POST /api/account/password", body: { password: "tin roof 8 ducks", before: "wrong" } }]);
});

test("right after signing in no old password is asked for; much later without one, the way to prove oneself is said", async () => {
  account = { ways: [{ kind: "mail", isVerified: true }], hasPassword: false, isFresh: true };
  await open();
  type("新密码", "tin roof 8 ducks");
  fireEvent.click(screen.getByRole("button", { name: "设密码" }));
  await waitFor(() => expect(sent.at(-1)?.body).toEqual({ password: "tin roof 8 ducks" }));
  cleanup();

  account = { ways: [{ kind: "mail", isVerified: true }], hasPassword: false, isFresh: false };
  await open();

  expect(screen.queryByLabelText("新密码")).toBeNull();
  expect(screen.getByText(/十分钟内回到这里设密码/)).toBeTruthy();
});
