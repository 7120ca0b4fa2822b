import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "@lianxin/web-kit";
import { api } from "../api.js";
import { flushQueue } from "./flush-queue.js";
import { enqueue, refused, waiting, type Refused, type Waiting } from "./queue.js";

const send = ({ route, params, body }: Pick<Waiting, "route" | "params" | "body">): Promise<unknown> =>
  route === "self"
    ? api("POST /public/sign-ups/:signUpId/:key/check-ins", { params: params as never, body: body as never })
    : api("POST /days/:dayId/check-ins", { params: params as never, body: body as never });
/** How often a phone without a network tries again, and how long somebody waits for an answer before it counts as kept; in milliseconds. */
const [again, patience] = [20_000, 8_000];
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience));

export interface Queue {
  readonly waiting: readonly Waiting[];
  readonly refused: readonly Refused[];
  /** A refusal was read. */
  dismiss(id: string): void;
  /** True when it reached the server, false when it waits on this device. Throws what the server refuses. */
  sendOrKeep(one: Omit<Waiting, "id" | "at">): Promise<boolean>;
}

/** Sign-ins that wait on this device, sent as long as the page is open; `onSent` follows whatever reached the server. */
export function useQueue(onSent: () => Promise<unknown>): Queue {
  const [, redraw] = useState(0);
  const show = () => redraw((n) => n + 1);
  const after = useRef(onSent);
  after.current = onSent;
  const flush = async () => {
    const before = waiting.read();
    if (before.length === 0) return undefined;
    show();
    const locks = await flushQueue(send);
    const left = new Set(waiting.read().map(({ id }) => id));
    show();
    if (before.some(({ id }) => !left.has(id))) await after.current();
    return locks;
  };
  useEffect(() => {
    const go = () => void flush();
    go();
    addEventListener("online", go);
    const timer = setInterval(go, again);
    return () => {
      removeEventListener("online", go);
      clearInterval(timer);
    };
  }, []);
  return {
    waiting: waiting.read(),
    refused: refused.read(),
    dismiss(id) {
      refused.remove(id);
      show();
    },
    async sendOrKeep(one) {
      const id = enqueue(one);
      if (id === undefined) {
        await send(one);
        await after.current();
        return true;
      }
      const locks = await Promise.race([flush(), pause()]);
      const no = refused.read().find((refusal) => refusal.id === id);
      if (no) {
        refused.remove(id);
        show();
        throw new ApiError(no.status, { code: no.code, message: no.message, ...(no.remedy && { remedy: no.remedy }) });
      }
      const isWaiting = waiting.read().some((kept) => kept.id === id);
      if (isWaiting && locks?.has(one.route)) throw locks.get(one.route);
      return !isWaiting;
    },
  };
}
