import { createHmac } from "node:crypto";
import type { Clock } from "@lianxin/plugin-kit";
import { checkNumber } from "./check-address.js";
import { DeliveryFailure } from "./delivery-failure.js";
import type { SmsSender } from "./sender.js";

export interface HttpSmsOptions {
  readonly url: string;
  /** What the gateway wants with each request, its key for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Signs `timestamp.body` with HMAC-SHA256 into x-lianxin-signature (hex). */
  readonly signingSecret?: string;
  /** Milliseconds for the whole request; 15 s. */
  readonly timeout?: number;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
}

const retryableStatuses = new Set([408, 425, 429]);

function headersOf({ headers = {}, signingSecret, clock }: HttpSmsOptions, id: string, body: string): Record<string, string> {
  const timestamp = clock.now();
  const signed = signingSecret
    ? { "x-lianxin-timestamp": timestamp, "x-lianxin-signature": createHmac("sha256", signingSecret).update(`${timestamp}.${body}`).digest("hex") }
    : {};
  return { ...headers, ...signed, "content-type": "application/json", "idempotency-key": id };
}

/**
 * Sends text messages by POSTing {"id","to","text"} as JSON to a gateway. Redirects are not followed, because they would carry the number
 * elsewhere. 2xx is taken; 408, 425, 429, 5xx, a time-out and a lost connection are tried again; everything else is permanent.
 */
export function createHttpSmsSender(options: HttpSmsOptions): SmsSender {
  const { url, timeout = 15_000, fetch: request = fetch } = options;
  return {
    async send({ id, to, text }) {
      const body = JSON.stringify({ id, to: checkNumber(to.address), text });
      const sent = { method: "POST", body, headers: headersOf(options, id, body), redirect: "manual", signal: AbortSignal.timeout(timeout) } as const;
      const answer = await request(url, sent).catch((error: unknown) => {
        throw new DeliveryFailure((error as Error).name === "TimeoutError" ? "TIMEOUT" : "UNREACHABLE", true, error);
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new DeliveryFailure(`HTTP ${answer.status}`, answer.status >= 500 || retryableStatuses.has(answer.status));
    },
  };
}
