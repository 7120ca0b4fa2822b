import type { Job } from "@lianxin/plugin-kit";
import { systemTimer, type Timer } from "../deliver-outbox/timer.js";
import type { DatabaseKind } from "../open-database/columns-to-sql.js";
import type { Ports } from "../ports.js";
import type { WriteLane } from "../write-lane/lane.js";
import { chooseNextRun } from "./choose-next-run.js";
import { claimJobs, registerJob, releaseJobs, renewJobs, settleJob } from "./job.repository.js";

export interface RegisteredJob {
  /** "commitments.remind": unique among all jobs, the same over releases. */
  readonly id: string;
  readonly plugin: string;
  readonly job: Job;
}

export interface JobOptions {
  readonly lane: WriteLane;
  readonly database: DatabaseKind;
  readonly ports: Pick<Ports, "clock">;
  readonly jobs: readonly RegisteredJob[];
  /** Runs a job's work, in transactions of its own. */
  readonly runJob: (job: RegisteredJob) => Promise<void>;
  readonly onError: (error: unknown, job?: RegisteredJob) => void;
  readonly timer?: Timer;
  /** Milliseconds between looks at the table; 10 s. */
  readonly poll?: number;
}

export interface JobRunner {
  /** Writes down the jobs, frees what a crashed process of this file held, and looks at the table from now on. */
  start(): Promise<void>;
  /** Runs each job whose time has come once, however many times were missed; resolves when they are over. */
  tick(): Promise<void>;
  /** Finishes the jobs under way and starts no other. */
  stop(): Promise<void>;
}

const claimLength = 120_000;
const defaultPoll = 10_000;
const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();
const nameOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);

/** Runs plugins' jobs at their times, each in one process only. @throws a sentence when a job's time is not understood. */
export function createJobRunner(options: JobOptions): JobRunner {
  const { lane, database, ports, jobs, onError, timer = systemTimer, poll = defaultPoll } = options;
  const { clock } = ports;
  const nextOf = ({ job }: RegisteredJob): string => chooseNextRun(job.every, clock.now(), clock.zone);
  const running = new Map<string, Promise<void>>();
  let stopPolling = (): void => undefined;
  let isStopped = false;
  jobs.forEach(nextOf);

  async function run(job: RegisteredJob): Promise<void> {
    let lastError: string | null = null;
    const lastRunAt = clock.now();
    try {
      await options.runJob(job);
    } catch (error) {
      lastError = nameOf(error);
      onError(error, job);
    }
    await settleJob(lane, job.id, { lastRunAt, lastError, nextRunAt: nextOf(job) }).catch((error: unknown) => onError(error, job));
  }

  function begin(id: string): Promise<void> {
    const job = jobs.find((j) => j.id === id)!;
    const work = run(job).finally(() => running.delete(id));
    running.set(id, work);
    return work;
  }

  async function tick(): Promise<void> {
    if (isStopped) return;
    const now = clock.now();
    const until = later(now, claimLength);
    const idle = jobs.map((job) => job.id).filter((id) => !running.has(id));
    if (running.size > 0) await renewJobs(lane, [...running.keys()], now, until);
    const due = idle.length > 0 ? await claimJobs(lane, database, idle, now, until) : [];
    await Promise.all(due.map(begin));
  }

  return {
    tick,
    async start() {
      if (database === "sqlite") await releaseJobs(lane);
      for (const job of jobs) await registerJob(lane, job.id, nextOf(job));
      stopPolling = timer.every(poll, () => void tick().catch((error: unknown) => onError(error)));
    },
    async stop() {
      isStopped = true;
      stopPolling();
      await Promise.all(running.values());
    },
  };
}
