import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { doorManifest } from "./door-manifest.js";

/** What exists once in the browser, and where. The zeros are where the server writes its release. */
export const shared = {
  preact: "/_m/00000000/preact.js",
  "preact/hooks": "/_m/00000000/preact-hooks.js",
  "preact/jsx-runtime": "/_m/00000000/jsx-runtime.js",
  "preact/jsx-dev-runtime": "/_m/00000000/jsx-runtime.js",
  "@preact/signals": "/_m/00000000/signals.js",
  "preact-iso": "/_m/00000000/preact-iso.js",
  "@lianxin/web-kit": "/_m/00000000/web-kit.js",
  "@lianxin/web-kit/forms": "/_m/00000000/web-kit-forms.js",
  "@lianxin/web-kit/table": "/_m/00000000/web-kit-table.js",
  "@lianxin/web-kit/feedback": "/_m/00000000/web-kit-feedback.js",
};
export const browsers = ["chrome99", "safari15.4"];
export const jsx = { jsx: { runtime: "automatic", importSource: "preact", development: false } };
const notShared = /^(preact|preact-iso|@preact\/[^/]+|@lianxin\/web-kit)(\/|$)/;
/** Plain data that each door bundles for itself, only what it names. */
const bundled = ["@lianxin/web-kit/icons"];
const inRepository = existsSync(join(dirname(fileURLToPath(import.meta.url)), "../src/index.tsx"));
/** Export conditions of a build: sources inside the repository, what was built elsewhere. */
export const conditions = (...others) => [...(inRepository ? ["@lianxin/source"] : []), "module", ...others];

/** Maps the shared modules to their addresses, and refuses a relative of theirs that would bring a second instance. */
export function sharedModules({ theirOwnBuild = false, bundles = [] } = {}) {
  return {
    name: "lianxin:shared-modules",
    enforce: "pre",
    apply: "build",
    resolveId(source, importer) {
      if ((theirOwnBuild && !importer) || [...bundled, ...bundles].includes(source)) return;
      const url = shared[source];
      if (url) return { id: url, external: "absolute" };
      if (!theirOwnBuild && notShared.test(source))
        this.error(
          `"${source}" is not one of the modules the shell shares. Maybe import it from ${Object.keys(shared)
            .map((name) => `"${name}"`)
            .join(", ")}.`,
        );
    },
  };
}

/** Walks up node_modules: not every package exports its package.json. */
function versionHere(name, from) {
  const folders = createRequire(join(from, "x.js")).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, "package.json")).find(existsSync);
  if (!file) throw new Error(`${name} is not installed. Maybe add it to devDependencies.`);
  return JSON.parse(readFileSync(file, "utf8")).version;
}

/** The versions of the shared modules that a build in this folder sees. */
export const versionsHere = (root) =>
  Object.fromEntries(["preact", "@preact/signals", "preact-iso", "@lianxin/web-kit"].map((name) => [name, versionHere(name, root)]));

const everyBuild = { target: browsers, cssTarget: browsers, sourcemap: true, assetsInlineLimit: 0, copyPublicDir: false };
const resolve = { conditions: conditions("browser", "production") };
/** The whole Vite configuration of a plugin's web door. */
export const webDoor = ({ id, entry = "src/web.tsx" }) => ({
  base: "./",
  logLevel: "warn",
  oxc: jsx,
  plugins: [sharedModules(), doorManifest({ id, entry, jsx, build: { ...everyBuild, resolve }, versionsHere })],
  resolve,
  build: {
    ...everyBuild,
    outDir: "dist/web",
    emptyOutDir: true,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { web: entry },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name]-[hash][extname]" },
    },
  },
});
