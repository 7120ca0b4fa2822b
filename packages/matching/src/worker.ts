import type { MatchingReply, MatchingRequest } from "./answer-messages/answer-message.js";
import { serveRequests } from "./answer-messages/serve-requests.js";

export type { AskedPlacement, MatchingCall, MatchingProgress, MatchingReply, MatchingRequest, MatchingResult } from "./answer-messages/answer-message.js";

/** As much of a browser's worker scope, or of Node's parent port, as is needed here. */
interface Port {
  postMessage(reply: MatchingReply): void;
  on?(event: "message", listen: (request: MatchingRequest) => void): void;
  addEventListener?(event: "message", listen: (event: { data: MatchingRequest }) => void): void;
}
interface Runtime {
  readonly process?: { getBuiltinModule?(name: string): { parentPort: Port | null } | undefined };
  readonly performance: { now(): number };
  readonly setTimeout: (go: () => void, ms: number) => unknown;
}

const runtime = globalThis as unknown as Runtime & Port;

/** The port to the caller: a Node worker thread's parent, or the web worker's own scope. On the main thread of Node there is none. */
function findPort(): Port | undefined {
  const threads = runtime.process?.getBuiltinModule?.("node:worker_threads");
  return threads ? (threads.parentPort ?? undefined) : runtime;
}

const port = findPort();
if (port !== undefined) {
  const serve = serveRequests({
    reply: (reply) => port.postMessage(reply),
    stopwatch: () => runtime.performance.now(),
    later: (go) => void runtime.setTimeout(go, 0),
  });
  if (port.on) port.on("message", serve);
  else port.addEventListener?.("message", ({ data }) => serve(data));
}
