import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleCommand } from "./bundle.mjs";

/** Every workspace package with sources for Node: what its exports name in dist is written from src. Types are checked apart (npm run types). */
const folders = ["packages", "packages/engine", "plugins", "apps", "examples"].flatMap((parent) => {
  try {
    return readdirSync(parent).map((name) => join(parent, name));
  } catch {
    return [];
  }
});

const isTest = (file) => /\.(test|bench)\.tsx?$/.test(file);
const sourcesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") && !isTest(path) ? [path] : [];
  });

const names = (folder) => {
  try {
    const { exports: doors = {}, bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return JSON.stringify([doors, bin]);
  } catch {
    return "";
  }
};

async function transpile(folder) {
  const text = names(folder);
  if (!text.includes("./dist/") || folder === "apps/web" || folder === "apps/cli") return 0;
  const isServer = folder === "apps/server";
  const entryPoints = [...sourcesBelow(join(folder, "src")), ...(isServer ? [join(folder, "lianxin.config.ts")] : [])];
  if (entryPoints.length === 0) return 0;
  for (const entry of readdirSync(folder).includes("dist") ? readdirSync(join(folder, "dist")) : [])
    if (entry !== "web") rmSync(join(folder, "dist", entry), { recursive: true });
  await build({
    entryPoints,
    outdir: join(folder, "dist"),
    outbase: isServer ? folder : join(folder, "src"),
    platform: "node",
    format: "esm",
    target: "es2022",
    sourcemap: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
    loader: { ".css": "empty" },
  });
  return entryPoints.length;
}

const counts = await Promise.all(folders.map(transpile));
const chunks = await bundleCommand(process.cwd());
console.log(`built ${counts.reduce((a, b) => a + b, 0)} files, and the program as ${chunks}`);
