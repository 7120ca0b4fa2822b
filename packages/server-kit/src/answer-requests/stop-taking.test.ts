import { connect, type AddressInfo } from "node:net";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { keepDoor } from "./stop-taking.js";

/** Connects at once and speaks when told; resolves to the first line of the answer, or "cut". */
function caller(port: number, path: string) {
  const socket = connect(port, "127.0.0.1");
  const answer = new Promise<string>((resolve) => {
    socket.once("data", (data) => resolve(data.toString().split("\r\n")[0]!));
    socket.once("error", () => resolve("cut"));
    socket.once("close", () => resolve("cut"));
  });
  const connected = new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  return { answer, connected, speak: () => void socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`) };
}

test("who has connected but not spoken when a server stops is told so, who asks whether it lives hears yes, and the port closes", async () => {
  const http = Fastify();
  http.setErrorHandler<Error & { status: number }>((error, _, reply) => reply.code(error.status).send());
  const door = keepDoor(http);
  http.get("/", async () => "here");
  http.get("/healthz", async () => "alive");
  await http.listen({ port: 0, host: "127.0.0.1" });
  const { port } = http.server.address() as AddressInfo;
  const callers = [...Array.from({ length: 20 }, () => caller(port, "/")), caller(port, "/healthz")];
  await Promise.all(callers.map((one) => one.connected));

  const stopped = door.stopTaking();
  for (const one of callers) one.speak();
  const answers = await Promise.all(callers.map((one) => one.answer));
  await stopped;

  expect(answers).toEqual([...Array.from({ length: 20 }, () => "HTTP/1.1 503 Service Unavailable"), "HTTP/1.1 200 OK"]);
  expect([door.isStopping(), await caller(port, "/").answer]).toEqual([true, "cut"]);
});
