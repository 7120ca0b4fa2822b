import { beforeEach, expect, test, vi } from "vitest";
import { browserPorts } from "../browser-ports.js";
import { loadSession, mayAnywhere, session, signOut } from "../keep-session/session.js";
import { ApiError } from "./api-error.js";
import { createClient } from "./client.js";

const answer = vi.fn<(address: string, request: RequestInit & { headers: Record<string, string> }) => Promise<Response>>();
const api = createClient<any>("hello") as (route: string, input?: object) => Promise<unknown>;
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const lastRequest = () => answer.mock.lastCall![1];
beforeEach(() => {
  answer.mockReset();
  vi.stubGlobal("fetch", answer);
});

test("sends JSON with the marks that only our own pages can set", async () => {
  answer.mockReturnValue(json({ id: "g1" }));

  const greeting = await api("POST /places/:path/greetings", { params: { path: "p1" }, body: { words: "早上好" }, idempotencyKey: "k1" });

  expect(greeting).toEqual({ id: "g1" });
  expect(answer).toHaveBeenCalledWith("/api/hello/places/p1/greetings", expect.objectContaining({ method: "POST", body: '{"words":"早上好"}' }));
  expect(lastRequest().headers).toMatchObject({ "x-lianxin": "1", "idempotency-key": "k1", "content-type": "application/json", "accept-language": "zh-CN" });
});

test("reads without a body, a key or the mark", async () => {
  answer.mockReturnValue(json({ rows: [] }));

  await api("GET /greetings", { query: { page: 2 } });

  expect(answer.mock.lastCall![0]).toBe("/api/hello/greetings?page=2");
  expect(Object.keys(lastRequest().headers).sort()).toEqual(["accept", "accept-language"]);
});

test("asks to see what is masked only when the reader did", async () => {
  answer.mockImplementation(() => json({}));

  await api("GET /people/:id", { params: { id: "p1" } });
  const usual = lastRequest().headers["x-show"];
  await api("GET /people/:id", { params: { id: "p1" }, asksToSee: true });

  expect([usual, lastRequest().headers["x-show"]]).toEqual([undefined, "1"]);
});

test("makes a key of its own for a POST that was given none, another each time", async () => {
  answer.mockImplementation(() => json({}));

  await api("POST /x");
  const first = lastRequest().headers["idempotency-key"];
  await api("POST /x");

  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(lastRequest().headers["idempotency-key"]).not.toBe(first);
});

test("sends a file as a form, whose type the browser writes", async () => {
  answer.mockReturnValue(json({ rows: 2 }));
  const file = new File(["姓名"], "干部名单.csv");

  await api("POST /imports", { body: file });

  const form = lastRequest().body as unknown as FormData;
  expect((form.get("file") as File).name).toBe("干部名单.csv");
  expect(lastRequest().headers["content-type"]).toBeUndefined();
});

test("throws what the server refused, word for word", async () => {
  const refusal = {
    code: "hello.tooLong",
    message: "太长了",
    remedy: "请写短些",
    field: "body.words",
    rule: "hello.tooLong",
    problems: [{ field: "body.words", rule: "maxLength", message: "最多 50 字" }],
    requestId: "K7F2",
  };
  answer.mockReturnValue(json(refusal, 422));

  const error = await api("POST /greetings").catch((e: unknown) => e as ApiError);

  expect(error).toBeInstanceOf(ApiError);
  expect({ ...(error as ApiError), message: (error as ApiError).message }).toMatchObject({ ...refusal, status: 422 });
});

test("says that there is no network when no answer came, and something plain when the answer is no refusal of ours", async () => {
  answer.mockRejectedValueOnce(new TypeError("fetch failed"));
  const offline = await api("GET /x").catch((e: unknown) => e as ApiError);
  answer.mockReturnValueOnce(Promise.resolve(new Response("<html>Bad gateway</html>", { status: 502 })));
  const gateway = await api("GET /x").catch((e: unknown) => e as ApiError);

  expect(offline).toMatchObject({ status: 0, code: "web.offline", message: "现在没有网，你写的都还在" });
  expect(gateway).toMatchObject({ status: 502, code: "web.unexpected" });
});

const wang = { account: { id: "a1" }, person: { id: "p1", name: "王秀珍" }, roles: [], permissions: ["hello.greet"], language: "zh-CN" };

test("knows who is signed in, and that nobody is after a 401 from anywhere", async () => {
  answer.mockReturnValueOnce(json(wang));
  await loadSession();
  expect([session.value?.person?.name, mayAnywhere("hello.greet"), mayAnywhere("hello.see")]).toEqual(["王秀珍", true, false]);
  answer.mockReturnValueOnce(json({ code: "kit.notSignedIn", message: "还没有登录" }, 401));

  await api("GET /greetings").catch(() => undefined);

  expect([session.value, mayAnywhere("hello.greet")]).toEqual([null, false]);
});

test("takes an answer without an account for nobody", async () => {
  answer.mockReturnValueOnce(json({ account: null, person: null, roles: [], permissions: [], language: "en" }));

  expect(await loadSession()).toBeNull();
});

test("leaves no draft behind when signing out, and stays signed in when the server did not hear it", async () => {
  answer.mockReturnValueOnce(json(wang));
  await loadSession();
  localStorage.setItem("lx.draft.hello", "{}");
  localStorage.setItem("lx.display", "{}");
  answer.mockRejectedValueOnce(new TypeError("fetch failed"));
  await expect(signOut()).rejects.toThrow();
  expect([session.value?.account.id, localStorage.getItem("lx.draft.hello")]).toEqual(["a1", "{}"]);
  answer.mockReturnValueOnce(json({ ok: true }));

  await signOut();

  expect([session.value, localStorage.getItem("lx.draft.hello"), localStorage.getItem("lx.display")]).toEqual([null, null, "{}"]);
});

test("keeps time with the device", () => {
  const before = browserPorts.now();

  expect(browserPorts.now()).toBeGreaterThanOrEqual(before);
});
