import type { Actor, Language, Task, TaskContext, TaskState } from "@lianxin/plugin-kit";
import type { Platform } from "../answer-requests/platform.js";
import { readAs, workAs } from "../answer-requests/work-as.js";
import { systemTimer, type Timer } from "../deliver-outbox/timer.js";
import { beat, claimTask, failLost, settleTask, type ClaimedTask } from "./task.repository.js";

/** Milliseconds between looks for tasks of other processes, and between signs of life of one that runs. */
const lookEvery = 5_000;
const beatEvery = 400;

export interface TaskRunner {
  /** Looks at once: called after a commit that left a task. */
  wake(): void;
  /** Ends what a crashed process left, and looks again and again from now on. */
  start(): Promise<void>;
  /** Resolves when nothing waits and nothing runs. */
  settled(): Promise<void>;
  /** Asks what runs to stop, waits for it, and starts nothing more. */
  stop(): Promise<void>;
}

const actorOf = ({ account, person, language }: ClaimedTask): Actor => ({
  accountId: account,
  personId: person,
  isSignedIn: account !== "anonymous",
  language: language as Language,
});
const codeOf = (error: unknown): string => String((error as { readonly code?: unknown }).code ?? "unexpected");

/** Runs plugins' tasks, one at a time in this process: each outlives its request, tells how far it is, and can be stopped. */
export function taskRunner(platform: Platform, onError: (error: unknown, of: { readonly id: string }) => void, timer: Timer = systemTimer): TaskRunner {
  const { lane, database, ports, parts } = platform;
  const tasks = new Map(parts.flatMap(({ plugin, tasks: own }) => own.map((task): [string, Task] => [`${plugin.id}.${task.id}`, task])));
  const stopping = new AbortController();
  let working: Promise<void> | undefined;
  let isWanted = false;
  let stopLooking = (): void => undefined;

  async function perform(claimed: ClaimedTask, told: { progress: string | null }): Promise<TaskState> {
    const plugin = claimed.task.slice(0, claimed.task.indexOf("."));
    const actor = actorOf(claimed);
    const wish = new AbortController();
    const signal = AbortSignal.any([wish.signal, stopping.signal]);
    const tell = (heard: unknown): void => void (told.progress = JSON.stringify(heard));
    const stopBeating = timer.every(beatEvery, () => {
      void beat(lane, claimed.id, ports.clock.now(), told.progress).then(
        (wantsStop) => wantsStop && wish.abort(),
        (error: unknown) => onError(error, claimed),
      );
    });
    const context: TaskContext = {
      signal,
      tell,
      read: (work) => readAs(platform, plugin, work, actor),
      write: (work) => workAs(platform, plugin, work, actor),
      runInWorker: (module, request, { isFinished } = {}) => platform.workers.run(module, request, isFinished ? {} : { signal, onProgress: tell }),
    };
    try {
      await tasks.get(claimed.task)!.run(context, JSON.parse(claimed.input));
      return signal.aborted ? "stopped" : "done";
    } finally {
      stopBeating();
    }
  }

  async function runOne(): Promise<boolean> {
    const claimed = await claimTask(lane, database.kind, ports.clock.now());
    if (!claimed) return false;
    const told = { progress: null };
    const end = await perform(claimed, told).then(
      (state) => ({ state, error: null }),
      (error: unknown) => {
        onError(error, claimed);
        return { state: "failed" as const, error: codeOf(error) };
      },
    );
    await settleTask(lane, claimed.id, { ...end, ...told, endedAt: ports.clock.now() });
    return true;
  }

  async function runAll(): Promise<void> {
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false;
      while (!stopping.signal.aborted && (await runOne()));
    }
  }

  function wake(): void {
    isWanted = true;
    working ??= runAll()
      .catch((error: unknown) => onError(error, { id: "kit.tasks" }))
      .finally(() => void (working = undefined));
  }

  return {
    wake,
    async start() {
      if (database.kind === "sqlite") await failLost(lane, ports.clock.now(), true);
      wake();
      stopLooking = timer.every(lookEvery, () => {
        if (database.kind === "postgres") void failLost(lane, ports.clock.now(), false).catch((error: unknown) => onError(error, { id: "kit.tasks" }));
        wake();
      });
    },
    async settled() {
      while (working) await working;
    },
    async stop() {
      stopping.abort();
      stopLooking();
      while (working) await working;
    },
  };
}
