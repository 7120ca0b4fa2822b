import { underscored, type AnyPlugin, type ServerPart, type Table, type View } from "@lianxin/plugin-kit";
import { columnKinds } from "../guard-tables/column-kinds.js";
import { fence, type Fence } from "../guard-tables/plugin-handle.js";
import { kitTables } from "../kit-tables.js";
import { authTables } from "../sign-in/auth-tables.js";

const tablesOf = (plugin: AnyPlugin): Table[] => Object.values(plugin.tables as Record<string, Table>);
const viewsOf = (plugin: AnyPlugin): [string, View][] =>
  Object.entries(plugin.views as Record<string, View>).map(([key, view]) => [`${underscored(plugin.id)}_${key}`, view]);

/** Every table and view there is, the platform's own included: what raw text of a plugin may not name. */
export function allNames(parts: readonly ServerPart[]): Set<string> {
  const ours = [...Object.values(kitTables), ...Object.values(authTables)].map((t) => t.name);
  const migrations = ["kit", ...parts.map((p) => underscored(p.plugin.id))].flatMap((id) => [`${id}_migration`, `${id}_migration_lock`]);
  return new Set([
    ...ours,
    ...migrations,
    ...parts.flatMap(({ plugin }) => [...tablesOf(plugin).map((t) => t.name), ...viewsOf(plugin).map(([name]) => name)]),
  ]);
}

/** The fence of each plugin: its own tables, and the views of itself and of what it depends on. */
export function fencePlugins(parts: readonly ServerPart[]): Map<string, Fence> {
  const all = allNames(parts);
  return new Map(
    parts.map(({ plugin }) => {
      const views = Object.fromEntries([plugin, ...(plugin.dependsOn as AnyPlugin[])].flatMap(viewsOf));
      const reach = { owner: plugin.id, own: new Set(tablesOf(plugin).map((t) => t.name)), views: new Set(Object.keys(views)), all };
      return [plugin.id, fence(reach, columnKinds(plugin.id, tablesOf(plugin), views))];
    }),
  );
}
