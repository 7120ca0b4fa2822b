import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { Classified } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { afterEach, expect, test } from "vitest";
import { seededRandom } from "../keep-secrets/test-keys.js";
import { clockFrom, idMaker } from "../run-with-ports.js";
import { createHttp, type HttpOptions } from "./create-http.js";
import { createLog } from "./write-log.js";

const open = { config: { policy: { may: "anyone", at: "none" } } } as const;
const random = seededRandom(3);
const clock = clockFrom(() => Date.UTC(2026, 8, 9), "Asia/Shanghai");
const ports = { clock, random, stopwatch: { elapsed: () => 0 }, newId: idMaker(clock, random) };
let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function anHttp(more: Partial<HttpOptions> = {}) {
  const lines: string[] = [];
  const kept = new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) });
  const log = createLog("info", kept);
  const http = await createHttp({ ports, log, secure: false, requestsPerMinute: 600, ...more });
  closing.push(() => http.close());
  return { http, log, lines };
}

test("a route without a policy refuses the start, whichever way it comes in", async () => {
  const { http } = await anHttp();
  http.get("/bare", async () => "bare");

  await expect(http.ready()).rejects.toThrow("The route GET /bare has no policy.\nMaybe add config: { policy: { may, at } }.");

  const { http: other } = await anHttp();
  await other.register(async (scope) => void scope.post("/hidden", async () => "hidden"));

  await expect(other.ready()).rejects.toThrow("The route POST /hidden has no policy");
});

test("what Fastify leaves open is closed: deadlines, strangers' headers, text bodies", async () => {
  const { http } = await anHttp();
  http.post("/in", open, async () => ({ ok: true }));
  http.get("/ip", open, async ({ ip }) => ({ ip }));
  await http.ready();

  const { requestTimeout, keepAliveTimeout, timeout } = http.server;
  const text = await http.inject({ method: "POST", url: "/in", headers: { "content-type": "text/plain" }, payload: "x" });
  const large = await http.inject({ method: "POST", url: "/in", payload: { x: "x".repeat(1_100_000) } });
  const spoofed = await http.inject({ url: "/ip", headers: { "x-forwarded-for": "198.51.100.7" } });

  expect({ requestTimeout, keepAliveTimeout, timeout }).toEqual({ requestTimeout: 30_000, keepAliveTimeout: 10_000, timeout: 60_000 });
  expect([text.statusCode, large.statusCode]).toEqual([415, 413]);
  expect(spoofed.json()).toEqual({ ip: "127.0.0.1" });
});

test("a request that never ends is cut off", { timeout: 20_000 }, async () => {
  const { http } = await anHttp();
  http.server.requestTimeout = 300;
  http.server.headersTimeout = 200;
  (http.server as unknown as { connectionsCheckingInterval: number }).connectionsCheckingInterval = 100;
  await http.listen({ port: 0, host: "127.0.0.1" });
  const socket = connect((http.server.address() as AddressInfo).port, "127.0.0.1");
  const answers = new Promise<string>((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (part) => (text += part));
    socket.on("close", () => resolve(text));
    socket.on("error", () => resolve(text));
  });

  socket.write("GET / HTTP/1.1\r\nhost: x\r\nx-slow: ");

  await expect(answers).resolves.toMatch(/^(HTTP\/1.1 408 |$)/);
});

test("a shape that cannot be compiled fails its own request, not its neighbours'", async () => {
  const { http } = await anHttp();
  http.post("/broken", { ...open, schema: { body: { type: "object", properties: { a: { type: "nothing" } } } } }, async () => ({}));
  http.post("/whole", { ...open, schema: { body: Type.Object({ a: Type.Integer() }), response: { 200: Type.Object({ b: Type.Integer() }) } } }, async () => ({
    b: 1,
    secret: "x",
  }));
  await http.ready();

  const send = (url: string, payload: object) => http.inject({ method: "POST", url, payload });
  const [broken, whole, wrong] = [await send("/broken", {}), await send("/whole", { a: 1 }), await send("/whole", { a: "1", more: true })];

  expect(broken.statusCode).toBe(500);
  expect(whole.json()).toEqual({ b: 1 });
  expect(wrong.statusCode).toBe(400);
});

test("the log has patterns and counts, never the address itself, and classified values print as their class", async () => {
  const { http, log, lines } = await anHttp();
  http.get("/people/:id", open, async () => ({ ok: true }));
  await http.ready();

  await http.inject({ url: "/people/19900001234?token=secret", headers: { "user-agent": "x\r\nInjected: 1" } });
  log.logger.info({ phone: new Classified("lx1.contact.p.t/c/r.AAAA", "contact", "p"), name: "a\r\nb" });
  log.troubled(new Error("boom"));

  expect(lines.map((line) => line.trimEnd().split("\n").length)).toEqual([1, 1, 1]);
  expect(JSON.parse(lines[0]!)).toMatchObject({ method: "GET", route: "/people/:id", status: 200 });
  expect(lines.join("")).not.toMatch(/19900001234|secret|lx1\.contact/);
  expect(JSON.parse(lines[1]!)).toMatchObject({ phone: "[contact]" });
});
