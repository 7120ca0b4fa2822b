import { serveRequests, type Answer, type Request } from "./serve-requests.js";

export type { Answer, Request } from "./serve-requests.js";

interface Port {
  postMessage(answer: Answer): void;
  on?(event: "message", listen: (request: Request) => void): void;
  addEventListener?(event: "message", listen: (event: { data: Request }) => void): void;
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
if (port) {
  const serve = serveRequests({
    answer: (answer) => port.postMessage(answer),
    stopwatch: () => runtime.performance.now(),
    later: (go) => runtime.setTimeout(go, 0),
  });
  if (port.on) port.on("message", serve);
  else port.addEventListener?.("message", (event) => serve(event.data));
}
