import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, session } from "@lianxin/web-kit";
import { zhCN } from "../texts/zh-CN.js";
import { DoorsContext } from "../load-doors/doors-context.js";
import SignInPage from "./SignInPage.js";

addTexts({ "zh-CN": zhCN });
const wang = { account: { id: "a1" }, person: { id: "p1", name: "王秀珍" }, roles: [], permissions: [], language: "zh-CN" };
const nobody = { account: null, person: null, roles: [], permissions: [], language: "zh-CN" };
let answers: Record<string, () => [status: number, body: unknown]>;
const asked = vi.fn((address: string, _request: RequestInit) => {
  const [status, body] = answers[address]!();
  return Promise.resolve(new Response(JSON.stringify(body), { status }));
});
const bodies = (address: string) => asked.mock.calls.filter(([to]) => to === address).map(([, request]) => JSON.parse(request.body as string) as unknown);
const show = () =>
  render(
    <LocationProvider>
      <SignInPage />
    </LocationProvider>,
  );
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  asked.mockClear();
  vi.stubGlobal("fetch", asked);
  history.replaceState(null, "", "/sign-in");
  answers = { "/api/session": () => [200, nobody] };
});
afterEach(cleanup);

test("signs in by a code sent to the phone, however the number is written", async () => {
  answers["/api/sign-in/phone-code"] = () => [200, { ok: true }];
  answers["/api/sign-in/phone-code/check"] = () => [200, { ok: true }];
  answers["/api/session"] = () => [200, wang];
  show();
  type("手机号", "+86 199-0000-0001");
  press("发验证码");
  await screen.findByText("如果 19900000001 已登记，短信里有 6 位数字");
  type("验证码", "１２３ ４５６");

  press("登录");

  await waitFor(() => expect(session.value?.person?.name).toBe("王秀珍"));
  expect(bodies("/api/sign-in/phone-code")).toEqual([{ phone: "19900000001" }]);
  expect(bodies("/api/sign-in/phone-code/check")).toEqual([{ phone: "19900000001", code: "123456" }]);
  await waitFor(() => expect(location.pathname).toBe("/"));
});

test("where nothing to send with is set, says that no message comes and where the digits and the link stand", async () => {
  answers["/api/sign-in/phone-code"] = () => [202, { ok: true, isShown: true }];
  answers["/api/sign-in/mail-link"] = () => [202, { ok: true, isShown: true }];
  show();
  type("手机号", "19900000001");
  press("发验证码");

  await screen.findByText(/还没有接短信，验证码不会发到手机/);
  expect(screen.queryByText(/短信里有/)).toBeNull();
  press("邮件链接");
  type("邮箱", "wang@example.com");
  press("发登录链接");

  await screen.findByText(/还没有接邮件服务器，登录链接不会发到邮箱/);
});

test("stays where it was asked for, so that the page wanted comes next", async () => {
  history.replaceState(null, "", "/meetings/7");
  answers["/api/sign-in/password"] = () => [200, { ok: true }];
  answers["/api/session"] = () => [200, wang];
  show();
  press("密码");
  await screen.findByLabelText("手机号或邮箱");
  type("手机号或邮箱", "wang@example.com");
  type("密码", "荷塘月色荷塘月色");

  press("登录");

  await waitFor(() => expect(bodies("/api/sign-in/password")).toEqual([{ identifier: "wang@example.com", password: "荷塘月色荷塘月色" }]));
  expect(location.pathname).toBe("/meetings/7");
});

test("sends a link by mail and says what to do next, without saying whether the address is known", async () => {
  answers["/api/sign-in/mail-link"] = () => [200, { ok: true }];
  show();
  press("邮件链接");
  await screen.findByLabelText("邮箱");
  type("邮箱", " wang@example.com ");

  press("发登录链接");

  expect(await screen.findByText(/^如果 wang@example.com 已登记/)).toBeTruthy();
  press("换邮箱");
  expect(await screen.findByLabelText("邮箱")).toBeTruthy();
});

test("shows the server's refusal and keeps what was typed", async () => {
  answers["/api/sign-in/password"] = () => [
    401,
    { code: "kit.passwordInvalid", message: "账号或密码不对", remedy: "请核对，或用邮件链接、手机验证码登录", rule: "kit.passwordInvalid", requestId: "K7F2" },
  ];
  show();
  press("密码");
  await screen.findByLabelText("手机号或邮箱");
  type("手机号或邮箱", "wang@example.com");
  type("密码", "wrong");

  press("登录");

  expect((await screen.findByRole("alert")).textContent).toContain("账号或密码不对。请核对，或用邮件链接、手机验证码登录");
  expect((screen.getByLabelText("手机号或邮箱") as HTMLInputElement).value).toBe("wang@example.com");
});

test("says so when the browser kept no session", async () => {
  answers["/api/sign-in/password"] = () => [200, { ok: true }];
  show();
  press("密码");
  await screen.findByLabelText("手机号或邮箱");
  type("手机号或邮箱", "wang@example.com");
  type("密码", "荷塘月色荷塘月色");

  press("登录");

  expect((await screen.findByRole("alert")).textContent).toContain("浏览器没有留住登录");
});

test("asks for what is missing before it sends anything", async () => {
  show();

  press("发验证码");

  expect(await screen.findByRole("link", { name: "请填写手机号" })).toBeTruthy();
  expect(asked).not.toHaveBeenCalled();
});

test("leads people without an account to what needs none", () => {
  const page = (path: string, more: object) => ({ path, title: path, ...more });
  const pages = [page("/commitments/slip", { isPublic: true, front: 20 }), page("/matters", {}), page("/matters/report", { isPublic: true, front: 10 })];
  render(
    <LocationProvider>
      <DoorsContext.Provider value={[{ id: "matters", entry: "", pages, cards: [] }]}>
        <SignInPage />
      </DoorsContext.Provider>
    </LocationProvider>,
  );

  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/matters/report", "/commitments/slip"]);
});
