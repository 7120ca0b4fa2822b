import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { clockFrom } from "../run-with-ports.js";
import { createHttpSmsSender } from "./http-sms-sender.js";

const clock = clockFrom(() => Date.parse("2026-09-09T07:00:00.000Z"), "Asia/Shanghai");
const aMessage = (address = "19900000001") => ({ id: "0199", to: { name: "莲", address }, subject: "", text: "请您参加。" });

/** A gateway that answers with a status, or not at all. */
async function aGateway(status: number | "silent") {
  const asked: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    asked.push({ url: request.url, headers: request.headers, body });
    if (status !== "silent") response.writeHead(status, { location: "/elsewhere" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return { asked, sender: createHttpSmsSender({ url, signingSecret: "s", headers: { "x-key": "k" }, timeout: status === "silent" ? 300 : 5_000, clock }) };
}

test("a message is posted signed, under a key that stays the same", async () => {
  const { asked, sender } = await aGateway(200);

  await sender.send(aMessage());

  const { headers, body } = asked[0]!;
  expect(JSON.parse(body)).toEqual({ id: "0199", to: "19900000001", text: "请您参加。" });
  expect(headers).toMatchObject({ "x-key": "k", "idempotency-key": "0199", "x-lianxin-timestamp": "2026-09-09T07:00:00.000Z" });
  expect(headers["x-lianxin-signature"]).toBe(createHmac("sha256", "s").update(`2026-09-09T07:00:00.000Z.${body}`).digest("hex"));
});

for (const [status, code, isRetryable] of [
  [503, "HTTP 503", true],
  [429, "HTTP 429", true],
  [400, "HTTP 400", false],
  [307, "HTTP 307", false],
  ["silent", "TIMEOUT", true],
] as const)
  test(`a gateway that answers ${status} gives ${code}, and nothing is asked twice`, async () => {
    const { asked, sender } = await aGateway(status);

    await expect(sender.send(aMessage())).rejects.toMatchObject({ code, isRetryable });

    expect(asked.map((a) => a.url)).toEqual(["/send"]);
  });

test("what is not a number is not sent", async () => {
  const { asked, sender } = await aGateway(200);

  await expect(sender.send(aMessage("1990000\r\n0001"))).rejects.toMatchObject({ code: "INVALID_NUMBER", isRetryable: false });

  expect(asked).toEqual([]);
});
