import { CamelCasePlugin, type Kysely, type KyselyPlugin, type RootOperationNode } from "kysely";
import { handleMarks } from "@lianxin/plugin-kit";
import { columnPlugin } from "./column-plugin.js";
import type { ColumnKinds } from "./column-kinds.js";
import { guard, type Reach } from "./guard-plugin.js";
import { surveyQuery } from "./survey-query.js";

/** Everything between a plugin's handler and the wall, made once per plugin and shared by all its handles. */
export interface Fence {
  readonly plugin: KyselyPlugin;
  readonly key: object;
  /** The same for what may only read; with a key of its own, so that no statement compiled for a writer is shared with it. */
  readonly reading: Omit<Fence, "reading">;
}

function refuseWriting(node: RootOperationNode): void {
  if (node.kind === "SelectQueryNode" && !node.with) return;
  const [table] = surveyQuery(node).written;
  if (table) throw new Error(`READ_ONLY: what only reads wants to write ${table}, outside the lane and without a record. Maybe make the route a POST.`);
}

/** Refuses what writes before anything else looks at it. */
const readingOnly = ({ transformQuery, transformResult }: KyselyPlugin): KyselyPlugin => ({
  transformQuery: (query) => {
    refuseWriting(query.node);
    return transformQuery(query);
  },
  transformResult,
});

/** Names first, then columns, then the guard, which sees what will be sent; as one plugin, because a handle is made for every request. */
export function fence(reach: Reach, kinds: ColumnKinds): Fence {
  const [names, columns, last] = [new CamelCasePlugin({ maintainNestedObjectKeys: true }), columnPlugin(kinds), guard(reach)];
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) =>
      last.transformQuery({ node: columns.transformQuery({ node: names.transformQuery({ node, queryId }), queryId }), queryId }),
    transformResult: async ({ result, queryId }) => columns.transformResult({ result: await names.transformResult({ result, queryId }), queryId }),
  };
  return { plugin, key: {}, reading: { plugin: readingOnly(plugin), key: {} } };
}

/** A request's hold on a connection: once it is over its handles run nothing, so that a query nobody awaited cannot land in the next request. */
export class Hold {
  #isOver = false;

  end(): void {
    this.#isOver = true;
  }

  readonly assertOpen = (): void => {
    if (this.#isOver) throw new Error("HANDLE_OVER: this request is over, its database handle is closed. Maybe a query was not awaited.");
  };

  /** The same plugin for as long as the request lasts. */
  over({ transformQuery, transformResult }: KyselyPlugin): KyselyPlugin {
    return {
      transformQuery: (query) => {
        this.assertOpen();
        return transformQuery(query);
      },
      transformResult,
    };
  }
}

const always: Pick<Hold, "assertOpen"> = { assertOpen: () => undefined };

/** A handle for a plugin on any connection: the pool, a transaction, a savepoint. */
export function fenced<DB>(db: Kysely<any>, { plugin, key }: Omit<Fence, "reading">, hold?: Hold): Kysely<DB> {
  const handle = db.withPlugin(hold?.over(plugin) ?? plugin);
  handleMarks.set(handle, { key, assertOpen: (hold ?? always).assertOpen });
  return handle as Kysely<DB>;
}
