import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ApiError } from "@lianxin/web-kit";
import { api } from "../api.js";
import type { SentCommand } from "../run-meeting/meeting-command.js";
import { drop, enqueue, readQueue } from "./command-queue.js";

const atOnce = 50;
const again = 20_000;

export interface Queue {
  readonly waiting: readonly SentCommand[];
  /** Why what waits was not taken, when it was not for the network. */
  readonly error: unknown;
  /** False when this device keeps nothing. */
  add(sent: readonly SentCommand[]): boolean;
  /** Takes back what was not sent yet. */
  forget(id: string): void;
  /** Sends what waits, oldest first; what is refused stays listed at the server, and the rest goes on. Gives why, by command, what was refused just now. */
  flush(): Promise<ReadonlyMap<string, Refusal>>;
}
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export const isOffline = (error: unknown): boolean => error instanceof ApiError && error.status === 0;

/** What was recorded without a network; it goes out when there is one: at once, at the browser's word, and every twenty seconds. */
export function useQueue(meetingId: string, onSent: () => Promise<unknown>): Queue {
  const [waiting, error, isSending] = [useSignal(readQueue(meetingId)), useSignal<unknown>(undefined), useSignal(false)];
  const isWanted = useSignal(false);
  const look = () => void (waiting.value = readQueue(meetingId));
  const sendAll = async (refused: Map<string, Refusal>) => {
    for (let batch = readQueue(meetingId).slice(0, atOnce); batch.length > 0; batch = readQueue(meetingId).slice(0, atOnce)) {
      const { outcomes } = await api("POST /meetings/:meetingId/commands", { params: { meetingId }, body: { commands: batch, keepsRefused: true } });
      for (const { id, refusal } of outcomes) if (refusal) refused.set(id, refusal);
      drop(
        meetingId,
        batch.map(({ id }) => id),
      );
      look();
    }
  };
  const flush = async (refused = new Map<string, Refusal>()): Promise<ReadonlyMap<string, Refusal>> => {
    // Asked while it is at it, once more afterwards: what the network was asked before may have failed just now.
    isWanted.value = isSending.peek();
    if (isSending.peek() || readQueue(meetingId).length === 0) return refused;
    isSending.value = true;
    error.value = undefined;
    await sendAll(refused).then(onSent, (problem: unknown) => void (error.value = isOffline(problem) ? undefined : problem));
    isSending.value = false;
    look();
    return isWanted.peek() ? flush(refused) : refused;
  };
  useEffect(() => {
    look();
    void flush();
    const go = () => void flush();
    window.addEventListener("online", go);
    const timer = setInterval(go, again);
    return () => {
      window.removeEventListener("online", go);
      clearInterval(timer);
    };
  }, [meetingId]);
  const add = (sent: readonly SentCommand[]) => {
    const isKept = enqueue(meetingId, sent);
    look();
    return isKept;
  };
  const forget = (id: string) => {
    drop(meetingId, [id]);
    look();
  };
  return { waiting: waiting.value, error: error.value, add, forget, flush: () => flush() };
}
