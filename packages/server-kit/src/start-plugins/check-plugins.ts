import { snake, underscored, type Col, type Route, type ServerPart, type Table } from "@lianxin/plugin-kit";
import { Refusal } from "./refusal.js";

/** Does "^0.2.1" allow this version? Below 1.0 the minor is the breaking part. */
export function fitsRange(range: string, version: string): boolean {
  const [want, have] = [range.replace(/^\^/, ""), version].map((v) => v.split(".").map(Number) as [number, number, number]) as [
    [number, number, number],
    [number, number, number],
  ];
  if (want[0] !== have[0]) return false;
  if (want[0] === 0 && want[1] !== have[1]) return false;
  return have[1] > want[1] || (have[1] === want[1] && have[2] >= want[2]);
}

function checkIds(parts: readonly ServerPart[]): void {
  const ids = parts.map((p) => p.plugin.id);
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) !== i) throw new Refusal(`Two plugins call themselves "${id}".`, "it is listed twice in lianxin.config.ts.");
    const longer = ids.find((other) => other.startsWith(`${id}-`));
    if (longer)
      throw new Refusal(
        `The plugin ids "${id}" and "${longer}" cannot live together: tables of the second begin like tables of the first.`,
        "rename one of them.",
      );
  }
}

function checkTables({ plugin }: ServerPart): void {
  const prefix = `${underscored(plugin.id)}_`;
  for (const { name, columns } of Object.values(plugin.tables) as Table[]) {
    if (!name.startsWith(prefix))
      throw new Refusal(`The plugin (${plugin.id}) declares the table ${name}, which does not start with ${prefix}.`, `call it ${prefix}${name}.`);
    for (const [key, column] of Object.entries(columns) as [string, Col][])
      if (column.subject !== undefined && !(String(column.subject) in columns))
        throw new Refusal(
          `${name}.${snake(key)} is about the person in "${String(column.subject)}", which is no column of the table.`,
          "name the column that holds the person's id.",
        );
  }
}

function checkRoutes({ plugin, routes }: ServerPart): void {
  const seen = new Set<string>();
  for (const route of Object.values(routes) as Route[]) {
    if (!route.may || !route.at)
      throw new Refusal(
        `The route "${route.path}" of the plugin (${plugin.id}) does not say ${route.may ? "at which place" : "who may call it"}.`,
        'add may and at; "anyone" and "none" are answers too.',
      );
    if (seen.has(route.path)) throw new Refusal(`The plugin (${plugin.id}) has two routes "${route.path}".`, "give one of them another path.");
    seen.add(route.path);
  }
}

function checkMessages({ plugin, messages, errors }: ServerPart): void {
  const chinese = plugin.messages as Record<string, string>;
  const english = messages.en ?? {};
  for (const key of Object.keys(chinese))
    if (!(key in english)) throw new Refusal(`The plugin (${plugin.id}) has no English text for "${key}".`, "add it to messages/en.ts.");
  for (const code of errors)
    for (const key of [`error.${code}`, `error.${code}.remedy`])
      if (!(key in chinese))
        throw new Refusal(`The plugin (${plugin.id}) can refuse with "${code}" but has no text "${key}".`, "add it to messages/zh-CN.ts and en.ts.");
}

/** Refuses a set of plugins that cannot run together, with a sentence that says what, why and what may help. */
export function checkPlugins(parts: readonly ServerPart[], engineVersion: string): void {
  checkIds(parts);
  for (const part of parts) {
    const { id, engine } = part.plugin;
    if (engine && !fitsRange(engine, engineVersion))
      throw new Refusal(
        `The plugin (${id}) was made for Lianxin ${engine}; this is ${engineVersion}.`,
        `install the version of ${id} for Lianxin ${engineVersion}.`,
      );
    checkTables(part);
    checkRoutes(part);
    checkMessages(part);
  }
  const providers = parts.filter((p) => p.authority);
  if (providers.length !== 1)
    throw new Refusal(
      providers.length === 0
        ? "No enabled plugin says who may do what."
        : `Two plugins want to say who may do what: ${providers.map((p) => p.plugin.id).join(" and ")}.`,
      providers.length === 0 ? 'enable "directory" in lianxin.config.ts.' : "disable one of them.",
    );
}
