import { readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

// Some libraries are CommonJS and ask for these.
const banner = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/** The names of the plugins that lianxin.config.ts enables: the file is run with nothing of ours behind it. */
async function enabledPlugins(server) {
  const stub = {
    name: "config-alone",
    setup(b) {
      b.onResolve({ filter: /^@lianxin\/server-kit$/ }, ({ path }) => ({ path, namespace: "stub" }));
      b.onLoad({ filter: /./, namespace: "stub" }, () => ({ contents: "export const defineConfig = (config) => config" }));
    },
  };
  const entryPoints = [join(server, "lianxin.config.ts")];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, platform: "node", format: "esm", plugins: [stub] });
  const { default: config } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return Object.keys(config.plugins);
}

/** Threads are started by the address of a file beside their caller: each is a file of its own. */
const workersBelow = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter((file) => /^[^/]+\/src\/.*\.worker\.ts$/.test(file))
      .map((file) => [basename(file, ".ts"), join(folder, file)]),
  );

/** A plugin that is not installed stays out: the start says so with a sentence. */
function isInstalled(server, name) {
  try {
    return Boolean(createRequire(pathToFileURL(join(server, "x.js"))).resolve(`${name}/server`));
  } catch {
    return false;
  }
}

/** The doors of the enabled plugins become chunks of the program; any other name is still looked for at run time. */
const pluginDoors = (server, names) => ({
  name: "plugin-doors",
  setup(b) {
    const lines = names.map((name) => `${JSON.stringify(`${name}/server`)}: () => import(${JSON.stringify(`${name}/server`)}),`);
    const contents = `const doors = { ${lines.join(" ")} };\nexport const importPlugin = (name) => doors[name]?.() ?? import(name);`;
    b.onLoad({ filter: /import-plugin\.ts$/ }, () => ({ contents, resolveDir: server }));
  },
});

/**
 * The `lianxin` command with everything it runs, plugins included, as a few files: a start reads those instead of some thousand. What is
 * compiled (sqlite3) and what serves files of its own (the API's page) stay where they are.
 */
export async function bundleCommand(root) {
  const [cli, server] = [join(root, "apps/cli"), join(root, "apps/server")];
  const names = (await enabledPlugins(server)).filter((name) => isInstalled(server, name));
  rmSync(join(cli, "dist"), { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { main: join(cli, "src/main.ts"), ...workersBelow(join(root, "packages")) },
    outdir: join(cli, "dist"),
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    conditions: ["@lianxin/source"],
    external: ["sqlite3", "pg-native", "@fastify/swagger-ui", "tsx"],
    banner: { js: banner },
    // A start parses all of it: without the spaces it is a third shorter. Names stay, for whoever reads a stack.
    minifyWhitespace: true,
    minifySyntax: true,
    // Beside the program: one letter beyond ASCII in a comment makes every character of a file take two bytes.
    legalComments: "external",
    sourcemap: true,
    sourcesContent: false,
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".css": "empty" },
    logLevel: "warning",
    plugins: [pluginDoors(server, names)],
  });
  return Object.keys(metafile.outputs).filter((file) => file.endsWith(".js")).length;
}
