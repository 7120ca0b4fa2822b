import type { Permission, Route, ServerPart } from "@lianxin/plugin-kit";

const mayOf = ({ may }: Route): string => (typeof may === "string" ? may : may.id);
const placeOf = ({ at }: Route): string => (typeof at === "string" ? at : "place of the row");

/** The rights a plugin knows, and for each of its routes who may call it and at which place. */
export function describePermissions({ plugin, routes }: ServerPart): string {
  const rights = (Object.values(plugin.permissions) as Permission[]).map(({ id, label }) => `| ${id} | ${label} |`).sort();
  const asked = Object.values(routes).map((route) => `| ${route.path.split(" ")[1]!} | ${route.path.split(" ")[0]!} | ${mayOf(route)} | ${placeOf(route)} |`);
  const sections = [
    rights.length > 0 ? ["| Permission | In Chinese |", "|---|---|", ...rights].join("\n") : "No permissions.",
    ...(asked.length > 0 ? [["## Who may call what", "", "| Address | Method | Who | Where |", "|---|---|---|---|", ...asked.sort()].join("\n")] : []),
    ...purposesOf(plugin.purposes as Readonly<Record<string, string>>),
  ];
  return `${[`# Permissions of ${plugin.id as string}`, ...sections].join("\n\n")}\n`;
}

/** Reasons for which contact and sensitive values are opened for a computation; each opening is written to the access log. */
function purposesOf(purposes: Readonly<Record<string, string>>): string[] {
  const rows = Object.entries(purposes).map(([id, label]) => `| ${id} | ${label} |`);
  return rows.length > 0 ? [["## Opens classified values for", "", "| Purpose | In Chinese |", "|---|---|", ...rows.sort()].join("\n")] : [];
}
