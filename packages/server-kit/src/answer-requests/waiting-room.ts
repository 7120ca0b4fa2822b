/** Where requests wait for something to change, in this process. */
export interface WaitingRoom {
  /** Wakes whoever waits for this. */
  wake(topic: string): void;
  /** True when woken, false after so many milliseconds or when the server stops. */
  waitFor(topic: string, milliseconds: number): Promise<boolean>;
  /** Nobody waits any more, and nobody begins to. */
  close(): void;
}

/** O(1) to wait and to leave; waking costs what wait for that topic. */
export function waitingRoom(): WaitingRoom {
  const waiting = new Map<string, Set<(isWoken: boolean) => void>>();
  let isClosed = false;
  return {
    wake(topic) {
      for (const leave of waiting.get(topic) ?? []) leave(true);
    },
    waitFor: (topic, milliseconds) =>
      new Promise((resolve) => {
        if (isClosed) return resolve(false);
        const own = waiting.get(topic) ?? new Set();
        waiting.set(topic, own);
        const leave = (isWoken: boolean) => {
          clearTimeout(timer);
          own.delete(leave);
          if (own.size === 0) waiting.delete(topic);
          resolve(isWoken);
        };
        const timer = setTimeout(() => leave(false), milliseconds);
        own.add(leave);
      }),
    close() {
      isClosed = true;
      for (const own of waiting.values()) for (const leave of own) leave(false);
    },
  };
}
