import { sealedForm, snake, type Col, type ServerPart, type Table } from "@lianxin/plugin-kit";
import { sql } from "kysely";
import { Assembly, anonymous } from "../answer-requests/assemble.js";
import { readingGround } from "../answer-requests/answer-route.js";
import { authTables } from "../sign-in/auth-tables.js";
import { kitTables } from "../kit-tables.js";
import { compareSchema } from "../start-plugins/compare-schema.js";
import type { Platform } from "../answer-requests/platform.js";
import type { Database } from "../open-database/open-database.js";

/** One thing doctor looked at, and what is wrong with it in sentences; none when all is well. */
export interface Finding {
  readonly what: string;
  readonly problems: readonly string[];
}

const tablesOf = (parts: readonly ServerPart[]): Table[] => parts.flatMap(({ plugin }) => Object.values(plugin.tables as Record<string, Table>));
const columnsOf = ({ columns }: Table): [string, Col][] => Object.entries(columns).map(([key, column]) => [snake(key), column]);

/** References across plugins have no foreign key: every id must be a row of the table it names. */
async function findLooseReferences({ root }: Database, tables: readonly Table[]): Promise<string[]> {
  const names = new Set(tables.map((t) => t.name));
  const found: string[] = [];
  for (const { name, columns } of tables)
    for (const [column, { kind, table: target }] of columnsOf({ name, columns }))
      if (kind === "ref" && target && names.has(target) && target !== name) {
        const { rows } = await sql<{
          id: string;
        }>`select id from ${sql.table(name)} as t where ${sql.ref(`t.${column}`)} is not null and not exists (select 1 from ${sql.table(target)} as o where o.id = ${sql.ref(`t.${column}`)}) limit 5`.execute(
          root,
        );
        found.push(...rows.map(({ id }) => `${name}.${column} of ${id} names no ${target}`));
      }
  return found;
}

/** A sealed value brings its place along; one that lies in another row was copied there. */
async function findMisplacedValues({ root }: Database, tables: readonly Table[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables)
    for (const [column, { dataClass }] of columnsOf(table)) {
      if (dataClass !== "contact" && dataClass !== "sensitive") continue;
      const { rows } = await sql<{
        id: string;
        value: string;
      }>`select id, ${sql.ref(column)} as value from ${sql.table(table.name)} where ${sql.ref(column)} is not null`.execute(root);
      for (const { id, value } of rows)
        if (sealedForm.exec(value)?.[3] !== `${table.name}/${column}/${id}`)
          found.push(`${table.name}.${column} of ${id} holds a value that was sealed for another place`);
    }
  return found;
}

/**
 * Everything doctor looks at: tables, and where these are as declared also references, sealed values and each plugin's own invariants. Reads only,
 * while a server may go on writing. O(rows).
 */
export async function checkUp(platform: Platform): Promise<readonly Finding[]> {
  const { database, parts } = platform;
  const tables = tablesOf(parts);
  const differences = await compareSchema(database, [...Object.values(kitTables), ...Object.values(authTables), ...tables]);
  const declared = { what: "tables are as declared", problems: differences };
  if (differences.length > 0) return [declared];
  const findings: Finding[] = [
    declared,
    { what: "references across plugins", problems: await database.disarmed(() => findLooseReferences(database, tables)) },
    { what: "sealed values lie where they were sealed", problems: await database.disarmed(() => findMisplacedValues(database, tables)) },
  ];
  for (const { plugin, checkups } of parts)
    for (const { id, describe, run } of checkups) {
      const context = new Assembly(platform, readingGround(platform, `doctor ${id}`), anonymous("zh-CN")).contextOf(plugin.id);
      findings.push({ what: `${plugin.id}: ${describe}`, problems: await run(context) });
    }
  return findings;
}
