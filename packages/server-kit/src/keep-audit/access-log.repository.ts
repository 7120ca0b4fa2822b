import type { KitDb } from "../kit-tables.js";
import type { Ports } from "../ports.js";
import type { AccessRow } from "../write-lane/records.js";

const rowsPerStatement = 2000;

/** Writes who saw what about whom: one row per access, one per person seen, a statement each for up to 2,000. Equal subjects count once. */
export async function logAccess(db: KitDb, accesses: readonly AccessRow[], { clock, newId }: Pick<Ports, "clock" | "newId">): Promise<void> {
  const at = clock.now();
  const entries = accesses.map((access) => ({ access, id: newId(), subjects: [...new Set(access.subjects)] })).filter(({ subjects }) => subjects.length > 0);
  const rows = entries.map(({ id, subjects, access: { account, person, route, purpose, dataClass } }) => ({
    id,
    at,
    account,
    person,
    route,
    purpose,
    dataClass,
    count: subjects.length,
  }));
  const seen = entries.flatMap(({ id, subjects }) => subjects.map((subject) => ({ id: newId(), accessId: id, subject })));
  for (const some of inSlices(rows)) await db.insertInto("kit_access_log").values(some).execute();
  for (const some of inSlices(seen)) await db.insertInto("kit_access_subject").values(some).execute();
}

function inSlices<T>(rows: readonly T[]): readonly T[][] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, i) => rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement));
}
