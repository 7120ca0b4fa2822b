/** Calls again and again until it is told to stop; tests give one that they turn by hand. */
export interface Timer {
  /** `milliseconds` between calls; the answer stops them. */
  every(milliseconds: number, call: () => void): () => void;
}

export const systemTimer: Timer = {
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds);
    return () => clearInterval(timer);
  },
};
