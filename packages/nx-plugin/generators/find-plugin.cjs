const homes = ["plugins", "packages/engine", "examples"];

/** The folder of a plugin and the name its manifest is exported under. Throws when there is no such plugin. */
function getPlugin(tree, id) {
  const folder = homes.map((home) => `${home}/${id}`).find((path) => tree.exists(`${path}/src/plugin.ts`));
  if (!folder) throw new Error(`There is no plugin "${id}" in ${homes.join(", ")}. Maybe "npx nx g @lianxin/nx-plugin:plugin ${id}" first.`);
  const manifest = /export const (\w+) = definePlugin\(\{\s*id: "([\w-]+)"/.exec(tree.read(`${folder}/src/plugin.ts`, "utf-8"));
  if (!manifest) throw new Error(`${folder}/src/plugin.ts exports no definePlugin({ id: … }). Maybe write it as examples/hello-plugin does.`);
  return { folder, symbol: manifest[1], id: manifest[2] };
}

module.exports = { getPlugin };
