import { ApiError } from "@lianxin/web-kit";
import { refused, waiting, type Waiting } from "./queue.js";

/** What the network or a busy server failed is tried again. */
const isOffline = (error: unknown): boolean => !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500;
/** Nothing is wrong with the call: whoever holds the device has to sign in first. */
const isLocked = (error: unknown): boolean => error instanceof ApiError && (error.status === 401 || error.status === 403);

type Send = (one: Waiting) => Promise<unknown>;
/** Why the calls of a route still wait. */
export type Locks = ReadonlyMap<Waiting["route"], unknown>;

async function sendAll(send: Send): Promise<Locks> {
  const locks = new Map<Waiting["route"], unknown>();
  const next = () => waiting.read().find(({ route }) => !locks.has(route));
  for (let one = next(); one; one = next()) {
    try {
      await send(one);
    } catch (error) {
      if (isOffline(error)) break;
      if (isLocked(error)) {
        locks.set(one.route, error);
        continue;
      }
      const { status, code, message, remedy } = error as ApiError;
      const { id, route, params, body, who } = one;
      refused.add({ id, route, params, body, who, status, code, message, remedy });
    }
    waiting.remove(one.id);
  }
  return locks;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Sends what waits in the order it was said, one call at a time, whoever asks and in however many windows; stops where the network fails. What waits for
 * somebody to sign in goes on waiting, what the server refuses is kept to be told.
 */
export function flushQueue(send: Send): Promise<Locks> {
  // Only a page by https has locks over windows.
  const locks = navigator.locks as LockManager | null | undefined;
  const alone = (): Promise<Locks> => (locks ? locks.request("lx.volunteer-days.queue", () => sendAll(send)) : sendAll(send));
  const mine = last.then(alone, alone);
  last = mine.catch(() => undefined);
  return mine;
}
