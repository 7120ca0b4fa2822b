import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const declaration = /\btable\(\s*"(\w+)"\s*,\s*\{([\s\S]*?)\}\s*,?\s*\)/g;

/** Names of the tables that hold a place, read from the declarations below a folder. */
function placedTables(folder, found = new Set()) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder)) {
    if (entry === "node_modules" || entry === "dist") continue;
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) placedTables(path, found);
    else if (path.endsWith(".ts"))
      for (const [, name, columns] of readFileSync(path, "utf8").matchAll(declaration)) if (/\bplacePath:/.test(columns)) found.add(name);
  }
  return found;
}

const known = new Map();
const tablesBelow = (root) => {
  if (!known.has(root))
    known.set(
      root,
      ["packages", "plugins", "examples"].reduce((found, folder) => placedTables(join(root, folder), found), new Set()),
    );
  return known.get(root);
};

/** Many rows of a table with a place are reached through within(), one row through byId(): otherwise a list shows what its reader may not see. */
export const noBareList = {
  meta: {
    type: "problem",
    schema: [{ type: "object", properties: { root: { type: "string" } } }],
    messages: {
      bare: 'selectFrom("{{table}}") lists rows of a table with a place without a scope. Use within(db, scope, "{{table}}") for many rows, byId(db, "{{table}}", id) for one.',
    },
  },
  create(context) {
    const tables = tablesBelow(context.options[0]?.root ?? context.cwd);
    return {
      'CallExpression[callee.property.name="selectFrom"]'(node) {
        const [first] = node.arguments;
        const sources = first?.type === "ArrayExpression" ? first.elements : [first];
        const named = sources.filter((source) => source?.type === "Literal").map((source) => String(source.value).split(" ")[0]);
        for (const table of named.filter((name) => tables.has(name))) context.report({ node, messageId: "bare", data: { table } });
      },
    };
  },
};
