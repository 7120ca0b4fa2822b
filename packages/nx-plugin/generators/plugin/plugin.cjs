const { join } = require("node:path");
const { formatFiles, generateFiles, readJson, updateJson } = require("@nx/devkit");
const { editFile, insertLine } = require("../edit-text.cjs");
const { namesOf, today } = require("../names.cjs");
const { linkPlugin } = require("./link-plugin.cjs");

const config = "apps/server/lianxin.config.ts";

function checkFree(tree, { kebab }) {
  if (tree.exists(`plugins/${kebab}`)) throw new Error(`plugins/${kebab} is there already. Maybe choose another name.`);
  const others = tree.children("plugins");
  const near = others.find((other) => other.startsWith(`${kebab}-`) || kebab.startsWith(`${other}-`));
  if (near)
    throw new Error(`The ids "${kebab}" and "${near}" cannot live together: tables of one would begin like tables of the other. Maybe choose another name.`);
}

/** The versions the workspace uses already: a new plugin brings no second copy of anything. */
function versionsIn(tree) {
  const { dependencies, devDependencies } = readJson(tree, "examples/hello-plugin/package.json");
  return { ...dependencies, ...devDependencies };
}

function addToWorkspace(tree, { kebab }) {
  updateJson(tree, "tsconfig.json", (json) => {
    const apps = json.references.findIndex(({ path }) => path.startsWith("apps/"));
    return { ...json, references: json.references.toSpliced(apps < 0 ? json.references.length : apps, 0, { path: `plugins/${kebab}` }) };
  });
  updateJson(tree, "apps/server/package.json", (json) => {
    const dependencies = { ...json.dependencies, [`@lianxin/${kebab}`]: "0.1.0" };
    return { ...json, dependencies: Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1))) };
  });
}

const lineFor = ({ kebab }) => `    "@lianxin/${kebab}": {},`;

/** Makes plugins/NAME: three doors, one feature, a first migration, texts in both languages, and tests that pass. */
module.exports = async function plugin(tree, { name, enable = false, skipInstall = false, on = today() }) {
  const names = namesOf(name, "plugin");
  checkFree(tree, names);
  generateFiles(tree, join(__dirname, "files"), `plugins/${names.kebab}`, { ...names, on, versions: versionsIn(tree), dot: "." });
  addToWorkspace(tree, names);
  if (enable) editFile(tree, config, (text) => insertLine(text, /^ {2}\},?$/, lineFor(names)), "add the line by hand.");
  await formatFiles(tree);
  return () => {
    linkPlugin(tree.root, names.kebab, { skipInstall });
    if (!enable) console.log(`\nTo enable it, add one line to ${config}, below "plugins":\n${lineFor(names)}`);
    console.log(`\nIts tests: npx vitest run plugins/${names.kebab}`);
  };
};
