import type { AnyPlugin, ServerPart } from "@lianxin/plugin-kit";
import { Refusal } from "./refusal.js";

/** Plugins so that each comes after those it depends on. O(plugins + dependencies). */
export function orderPlugins(parts: readonly ServerPart[]): ServerPart[] {
  const byId = new Map(parts.map((part) => [part.plugin.id, part]));
  const done = new Set<ServerPart>();
  const visit = (part: ServerPart, open: readonly string[]): void => {
    if (done.has(part)) return;
    const { id } = part.plugin;
    if (open.includes(id))
      throw new Refusal(`Plugins depend on each other in a circle: ${[...open, id].join(" → ")}.`, "let them meet through a third plugin, a bridge.");
    for (const dependency of part.plugin.dependsOn as readonly AnyPlugin[]) {
      const found = byId.get(dependency.id);
      if (!found) throw new Refusal(`The plugin (${id}) depends on (${dependency.id}), which is not enabled.`, `add "${dependency.id}" to lianxin.config.ts.`);
      visit(found, [...open, id]);
    }
    done.add(part);
  };
  for (const part of parts) visit(part, []);
  return [...done];
}
