import { createAnswerer, type MatchingReply, type MatchingRequest } from "./answer-messages/answer-message.js";

export type { MatchingReply, MatchingRequest } from "./answer-messages/answer-message.js";

/** As much of a browser's worker scope, or of Node's parent port, as is needed here. */
interface Port {
  postMessage(reply: MatchingReply): void;
}

/** One worker answers one conversation; see MatchingRequest for what it understands. Runs in a browser worker and in Node's worker_threads alike. */
async function listen(): Promise<void> {
  const answer = createAnswerer();
  if (typeof process === "object" && process.versions?.node !== undefined) {
    const { parentPort } = await import("node:worker_threads");
    parentPort?.on("message", (request: MatchingRequest) => parentPort.postMessage(answer(request)));
    return;
  }
  const scope = globalThis as unknown as Port & { onmessage: (event: { data: MatchingRequest }) => void };
  scope.onmessage = ({ data }) => scope.postMessage(answer(data));
}

void listen();
