import { parentPort, workerData } from "node:worker_threads";
import { DocumentRefused } from "../document-refused.js";
import { readSheet } from "./read-sheet.js";
import type { SheetLimits } from "./sheet-grid.js";

const { bytes, name, limits } = workerData as { bytes: Uint8Array; name: string; limits: SheetLimits };

try {
  parentPort?.postMessage({ book: readSheet(bytes, name, limits) });
} catch (error) {
  if (!(error instanceof DocumentRefused)) throw error;
  parentPort?.postMessage({ refusal: { code: error.code, params: error.params } });
}
