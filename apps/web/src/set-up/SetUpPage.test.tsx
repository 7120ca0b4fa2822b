import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../texts/zh-CN.js";
import SetUpPage from "./SetUpPage.js";

addTexts({ "zh-CN": zhCN });
const asked = vi.fn<(address: string, request: RequestInit) => Promise<Response>>();
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const show = (address = "/set-up?token=t0k3n") => {
  history.replaceState(null, "", address);
  render(
    <LocationProvider>
      <SetUpPage />
    </LocationProvider>,
  );
};
const submit = () => fireEvent.click(screen.getByRole("button", { name: "建好，开始用" }));
beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal("fetch", asked);
  localStorage.clear();
});
afterEach(cleanup);

test("makes the first account from the link and goes on to the two ways to begin", async () => {
  asked.mockReturnValueOnce(json({ ok: true }));
  asked.mockReturnValueOnce(json({ account: { id: "a1" }, person: null, roles: [], permissions: [], language: "zh-CN" }));
  show();
  type("社区名称", "光明路社区");
  type("你的姓名", "王秀珍");
  type("手机号（可不填）", "199 0000 0001");

  submit();

  await waitFor(() => expect(location.pathname).toBe("/first-run"));
  expect(JSON.parse(asked.mock.calls[0]![1].body as string)).toEqual({ token: "t0k3n", community: "光明路社区", name: "王秀珍", phone: "19900000001" });
});

test("asks for one way in at least, a password alone being none", async () => {
  show();
  type("社区名称", "光明路社区");
  type("你的姓名", "王秀珍");
  type("密码（可不填）", "荷塘月色荷塘月色");

  submit();

  expect(await screen.findByRole("link", { name: "手机号和邮箱至少填一个，不然下次登不进来" })).toBeTruthy();
  expect(asked).not.toHaveBeenCalled();
});

test("says what to do when the link was used already", async () => {
  asked.mockReturnValueOnce(
    json(
      {
        code: "kit.linkInvalid",
        message: "这个链接已用过或已过期",
        remedy: "请重新要一个链接",
        field: "body.token",
        rule: "kit.linkInvalid",
        requestId: "K7F2",
      },
      400,
    ),
  );
  show();
  type("社区名称", "光明路社区");
  type("你的姓名", "王秀珍");
  type("手机号（可不填）", "19900000001");

  submit();

  expect((await screen.findByRole("alert")).textContent).toContain("这个链接已用过或已过期。请重新要一个链接");
});

test("says that the address holds no set-up code", () => {
  show("/set-up");

  expect(screen.getByRole("alert").textContent).toContain("地址里没有设置码");
});
