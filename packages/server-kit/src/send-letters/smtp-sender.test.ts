import { createServer, type AddressInfo, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openTestOutbox } from "../deliver-outbox/test-outbox.js";
import type { OpenLetter } from "./sender.js";
import { createSmtpSender, type SmtpOptions } from "./smtp-sender.js";
import { openTestSmtp } from "./test-smtp.js";

const evil = "\r\nBcc: evil@example.test\r\nX-Evil: 1";
const aLetter = (changes: Partial<OpenLetter> = {}): OpenLetter => ({
  id: "0199",
  to: { name: "莲", address: "b@example.test" },
  subject: "通知",
  text: "请您参加。",
  ...changes,
});
const to = (name: string, address: string) => aLetter({ to: { name, address } });
const senderTo = (port: number, changes: Partial<SmtpOptions> = {}) =>
  createSmtpSender({ host: "127.0.0.1", port, allowPlain: true, from: { name: "莲心", address: "no-reply@lianxin.test" }, timeout: 5_000, ...changes });
async function smtp(answer?: () => number) {
  const server = await openTestSmtp(answer);
  onTestFinished(server.close);
  return server;
}

test("an invitation arrives with its calendar, its method and a stable Message-ID", async () => {
  const { port, received } = await smtp();

  await senderTo(port).send(aLetter({ calendar: { method: "REQUEST", ics: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n" } }));

  expect(received[0]?.to).toEqual(["b@example.test"]);
  expect(received[0]?.mail).toMatchObject({ subject: "通知", messageId: "<0199@lianxin.test>" });
  expect(received[0]?.raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i);
});

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("a document arrives with its name, its kind and every byte", async () => {
  const { port, received } = await smtp();
  const bytes = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 256));

  await senderTo(port).send(aLetter({ file: { name: "会议纪要.docx", type: docx, bytes } }));

  const [file] = received[0]!.mail.attachments;
  expect([file!.filename, file!.contentType, Buffer.compare(file!.content, bytes)]).toEqual(["会议纪要.docx", docx, 0]);
});

const positions: Record<string, readonly [OpenLetter, Partial<SmtpOptions>?]> = {
  "the subject": [aLetter({ subject: `x${evil}` })],
  "the subject, bare LF": [aLetter({ subject: "x\nBcc: evil@example.test\nX-Evil: 1" })],
  "the subject, bare CR": [aLetter({ subject: "x\rBcc: evil@example.test\rX-Evil: 1" })],
  "the receiver's name": [to(`B${evil}`, "b@example.test")],
  "the receiver's address": [to("B", `b@example.test${evil}`)],
  "a list in the address": [to("B", "b@example.test, evil@example.test")],
  "an address in the name": [to('x@example.test, y" <evil@example.test>', "b@example.test")],
  "the sender's name": [aLetter(), { from: { name: `A${evil}`, address: "a@example.test" } }],
  "the reply address": [aLetter(), { replyTo: `r@example.test${evil}` }],
  "the id": [aLetter({ id: `1${evil}` })],
  "the calendar's method": [aLetter({ calendar: { method: `REQUEST${evil}` as "REQUEST", ics: "BEGIN:VCALENDAR" } })],
  "the document's name": [aLetter({ file: { name: `a.docx${evil}`, type: "application/octet-stream", bytes: new Uint8Array(3) } })],
  "the document's kind": [aLetter({ file: { name: "a.docx", type: `application/octet-stream${evil}`, bytes: new Uint8Array(3) } })],
  "the calendar's text": [aLetter({ calendar: { method: "REQUEST", ics: `BEGIN:VCALENDAR${evil}` } })],
};
for (const [position, [letter, changes]] of Object.entries(positions))
  test(`no header is smuggled in through ${position}`, async () => {
    const { port, received } = await smtp();

    const code = await senderTo(port, changes)
      .send(letter)
      .then(
        () => "sent",
        (error: { code: string }) => error.code,
      );

    expect(code).toMatch(/^(sent|INVALID_ADDRESS|INVALID_METHOD)$/);
    expect(received).toHaveLength(code === "sent" ? 1 : 0);
    for (const { to: envelope, mail } of received) {
      expect(envelope).toEqual(["b@example.test"]);
      expect([mail.headers.has("bcc"), mail.headers.has("x-evil")]).toEqual([false, false]);
    }
  });

test("a 451 is tried again, a 550 is permanent", async () => {
  let code = 451;
  const { port } = await smtp(() => code);
  const sender = senderTo(port);

  const early = sender.send(aLetter());
  await expect(early).rejects.toMatchObject({ code: "EMESSAGE 451", isRetryable: true });
  code = 550;

  await expect(sender.send(aLetter())).rejects.toMatchObject({ code: "EMESSAGE 550", isRetryable: false });
});

test("a server that never greets is given up after the time-out and tried again", async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => {
    sockets.forEach((s) => s.destroy());
    silent.close();
  });

  const sent = senderTo((silent.address() as AddressInfo).port, { timeout: 300 }).send(aLetter());

  await expect(sent).rejects.toMatchObject({ code: "ETIMEDOUT", isRetryable: true });
});

test("a worker that dies after the 250 sends the letter again under the same Message-ID", async () => {
  const { port, received } = await smtp();
  const outbox = await openTestOutbox();
  onTestFinished(outbox.close);
  const mail = senderTo(port);
  await outbox.put(outbox.aMail("b@example.test"));
  let laneIsGone = false;
  const dying = { ...outbox.lane, run: ((work) => (laneIsGone ? Promise.reject(new Error("killed")) : outbox.lane.run(work))) as typeof outbox.lane.run };

  await outbox.worker({ lane: dying, senders: { mail: { send: (l) => mail.send(l).then(() => void (laneIsGone = true)) } } }).deliverDue();
  outbox.advance(200_000);
  await outbox.worker({ senders: { mail } }).deliverDue();

  expect(received).toHaveLength(2);
  expect(new Set(received.map((r) => r.mail.messageId)).size).toBe(1);
  expect(await outbox.rows()).toMatchObject([{ state: "done", attempts: 2 }]);
});
