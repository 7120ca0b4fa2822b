import { wrapSealed, type Classified } from "@lianxin/plugin-kit";
import { anonymous, Assembly } from "../answer-requests/assemble.js";
import { keyStoreOf } from "../answer-requests/key-store-of.js";
import { wakeAfter, type Platform } from "../answer-requests/platform.js";
import { workAs } from "../answer-requests/work-as.js";
import { describeError, type HttpLog } from "../answer-requests/write-log.js";
import type { RegisteredListener, RunListener } from "../deliver-outbox/deliver-event.js";
import { createOutboxWorker, type OutboxWorker } from "../deliver-outbox/outbox-worker.js";
import { fenced } from "../guard-tables/plugin-handle.js";
import { sealRoot } from "../keep-audit/seal-root.js";
import type { RootSigner } from "../keep-audit/sign-root.js";
import { frozen } from "../run-with-ports.js";
import { createJobRunner, type JobRunner, type RegisteredJob } from "../run-jobs/job-runner.js";
import type { LetterSender } from "../send-letters/sender.js";

export interface BackgroundOptions {
  readonly signer: RootSigner;
  readonly senders: { readonly mail?: LetterSender; readonly sms?: LetterSender };
  readonly log: HttpLog;
  /** Removes what is over of signing in, and answers kept for repeated requests; once an hour. */
  readonly sweep: () => Promise<void>;
}
export interface Background {
  readonly outbox: OutboxWorker;
  readonly jobs: JobRunner;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A listener's name holds over releases: its plugin, the event, and its place among that plugin's listeners of the event. */
function listenersOf({ parts }: Platform): RegisteredListener[] {
  return parts.flatMap(({ plugin, listeners }) =>
    listeners.map((listener, i) => {
      const nth = listeners.slice(0, i).filter((other) => other.event === listener.event).length;
      return { id: `${plugin.id}<${listener.event}${nth > 0 ? `#${nth}` : ""}`, plugin: plugin.id as string, listener };
    }),
  );
}

const runListenerOn =
  (platform: Platform): RunListener =>
  async ({ plugin, listener }, event, { root, hold, records, afterCommit }) => {
    const ground = { root, hold, records, clock: frozen(platform.ports.clock), route: `${plugin} on ${event.topic}`, writes: true, afterCommit };
    await listener.handle(event.payload, new Assembly(platform, ground, anonymous("zh-CN")).contextOf(plugin), { eventId: event.id });
    wakeAfter(platform, { records, afterCommit });
  };

/** What runs without a request: events to listeners, letters, plugins' jobs, and the seal over the audit every minute. */
export function runBackground(platform: Platform, { signer, senders, log, sweep }: BackgroundOptions): Background {
  const { lane, database, ports } = platform;
  const store = keyStoreOf(fenced(database.root, database.kitFence));
  const fail = (error: unknown, of?: { readonly id: string }): void => log.logger.error({ of: of?.id, error: describeError(error) });
  const outbox = createOutboxWorker({
    ...{ lane, database: database.kind, ports, senders, listeners: listenersOf(platform), runListener: runListenerOn(platform), onError: fail },
    open: async (sealed) => (await platform.sealer.openMany([wrapSealed(sealed) as Classified], store))[0],
  });
  const own: readonly RegisteredJob[] = [
    {
      id: "kit.seal-audit",
      plugin: "kit",
      job: { id: "seal-audit", every: "@every 60", run: () => lane.run(async ({ db }) => void (await sealRoot(db, ports, signer))) },
    },
    { id: "kit.sweep-sign-in", plugin: "kit", job: { id: "sweep-sign-in", every: "@every 3600", run: sweep } },
  ];
  const jobs = createJobRunner({
    ...{ lane, database: database.kind, ports, onError: fail },
    jobs: [
      ...own,
      ...platform.parts.flatMap(({ plugin, jobs: list }) => list.map((job) => ({ id: `${plugin.id}.${job.id}`, plugin: plugin.id as string, job }))),
    ],
    runJob: ({ plugin, job }) => (plugin === "kit" ? job.run(undefined) : workAs(platform, plugin, (ctx) => job.run(ctx))),
  });
  return {
    outbox,
    jobs,
    async start() {
      await outbox.start();
      await jobs.start();
    },
    async stop() {
      await jobs.stop();
      await outbox.stop();
    },
  };
}
