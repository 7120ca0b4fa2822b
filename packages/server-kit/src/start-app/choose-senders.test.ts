import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { seededRandom } from "../keep-secrets/test-keys.js";
import { clockFrom, idMaker } from "../run-with-ports.js";
import { chooseSenders } from "./choose-senders.js";
import { readEnvironment } from "./read-environment.js";

const clock = clockFrom(() => Date.parse("2026-09-09T07:00:00.000Z"), "Asia/Shanghai");
const random = seededRandom(3);
const ports = { clock, random, stopwatch: { elapsed: () => 0 }, newId: idMaker(clock, random) };
const aMessage = { id: "0199", to: { name: "莲", address: "19900000001" }, subject: "", text: "验证码 123456" };

async function aGateway() {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    asked.push({ headers: request.headers, body });
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send` };
}

test("a code goes to the SMS gateway with the headers and the signature that the environment names", async () => {
  const { asked, url } = await aGateway();
  const variables = { LIANXIN_SMS: url, LIANXIN_SMS_HEADERS: '{"authorization":"Bearer k"}', LIANXIN_SMS_SECRET: "s" };
  const { sms, forSignIn, isShown } = chooseSenders(readEnvironment(variables, "/srv"), ports, () => undefined);

  await sms!.send(aMessage);
  await forSignIn.sms.send(aMessage);

  const signature = createHmac("sha256", "s").update(`2026-09-09T07:00:00.000Z.${asked[0]!.body}`).digest("hex");
  expect(asked).toHaveLength(2);
  expect(isShown).toEqual({ mail: true, sms: false });
  for (const { headers } of asked) expect(headers).toMatchObject({ authorization: "Bearer k", "x-lianxin-signature": signature });
});

test("without a secret nothing is signed", async () => {
  const { asked, url } = await aGateway();

  await chooseSenders(readEnvironment({ LIANXIN_SMS: url }, "/srv"), ports, () => undefined).sms!.send(aMessage);

  expect(Object.keys(asked[0]!.headers).filter((name) => name.startsWith("x-lianxin") || name === "authorization")).toEqual([]);
});

test.each(["Bearer k-canary", "[]", '{"a b":"k-canary"}', '{"key":7}', '{"key":"k-canary\\r\\nx: y"}', "null"])(
  "headers that are no JSON object of names and texts refuse the start, and are not repeated: %s",
  (text) => {
    const read = () => readEnvironment({ LIANXIN_SMS_HEADERS: text }, "/srv");

    expect(read).toThrow("LIANXIN_SMS_HEADERS is no JSON object");
    expect(read).not.toThrow("k-canary");
  },
);
