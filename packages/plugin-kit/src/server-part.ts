import type { Kysely } from "kysely";
import type { Authority, Language, PluginContext } from "./context.js";
import type { AnyPlugin, Permission, ProvidesOf } from "./plugin.js";
import type { Checkup, Command, Job, Listener, Proof, Route, Task } from "./route.js";
import type { Columns } from "./table.js";

/** What a migration may do: create, alter and index tables of its own plugin, in the common vocabulary of columns. */
export interface MigrationTools {
  createTable(
    name: string,
    columns: Columns,
    options?: { readonly unique?: readonly (readonly string[])[]; readonly checks?: readonly string[] },
  ): Promise<void>;
  addColumns(table: string, columns: Columns): Promise<void>;
  createIndex(table: string, columns: readonly string[], options?: { readonly unique?: boolean; readonly where?: string }): Promise<void>;
  /** A published view: its name, and the select it stands for, over own tables only. */
  createView(name: string, select: string): Promise<void>;
  dropView(name: string): Promise<void>;
  /**
   * What seals a text that stood open, set as the value of a classified column of an own table: of the row `id`, about the person `subject`, whose key is made where
   * there is none. Not for whoever was erased.
   */
  seal(table: string, column: string, row: { readonly id: string; readonly subject: string }, text: string): unknown;
  /** For moving data; guarded to own tables. */
  readonly db: Kysely<any>;
}
export type PluginMigration = (tools: MigrationTools) => Promise<void>;

export interface ServerPart<P extends AnyPlugin = AnyPlugin, S = any, Routes extends Record<string, Route> = Record<string, Route>> {
  readonly plugin: P;
  readonly routes: Routes;
  /** By name, run in the order of the names, never changed once released. */
  readonly migrations: Readonly<Record<string, PluginMigration>>;
  /** Texts of the other languages; every key of the Chinese ones, or the start is refused. */
  readonly messages: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;
  readonly errors: readonly string[];
  readonly services: (ctx: PluginContext<P>) => S;
  readonly provide?: (services: S) => ProvidesOf<P>;
  /** `permissions`: those of all enabled plugins. */
  readonly authority?: (services: S, facts: { readonly permissions: readonly Permission[] }) => Authority;
  readonly listeners: readonly Listener[];
  readonly jobs: readonly Job[];
  readonly tasks: readonly Task[];
  readonly commands: readonly Command[];
  readonly checkups: readonly Checkup[];
  readonly proofs: readonly Proof[];
}

/**
 * What a plugin does: a list of what stands in its folders.
 *
 * @example
 * export default defineServer(hello, { services, routes: { greet }, migrations: { "2026-11-24-greeting": createGreeting }, messages: { en } });
 */
export const defineServer = <P extends AnyPlugin, S, const Routes extends Record<string, Route> = {}>(
  plugin: P,
  part: Partial<Omit<ServerPart<P, S, Routes>, "plugin" | "services" | "provide" | "errors">> & {
    services: (ctx: PluginContext<P>) => S;
    provide?: (services: S) => ProvidesOf<P>;
    errors?: { readonly codes: readonly string[] };
  },
): ServerPart<P, S, Routes> => ({
  migrations: {},
  messages: {},
  listeners: [],
  jobs: [],
  tasks: [],
  commands: [],
  checkups: [],
  proofs: [],
  ...part,
  errors: part.errors?.codes ?? [],
  plugin,
  routes: part.routes ?? ({} as Routes),
});

export type RoutesOf<S> = S extends { routes: infer R } ? R[keyof R] : never;
