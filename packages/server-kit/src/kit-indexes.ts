/** Indexes of the platform's tables, by what they serve. */
export const kitIndexes: readonly { readonly table: string; readonly columns: readonly string[]; readonly unique?: boolean }[] = [
  { table: "kit_audit", columns: ["writer", "sequence"], unique: true },
  { table: "kit_audit", columns: ["target"] },
  { table: "kit_audit_root", columns: ["sequence"], unique: true },
  { table: "kit_access_log", columns: ["at"] },
  { table: "kit_access_log", columns: ["person", "id"] },
  { table: "kit_access_subject", columns: ["subject", "accessId"] },
  { table: "kit_access_subject", columns: ["accessId"] },
  { table: "kit_outbox", columns: ["dedupeKey"], unique: true },
  { table: "kit_outbox", columns: ["state", "runAt"] },
  { table: "kit_outbox", columns: ["aggregate", "id"] },
];
