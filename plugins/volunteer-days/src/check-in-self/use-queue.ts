import { useEffect, useState } from "preact/hooks";
import { api } from "../api.js";
import { enqueue, flushQueue, isOffline, readQueue, type Waiting } from "./queue.js";

const send = ({ route, params, body }: Waiting): Promise<unknown> =>
  route === "self"
    ? api("POST /public/sign-ups/:signUpId/:key/check-ins", { params: params as never, body: body as never })
    : api("POST /days/:dayId/check-ins", { params: params as never, body: body as never });
/** How often a phone without a network tries again, in milliseconds. */
const again = 20_000;

/** Sign-ins that wait on this device: how many, and a way to send one that keeps it when there is no network. */
export function useQueue(onSent: () => Promise<unknown>) {
  const [count, setCount] = useState(() => readQueue().length);
  const flush = async () => {
    const before = readQueue().length;
    if (before === 0) return;
    const left = await flushQueue(send);
    setCount(left);
    if (left < before) await onSent();
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
    count,
    /** True when it reached the server, false when it waits on this device. Throws what the server refuses. */
    async sendOrKeep(one: Omit<Waiting, "at">): Promise<boolean> {
      try {
        await send({ ...one, at: 0 });
        await flush();
        return true;
      } catch (error) {
        if (!isOffline(error)) throw error;
        enqueue(one);
        setCount(readQueue().length);
        return false;
      }
    },
  };
}
