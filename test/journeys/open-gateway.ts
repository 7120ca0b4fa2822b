import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A real gateway for text messages that keeps what it is sent. */
export interface Gateway {
  readonly url: string;
  /** Waits for a text to a number that fits, the newest first. */
  waitTo(number: string, fits: RegExp): Promise<string>;
  close(): Promise<void>;
}

export async function openGateway(): Promise<Gateway> {
  const sent: { readonly to: string; readonly text: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      sent.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof sent)[number]);
      response.end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async waitTo(number, fits) {
      for (let tries = 0; ; tries++) {
        const found = sent.filter(({ to, text }) => to.includes(number) && fits.test(text)).at(-1);
        if (found) return found.text;
        if (tries > 300) throw new Error(`No text came to ${number}.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
