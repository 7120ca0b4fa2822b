import {
  SqliteQueryCompiler,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type RootOperationNode,
} from "kysely";
import { checked } from "./checked.js";
import { surveyQuery, writesRows } from "./survey-query.js";

/** What one plugin may touch, as exact names; `all` is every table and view there is. */
export interface Reach {
  readonly owner: string;
  readonly own: ReadonlySet<string>;
  readonly views: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

const catalogue = /^(sqlite_|pg_|pragma|information_schema|attach|dblink|query_to_xml)/;
const compiler = new SqliteQueryCompiler();

/** Thrown when a plugin's query leaves its reach: a mistake of its author, not of the person asking. */
export class ForeignTable extends Error {
  constructor(owner: string, what: string) {
    super(`FOREIGN_TABLE: the plugin (${owner}) ${what}.\nMaybe read a published view of a plugin it lists in dependsOn, or call what that plugin provides.`);
  }
}

function checkReach(node: RootOperationNode, queryId: QueryId, reach: Reach): void {
  const refuse = (what: string): never => {
    throw new ForeignTable(reach.owner, what);
  };
  if (!writesRows(node.kind) && node.kind !== "SelectQueryNode") refuse(`sent a ${node.kind}, which is not for plugins`);
  const { tables, written, ctes, hasRawText } = surveyQuery(node);
  const mayRead = (table: string) => reach.own.has(table) || reach.views.has(table);
  for (const name of ctes) if (reach.all.has(name)) refuse(`named a CTE like the table ${name}`);
  for (const table of written) if (!reach.own.has(table)) refuse(`may not write ${table}`);
  for (const table of tables) if (!mayRead(table) && !ctes.has(table)) refuse(`may not read ${table}`);
  if (!hasRawText) return;
  const text = compiler.compileQuery(node, queryId).sql.toLowerCase();
  for (const word of text.match(/[a-z_][\w$]*/g) ?? [])
    if (!mayRead(word) && (reach.all.has(word) || catalogue.test(word))) refuse(`names ${word} in raw text`);
}

/** The last of the Kysely plugins: checks the whole query tree against exact names, then lets it pass the wall. */
export const guard = (reach: Reach): KyselyPlugin => ({
  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    checkReach(node, queryId, reach);
    checked.add(node);
    return node;
  },
  transformResult: async ({ result }: PluginTransformResultArgs) => result,
});
