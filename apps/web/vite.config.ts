import { join } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { browsers, conditions, jsx, shared, sharedModules } from "@lianxin/web-kit/vite";
import { findDoorSource } from "./find-door-source.js";

const repository = join(import.meta.dirname, "../..");
const server = process.env.LIANXIN_SERVER ?? "http://127.0.0.1:8787";
/** A door as the server lists it, entered through its source where that is here. */
const fromSource = <D extends { id: string; entry: string }>(door: D): D => {
  const source = findDoorSource(repository, door.id);
  return source ? { ...door, entry: `/@fs${source}` } : door;
};

/** In development the plugins of this repository come from their sources, the others as they were built. */
function doorsFromSource(): Plugin {
  const names = new Map(Object.entries(shared).map(([name, address]) => [address, name.replace("jsx-dev-", "jsx-")]));
  const nameOf = (address: string) => names.get(address.replace(/^\/_m\/[0-9a-f]{8}\//, "/_m/00000000/"));
  return {
    name: "lianxin:doors-from-source",
    apply: "serve",
    enforce: "pre",
    resolveId: (source) => (nameOf(source) ? `\0shared:${nameOf(source)}` : undefined),
    load: (id) => (id.startsWith("\0shared:") ? `export * from ${JSON.stringify(id.slice(8))};` : undefined),
    configureServer(vite) {
      vite.middlewares.use("/_m/plugins.json", (_request, response) => {
        void fetch(`${server}/_m/plugins.json`)
          .then((answer) => answer.json() as Promise<{ id: string; entry: string }[]>)
          .then((doors) => doors.map(fromSource))
          .then((doors) => response.setHeader("content-type", "application/json").end(JSON.stringify(doors)))
          .catch(() => response.writeHead(502).end(`No server at ${server}. Maybe start it, or set LIANXIN_SERVER.`));
      });
    },
  };
}

export default defineConfig(({ command }) => ({
  base: command === "build" ? "./" : "/",
  logLevel: command === "build" ? "warn" : "info",
  plugins:
    command === "build"
      ? [sharedModules({ bundles: ["@lianxin/web-kit/base.css", "@lianxin/web-kit/public", "@lianxin/web-kit/public.css"] })]
      : [doorsFromSource(), preact({ reactAliasesEnabled: false })],
  ...(command === "build" ? { oxc: jsx } : {}),
  resolve: { conditions: conditions("browser", "development|production"), dedupe: ["preact", "@preact/signals", "preact-iso"] },
  optimizeDeps: {
    include: ["preact", "preact/hooks", "preact/jsx-runtime", "preact/jsx-dev-runtime", "@preact/signals", "preact-iso", "lucide"],
    exclude: ["@lianxin/web-kit"],
  },
  server: { port: 5173, strictPort: true, fs: { allow: [repository] }, proxy: { "/api": server, "/_p": server, "/_m/messages": server } },
  build: {
    outDir: "dist/shell",
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}));
