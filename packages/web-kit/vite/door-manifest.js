import { join } from "node:path";
import { runnerImport } from "vite";
import { buildAlone } from "./build-alone.js";

/** A chunk and what it needs of this build: its scripts and their stylesheets. */
function filesOf(chunk, bundle, seen = new Set()) {
  if (seen.has(chunk.fileName)) return { js: [], css: [] };
  seen.add(chunk.fileName);
  const below = chunk.imports.flatMap((file) => (bundle[file] ? [filesOf(bundle[file], bundle, seen)] : []));
  return { js: [chunk.fileName, ...below.flatMap((b) => b.js)], css: [...(chunk.viteMetadata?.importedCss ?? []), ...below.flatMap((b) => b.css)] };
}

/** The chunk a `load` names: which one is read from its text, since the import itself is not run. */
function chunkFor(load, root, chunks, who) {
  const file = /["']([^"']+)["']/.exec(load.toString())?.[1];
  const chunk = chunks.find((c) => file && c.facadeModuleId === join(root, file));
  if (!chunk) throw new Error(`${who} loads "${file}", which is no chunk of its own. Maybe write load: () => import("./some-feature/SomePage.js").`);
  return chunk;
}

/** Everything a page says but its code: title, menu entry, who may, whether the public sees it. */
const saidBy = ({ title, nav, creates, setting, front, may, isPublic }) => ({
  title,
  ...(nav && { nav }),
  ...(creates !== undefined && { creates }),
  ...(setting !== undefined && { setting }),
  ...(front !== undefined && { front }),
  ...(may && { may }),
  ...(isPublic && { isPublic }),
});

/** Stands for web-kit while web.tsx is run at build time: a door is data, so nothing of the browser has to be loaded. */
const kitForData = {
  name: "lianxin:kit-for-data",
  enforce: "pre",
  resolveId: (source) => (source === "@lianxin/web-kit" ? "\0kit-for-data" : undefined),
  load: (id) => (id === "\0kit-for-data" ? "export const defineWeb = (id, door) => ({ cards: [], finds: [], ...door, id });" : undefined),
};

/** Writes door.json beside the chunks: what the server must know without running the door. */
export function doorManifest({ id, entry, jsx, build, versionsHere }) {
  let root;
  return {
    name: "lianxin:door-manifest",
    apply: "build",
    configResolved(config) {
      root = config.root;
    },
    generateBundle: {
      // After Vite has taken out the chunks that held nothing but styles: they are files no more.
      order: "post",
      async handler(_, bundle) {
        const { module } = await runnerImport(join(root, entry), {
          root,
          oxc: jsx,
          plugins: [kitForData],
          environments: { inline: { resolve: { noExternal: ["@lianxin/web-kit"] } } },
        });
        const door = module.default;
        if (door.id !== id) throw new Error(`The web door says it is "${door.id}", the configuration says "${id}". Maybe correct vite.config.ts.`);
        const chunks = Object.values(bundle).filter((chunk) => chunk.type === "chunk");
        const pages = await Promise.all(
          Object.entries(door.pages).map(async ([path, page]) => {
            const chunk = chunkFor(page.load, root, chunks, `The page ${path} of ${id}`);
            const alone = page.alone && (await buildAlone({ root, id, file: chunk.facadeModuleId, build, jsx }));
            for (const [fileName, source] of alone?.files ?? []) this.emitFile({ type: "asset", fileName, source });
            return { path, ...saidBy(page), ...filesOf(chunk, bundle), ...(alone && { alone: { ...alone.named, asks: page.alone.asks } }) };
          }),
        );
        const cards = door.cards.map(({ on, order, load }, index) => ({
          index,
          on,
          order,
          ...filesOf(chunkFor(load, root, chunks, `Card ${index} of ${id}`), bundle),
        }));
        const finds = door.finds.map(({ title, order, may, load }, index) => ({
          index,
          title,
          order,
          ...(may && { may }),
          ...filesOf(chunkFor(load, root, chunks, `Find ${index} of ${id}`), bundle),
        }));
        const main = chunks.find((chunk) => chunk.isEntry);
        this.emitFile({
          type: "asset",
          fileName: "door.json",
          source: JSON.stringify({ id, entry: main.fileName, pages, cards, finds, builtWith: versionsHere(root) }, null, 1),
        });
      },
    },
  };
}
