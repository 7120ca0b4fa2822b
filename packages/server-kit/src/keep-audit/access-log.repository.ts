import type { KitDb } from "../kit-tables.js";
import type { Ports } from "../ports.js";
import type { AccessRow } from "../write-lane/records.js";

/** Somebody saw contact or sensitive values: who, when, through which route, why, about how many people. */
export interface AccessEntry {
  readonly id: string;
  readonly at: string;
  readonly account: string;
  readonly person: string | null;
  readonly route: string;
  readonly purpose: string;
  readonly dataClass: string;
  readonly count: number;
}

const rowsPerStatement = 2000;
const perPage = 200;

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

/** What a person has seen, latest first; `before` is the id of the last entry of the page before. */
export function findAccessBy(db: KitDb, person: string, before?: string): Promise<AccessEntry[]> {
  const query = db.selectFrom("kit_access_log").selectAll().where("person", "=", person).orderBy("id", "desc").limit(perPage);
  return (before ? query.where("id", "<", before) : query).execute();
}

/** Who has seen this person's values, latest first: what the person may ask for. */
export function findAccessTo(db: KitDb, subject: string, before?: string): Promise<AccessEntry[]> {
  const query = db
    .selectFrom("kit_access_subject")
    .innerJoin("kit_access_log", "kit_access_log.id", "kit_access_subject.accessId")
    .selectAll("kit_access_log")
    .where("kit_access_subject.subject", "=", subject)
    .orderBy("kit_access_subject.accessId", "desc")
    .limit(perPage);
  return (before ? query.where("kit_access_subject.accessId", "<", before) : query).execute();
}

/** About whom an access was. */
export async function findSubjectsOf(db: KitDb, accessId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("kit_access_subject").select("subject").where("accessId", "=", accessId).orderBy("subject").execute();
  return rows.map(({ subject }) => subject);
}
