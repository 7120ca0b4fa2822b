import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DoorSources } from "./load-doors.js";

type Texts = Readonly<Record<string, string>>;
const versions = { preact: "11.2.0", "@lianxin/web-kit": "0.1.0" };

function writeAll(folder: string, files: Texts): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const shellFiles: Texts = {
  "_m/preact.js": "export const h = 1;",
  "_m/web-kit.js": 'import{h}from"/_m/00000000/preact.js";export const kit = h;',
  "_m/web-kit-table.js": 'import{kit}from"/_m/00000000/web-kit.js";export const table = kit;',
  "_m/versions.json": JSON.stringify(versions),
  "shell/index.html": `<!doctype html>
<html lang="zh-CN"><head><title>莲心</title>
    <link rel="icon" href="./icon.svg"><script src="./boot.js"></script>
    <!--doors-->
    <script type="module" crossorigin src="./assets/index-Ab1.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index-Cd2.css"></head><body><div id="app"></div></body></html>`,
  "shell/boot.js": "document;",
  "shell/icon.svg": "<svg/>",
  "shell/assets/index-Ab1.js": 'import{kit}from"/_m/00000000/web-kit.js";kit;',
  "shell/assets/index-Cd2.css": "body{}",
};

export const doorFile = (change: object = {}): string =>
  JSON.stringify({
    id: "hello",
    entry: "web-1.js",
    pages: [
      { path: "/hello", title: "hello.title", nav: { order: 1, icon: "sun" }, js: ["Page-2.js"], css: ["Page-3.css"] },
      { path: "/hello/:id", title: "hello.one", js: ["One-4.js"], css: [] },
      { path: "/hello/new", title: "hello.new", isPublic: true, js: ["New-5.js"], css: [] },
    ],
    cards: [{ index: 0, on: "today", order: 1, js: ["Card-6.js"], css: [] }],
    builtWith: versions,
    ...change,
  });
const pluginFiles = (door: string, manifest: object): Texts => ({
  "package.json": JSON.stringify({ name: "@neighbours/hello", version: "1.0.0", type: "module", exports: { "./web": "./dist/web/door.json" }, ...manifest }),
  "dist/web/door.json": door,
  "dist/web/web-1.js": 'import{kit}from"/_m/00000000/web-kit.js";export default kit;',
  "dist/web/Page-2.js": 'import{table}from"/_m/00000000/web-kit-table.js";export default table;',
  "dist/web/Page-3.css": ".hello-page{}",
  "dist/web/One-4.js": "export default 4;",
  "dist/web/New-5.js": "export default 5;",
  "dist/web/Card-6.js": "export default 6;",
});

/** A shell and one plugin as their builds write them, in a folder of their own, for tests. */
export function makeDoorSources({ door = doorFile(), shell = {} as Texts, manifest = {} as object } = {}): DoorSources {
  const root = mkdtempSync(join(tmpdir(), "lianxin-doors-"));
  writeAll(join(root, "web"), { ...shellFiles, ...shell });
  writeAll(join(root, "node_modules/@neighbours/hello"), pluginFiles(door, manifest));
  return { plugins: ["@neighbours/hello"], root, webDist: join(root, "web") };
}
