import { CamelCasePlugin, type Kysely, type KyselyPlugin, type PluginTransformQueryArgs, type PluginTransformResultArgs } from "kysely";
import { handleMarks } from "@lianxin/plugin-kit";
import { columnPlugin } from "./column-plugin.js";
import type { ColumnKinds } from "./column-kinds.js";
import { guard, type Reach } from "./guard-plugin.js";

/** Everything between a plugin's handler and the wall, made once per plugin and shared by all its handles. */
export interface Fence {
  readonly plugins: readonly KyselyPlugin[];
  readonly key: object;
}

export const fence = (reach: Reach, kinds: ColumnKinds): Fence => ({
  plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true }), columnPlugin(kinds), guard(reach)],
  key: {},
});

/** A request's hold on a connection: once it is over its handles run nothing, so that a query nobody awaited cannot land in the next request. */
export class Hold {
  #isOver = false;

  end(): void {
    this.#isOver = true;
  }

  readonly assertOpen = (): void => {
    if (this.#isOver) throw new Error("HANDLE_OVER: this request is over, its database handle is closed. Maybe a query was not awaited.");
  };

  readonly plugin: KyselyPlugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => {
      this.assertOpen();
      return node;
    },
    transformResult: async ({ result }: PluginTransformResultArgs) => result,
  };
}

const always: Pick<Hold, "assertOpen"> = { assertOpen: () => undefined };

/** A handle for a plugin on any connection: the pool, a transaction, a savepoint. */
export function fenced<DB>(db: Kysely<any>, { plugins, key }: Fence, hold?: Hold): Kysely<DB> {
  let handle = db;
  for (const plugin of hold ? [hold.plugin, ...plugins] : plugins) handle = handle.withPlugin(plugin);
  handleMarks.set(handle, { key, assertOpen: (hold ?? always).assertOpen });
  return handle as Kysely<DB>;
}
