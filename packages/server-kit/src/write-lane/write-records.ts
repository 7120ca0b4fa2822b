import type { KitDb } from "../kit-tables.js";
import type { Records } from "./records.js";

/** Writes what a batch collected, one statement a kind; `committed` moves the audit chain once the commit stands. */
export type WriteRecords = (db: KitDb, records: readonly Records[]) => Promise<{ committed(): void }>;
