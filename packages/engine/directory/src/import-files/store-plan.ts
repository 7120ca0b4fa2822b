import type { DirectoryContext } from "../plugin.js";
import type { ImportPlan, Write } from "./import-plan.js";

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}
export const countDeeds = ({ outcomes }: Pick<ImportPlan, "outcomes">): Counts => {
  const count = (deed: string) => outcomes.filter((o) => o.deed === deed).length;
  return { added: count("added"), changed: count("changed"), same: count("same") };
};

/** What other rows refer to comes first. */
const parents = ["directory_place", "directory_organization", "directory_person", "directory_venue"];
const order = (table: string): number => (parents.includes(table) ? parents.indexOf(table) : parents.length);

async function insertRows({ db }: DirectoryContext, writes: readonly Write[]): Promise<void> {
  const added = writes.filter((w) => w.deed === "added");
  const tables = [...new Set(added.map((w) => w.table))].sort((a, b) => order(a) - order(b));
  for (const table of tables)
    await db
      .insertInto(table as any)
      .values(added.filter((w) => w.table === table).map((w) => w.values) as any)
      .execute();
}

async function updateRows({ db }: DirectoryContext, writes: readonly Write[]): Promise<void> {
  for (const { table, id, values } of writes.filter((w) => w.deed === "changed"))
    await db
      .updateTable(table as any)
      .set(values as any)
      .where("id", "=", id)
      .execute();
}

const distinct = (writes: readonly Write[], tables: readonly string[], key: string): string[] => [
  ...new Set(writes.filter((w) => tables.includes(w.table)).map((w) => String(w.values[key]))),
];

function tellOthers({ publish }: DirectoryContext, writes: readonly Write[]): void {
  for (const personId of distinct(writes, ["directory_role"], "personId")) publish("rolesChanged", personId, { personId });
  for (const personId of distinct(writes, ["directory_busy", "directory_weekly_hours"], "personId")) publish("calendarChanged", personId, { personId });
  const years = writes.filter((w) => w.table === "directory_holiday" && w.values.year !== undefined).map((w) => Number(w.values.year));
  for (const year of new Set(years)) publish("holidaysLoaded", String(year), { year });
}

/** Writes a slice: one insert for each table, one row for each deed to undo it by. Gives what it did. */
export async function storePlan(ctx: DirectoryContext, importId: string, plan: ImportPlan): Promise<Counts> {
  const { db, newId, audit } = ctx;
  const { writes } = plan;
  await insertRows(ctx, writes);
  await updateRows(ctx, writes);
  const rows = writes.map(({ line, deed, table, id, before, versionAfter }) => ({
    id: newId(),
    importId,
    line,
    deed,
    subjectTable: table,
    subjectId: id,
    versionAfter: versionAfter ?? null,
    valuesBefore: before ?? null,
  }));
  if (rows.length > 0) await db.insertInto("directory_import_row").values(rows).execute();
  const counts = countDeeds(plan);
  await db
    .updateTable("directory_import")
    .set((eb) => ({ added: eb("added", "+", counts.added), changed: eb("changed", "+", counts.changed), same: eb("same", "+", counts.same) }))
    .where("id", "=", importId)
    .execute();
  tellOthers(ctx, writes);
  audit("import.rows", importId, { ...counts });
  return counts;
}
