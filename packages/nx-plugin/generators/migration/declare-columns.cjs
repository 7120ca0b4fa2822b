const { visitNotIgnoredFiles } = require("@nx/devkit");

/** The text with the lines at the end of the declaration of `table`, or undefined when it is not declared there line by line. */
function withColumns(text, table, lines) {
  const rows = text.split("\n");
  const start = rows.findIndex((row) => row.includes(`table("${table}", {`) && row.trimEnd().endsWith("{"));
  if (start < 0) return undefined;
  const indent = /^\s*/.exec(rows[start])[0];
  const end = rows.findIndex((row, i) => i > start && row.startsWith(`${indent}})`));
  if (end < 0) return undefined;
  rows.splice(end, 0, ...lines.map((line) => `${indent}  ${line}`));
  return rows.join("\n");
}

/** Declares new columns where the plugin declares the table; the start compares both. Throws when it finds no such place. */
function declareColumns(tree, folder, table, lines) {
  let isDone = false;
  visitNotIgnoredFiles(tree, `${folder}/src`, (path) => {
    if (isDone || !path.endsWith(".ts") || path.includes("/migrations/")) return;
    const changed = withColumns(tree.read(path, "utf-8"), table, lines);
    if (changed === undefined) return;
    tree.write(path, changed);
    isDone = true;
  });
  if (!isDone)
    throw new Error(`${folder} declares no table "${table}" line by line. Maybe give --table without the plugin's prefix, one that is in tables.ts.`);
}

module.exports = { declareColumns };
