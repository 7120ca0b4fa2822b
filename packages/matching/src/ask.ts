export type { MatchingProgress } from "./answer-messages/answer-message.js";
export { explainInWorker, planInWorker, type HasWorkers } from "./ask-worker/ask-worker.js";
