const { join } = require("node:path");
const { formatFiles, generateFiles } = require("@nx/devkit");
const { editFile, insertLine } = require("../edit-text.cjs");
const { getPlugin } = require("../find-plugin.cjs");
const { namesOf, today } = require("../names.cjs");
const { declareColumns } = require("./declare-columns.cjs");
const { readColumns } = require("./read-columns.cjs");

const underscored = (id) => id.replaceAll("-", "_");

function listMigration(tree, folder, key, camel) {
  const server = `${folder}/src/server.ts`;
  const remedy = `add "${key}" to its migrations by hand.`;
  editFile(
    tree,
    server,
    (text) => (/\bmigrations: \{/.test(text) ? text.replace(/(\bmigrations: \{[^}]*?),?(\s*)\}/, `$1, "${key}": ${camel}$2}`) : undefined),
    remedy,
  );
  editFile(tree, server, (text) => insertLine(text, /^import .* from "\.\//, `import { ${camel} } from "./migrations/${key}.js";`), remedy);
}

/** Makes a dated migration that adds columns, declares them in the plugin's tables and lists it in the server door. */
module.exports = async function migration(tree, { name, plugin, table, columns, on = today() }) {
  const names = namesOf(name, "migration");
  const { folder, id } = getPlugin(tree, plugin);
  const key = `${on}-${names.kebab}`;
  if (tree.exists(`${folder}/src/migrations/${key}.ts`)) throw new Error(`${folder}/src/migrations/${key}.ts is there already. Maybe choose another name.`);
  const lines = readColumns(columns).map(({ name: column, kind }) => `${column}: col.${kind}().nullable(),`);
  const full = `${underscored(id)}_${table}`;
  generateFiles(tree, join(__dirname, "files"), `${folder}/src/migrations`, { ...names, key, table: full, lines });
  declareColumns(tree, folder, full, lines);
  listMigration(tree, folder, key, names.camel);
  await formatFiles(tree);
};
