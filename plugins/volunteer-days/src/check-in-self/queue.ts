import { ApiError, browserPorts } from "@lianxin/web-kit";

/** A call that could not be sent: kept on this device until it can. Each one is the same however often it is sent. */
export interface Waiting {
  readonly route: "self" | "desk";
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly at: number;
}
const place = "lx.volunteer-days.queue";

export function readQueue(): readonly Waiting[] {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? "[]") as readonly Waiting[]) ?? [];
  } catch {
    return [];
  }
}

function write(queue: readonly Waiting[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(queue));
  } catch {
    return;
  }
}

export const enqueue = (one: Omit<Waiting, "at">): void => write([...readQueue(), { ...one, at: browserPorts.now() }]);

/** What the network or a busy server failed is tried again; what was refused is not. */
export const isOffline = (error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);

/**
 * Sends what waits, oldest first, and stops where the network fails; what the server refuses is dropped, as it would be refused again. Gives how many
 * still wait.
 */
export async function flushQueue(send: (one: Waiting) => Promise<unknown>): Promise<number> {
  for (let [one] = readQueue(); one; [one] = readQueue()) {
    try {
      await send(one);
    } catch (error) {
      if (isOffline(error)) break;
    }
    write(readQueue().slice(1));
  }
  return readQueue().length;
}
