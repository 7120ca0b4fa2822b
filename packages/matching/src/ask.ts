export { explainInWorker, planInWorker, type HasWorkers } from "./ask-worker/ask-worker.js";
