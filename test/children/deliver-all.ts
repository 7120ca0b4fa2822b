import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLog } from "@lianxin/server-kit";
import type { Running } from "@lianxin/testing";
import { createHttpSmsSender } from "../../packages/server-kit/src/send-letters/http-sms-sender.js";
import { createSmtpSender } from "../../packages/server-kit/src/send-letters/smtp-sender.js";
import { openTestSmtp } from "../../packages/server-kit/src/send-letters/test-smtp.js";
import { runBackground } from "../../packages/server-kit/src/start-app/run-background.js";

/** Delivers all that waits through a real gateway for text messages and a real mail server; gives the texts as they arrived there. */
export async function deliverAll({ app, ports }: Pick<Running, "app" | "ports">): Promise<readonly string[]> {
  const posted: string[] = [];
  const gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => void (posted.push(Buffer.concat(chunks).toString()), response.end()));
  });
  await new Promise<void>((resolve) => void gateway.listen(0, "127.0.0.1", resolve));
  const smtp = await openTestSmtp();
  const sms = createHttpSmsSender({ url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`, clock: ports.clock });
  const mail = createSmtpSender({ host: "127.0.0.1", port: smtp.port, allowPlain: true, from: { name: "莲心", address: "lianxin@example.org" } });
  const signer = { sign: () => "", publicKey: "" };
  const background = runBackground(app.platform, { signer, senders: { mail, sms }, log: createLog("silent"), sweep: async () => undefined });
  await background.outbox.deliverDue();
  await background.stop();
  await smtp.close();
  await new Promise<void>((resolve) => void gateway.close(() => resolve()));
  return [...posted.map((body) => (JSON.parse(body) as { text: string }).text), ...smtp.received.map(({ raw }) => raw)];
}
