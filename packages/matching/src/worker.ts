import { answerMessage, type MatchingReply, type MatchingRequest } from "./answer-messages/answer-message.js";

export type { AskedPlacement, MatchingCall, MatchingReply, MatchingRequest, MatchingResult } from "./answer-messages/answer-message.js";

/** As much of a browser's worker scope, or of Node's parent port, as is needed here. */
interface Port {
  postMessage(reply: MatchingReply): void;
  on?(event: "message", listen: (request: MatchingRequest) => void): void;
  addEventListener?(event: "message", listen: (event: { data: MatchingRequest }) => void): void;
}
interface Runtime {
  readonly process?: { getBuiltinModule?(name: string): { parentPort: Port | null } | undefined };
}

const runtime = globalThis as unknown as Runtime & Port;

/** The port to the caller: a Node worker thread's parent, or the web worker's own scope. On the main thread of Node there is none. */
function findPort(): Port | undefined {
  const threads = runtime.process?.getBuiltinModule?.("node:worker_threads");
  return threads ? (threads.parentPort ?? undefined) : runtime;
}

function serve(port: Port, request: MatchingRequest): void {
  const reply = answerMessage(request);
  if (reply !== undefined) port.postMessage(reply);
}

const port = findPort();
if (port?.on) port.on("message", (request) => serve(port, request));
else port?.addEventListener?.("message", ({ data }) => serve(port, data));
