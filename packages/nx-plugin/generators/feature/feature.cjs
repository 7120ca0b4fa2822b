const { join } = require("node:path");
const { formatFiles, generateFiles } = require("@nx/devkit");
const { editFile, insertLine } = require("../edit-text.cjs");
const { getPlugin } = require("../find-plugin.cjs");
const { namesOf } = require("../names.cjs");

/** A plugin with many routes lists them in routes.ts, a small one in server.ts. */
function listRoute(tree, folder, { kebab, camel }) {
  const path = `./${kebab}/${kebab}.route.js`;
  const list = `${folder}/src/routes.ts`;
  if (tree.exists(list)) return tree.write(list, `${tree.read(list, "utf-8").trimEnd()}\nexport { ${camel} } from "${path}";\n`);
  const remedy = `add "${camel}" to its routes by hand.`;
  const server = `${folder}/src/server.ts`;
  editFile(tree, server, (text) => (/\broutes: \{/.test(text) ? text.replace(/\broutes: \{/, `routes: { ${camel},`) : undefined), remedy);
  editFile(tree, server, (text) => insertLine(text, /^import .* from "\.\//, `import { ${camel} } from "${path}";`), remedy);
}

/** Makes src/VERB-NOUN with one route and its test, and lists the route in the plugin's server door. */
module.exports = async function feature(tree, { name, plugin }) {
  const names = namesOf(name, "feature");
  const { folder, symbol, id } = getPlugin(tree, plugin);
  if (tree.exists(`${folder}/src/${names.kebab}`)) throw new Error(`${folder}/src/${names.kebab} is there already. Maybe choose another name.`);
  generateFiles(tree, join(__dirname, "files"), `${folder}/src/${names.kebab}`, { ...names, symbol, id });
  listRoute(tree, folder, names);
  await formatFiles(tree);
};
