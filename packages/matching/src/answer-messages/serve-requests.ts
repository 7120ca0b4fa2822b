import { MatchingError } from "../errors.js";
import type { Steps } from "../steps.js";
import { answerCall, type MatchingReply, type MatchingRequest, type MatchingResult } from "./answer-message.js";

/** A worker's surroundings: how to reply, a stopwatch in milliseconds, and a way to let waiting messages in before going on. */
export interface Surroundings {
  readonly reply: (reply: MatchingReply) => void;
  readonly stopwatch: () => number;
  readonly later: (go: () => void) => void;
}

/** How long to work before messages are let in, and between two reports. */
const SLICE_MS = 15;
const PROGRESS_MS = 50;

/** A call at work; `isCancelled` once somebody has asked to stop it. */
interface Job {
  readonly id: number;
  readonly steps: Steps<MatchingResult>;
  done: number;
  reportedAt: number;
  isCancelled: boolean;
}

/**
 * The handler of a worker's messages. Calls are worked on in slices, so that a cancel is read within one of them, or within a solve where that takes longer; a
 * cancelled call fails with "cancelled".
 */
export function serveRequests(surroundings: Surroundings): (request: MatchingRequest) => void {
  const running = new Map<number, Job>();
  return (request) => {
    if (request.call === "cancel") {
      const job = running.get(request.id);
      if (job !== undefined) job.isCancelled = true;
      return;
    }
    const job: Job = { id: request.id, steps: answerCall(request), done: 0, reportedAt: surroundings.stopwatch(), isCancelled: false };
    running.set(job.id, job);
    workOn(surroundings, running, job);
  };
}

function workOn(surroundings: Surroundings, running: Map<number, Job>, job: Job): void {
  const reply = tryToWork(surroundings, job);
  if (reply === undefined) return surroundings.later(() => workOn(surroundings, running, job));
  running.delete(job.id);
  surroundings.reply(reply);
}

/** One slice; the last reply if the call is done. @throws Error other than refusals, which are bugs */
function tryToWork({ reply, stopwatch }: Surroundings, job: Job): MatchingReply | undefined {
  const { id, steps } = job;
  try {
    if (job.isCancelled) throw new MatchingError("cancelled", "call");
    const begin = stopwatch();
    do {
      const step = steps.next();
      if (step.done === true) return { id, kind: "done", result: step.value };
      job.done++;
    } while (stopwatch() - begin < SLICE_MS);
    if (stopwatch() - job.reportedAt >= PROGRESS_MS) {
      reply({ id, kind: "progress", progress: { steps: job.done } });
      job.reportedAt = stopwatch();
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    return { id, kind: "failed", error: { code: error.code, item: error.item, params: error.params } };
  }
}
