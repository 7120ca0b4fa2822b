import { basename } from "node:path";
import { build as viteBuild } from "vite";

const entry = "lianxin:alone";
/** What is run in the browser: the page within the frame of public pages, over the styles of the kit. */
const entryFor = (file, id) => `import "@lianxin/web-kit/base.css";
import "@lianxin/web-kit/public.css";
import { openAlone } from "@lianxin/web-kit/public";
import Page from ${JSON.stringify(file)};
openAlone(Page, ${JSON.stringify(id)});`;

const aloneEntry = (file, id, root) => ({
  name: "lianxin:alone",
  enforce: "pre",
  resolveId(source, importer) {
    if (source === entry) return `\0${entry}`;
    if (source === "preact-iso" && importer?.startsWith(`${root}/`))
      this.error(`${importer} asks for the router, but a page that stands alone has none. Maybe take "alone" from the page.`);
  },
  load: (loaded) => (loaded === `\0${entry}` ? entryFor(file, id) : undefined),
});

/** A style that stands in the page itself: it may name no file beside it, and cannot end its own block. */
function checkStyle(css, file) {
  if (/url\((?!["']?data:)|@import|<\/style/i.test(css))
    throw new Error(`The styles of ${file} name other files, which a page that stands alone cannot have. Maybe write them as text.`);
  return css;
}

/**
 * One script and one style with everything a public page needs, shared modules included. Gives the files as [name, text] and which of them the door names.
 */
export async function buildAlone({ root, id, file, build: { resolve, ...build }, jsx }) {
  const name = `alone-${basename(file).replace(/\.\w+$/, "")}`;
  const { output } = await viteBuild({
    ...{ root, configFile: false, base: "./", logLevel: "warn", oxc: jsx, resolve },
    plugins: [aloneEntry(file, id, root)],
    build: {
      ...build,
      ...{ write: false, cssCodeSplit: false, modulePreload: false },
      rolldownOptions: {
        input: { [name]: entry },
        // The kit's modules do nothing by being there but add their own texts, so that what is not named is not taken in.
        treeshake: { moduleSideEffects: (module) => (/web-kit\/(src|dist)\//.test(module) ? /texts\.[jt]s$/.test(module) : undefined) },
        output: { codeSplitting: false, entryFileNames: "[name]-[hash].js", assetFileNames: `${name}-[hash][extname]` },
      },
    },
  });
  const files = output.map((one) => [one.fileName, one.type === "chunk" ? one.code : String(one.source)]);
  const named = (ending) => files.flatMap(([fileName]) => (fileName.endsWith(ending) ? [fileName] : []));
  for (const [fileName, text] of files) if (fileName.endsWith(".css")) checkStyle(text, file);
  return { files, named: { js: named(".js"), css: named(".css") } };
}
