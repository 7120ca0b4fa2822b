import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { build } from "vite";
import { shared, webDoor } from "../../vite/door.js";

/** Inside the package, so that Preact and the kit are found as they are for a plugin. */
const work = mkdtempSync(join(import.meta.dirname, "../../.door-build-"));
afterAll(() => rmSync(work, { recursive: true }));

const door = `import { defineWeb } from "@lianxin/web-kit";
export default defineWeb("hello", {
  pages: {
    "/hello": { title: "hello.title", nav: { order: 1, icon: "sun" }, may: "hello.greet", load: () => import("./greet/GreetPage.js") },
    "/hello/:id": { title: "hello.one", isPublic: true, load: () => import("./greet/OnePage.js") },
  },
  cards: [{ on: "today", order: 5, load: () => import("./greet/GreetCard.js") }],
});`;
const usual: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "hello", "version": "1.0.0", "type": "module" }',
  "src/web.tsx": door,
  "src/greet/words.ts": 'import { t } from "@lianxin/web-kit"; export const words = () => t("hello.words");',
  "src/greet/GreetPage.tsx":
    'import { Icon } from "@lianxin/web-kit"; import { Sun } from "@lianxin/web-kit/icons"; import "./GreetPage.css"; import { words } from "./words.js"; export default () => <p class="greet-page"><Icon node={Sun} />{words()}</p>;',
  "src/greet/GreetPage.css": ".greet-page { color: var(--lx-ink); }",
  "src/greet/OnePage.tsx": 'import { words } from "./words.js"; export default () => <b>{words()}</b>;',
  "src/greet/GreetCard.tsx": "export default () => <i />;",
};

async function buildDoor(name: string, change: Readonly<Record<string, string>> = {}, id = "hello"): Promise<string> {
  const root = join(work, name);
  for (const [file, text] of Object.entries({ ...usual, ...change })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  await build({ ...webDoor({ id }), root, configFile: false, logLevel: "silent" });
  return join(root, "dist/web");
}
interface Files {
  readonly js: string[];
  readonly css: string[];
}
interface DoorFile {
  readonly id: string;
  readonly entry: string;
  readonly pages: (Files & { readonly path: string })[];
  readonly cards: Files[];
  readonly builtWith: Record<string, string>;
}

test("writes a door that says what the pages are and which files each needs", async () => {
  const folder = await buildDoor("usual");

  const written = JSON.parse(readFileSync(join(folder, "door.json"), "utf8")) as DoorFile;
  const files = readdirSync(folder);
  const [page, one] = written.pages;
  expect(page).toMatchObject({ path: "/hello", title: "hello.title", nav: { order: 1, icon: "sun" }, may: "hello.greet" });
  expect(one).toMatchObject({ path: "/hello/:id", isPublic: true, css: [] });
  expect([page!.css.length, page!.js.length, one!.js.length, written.cards.length]).toEqual([1, 2, 2, 1]);
  expect(page!.js[1]).toBe(one!.js[1]);
  for (const file of [written.entry, ...written.pages.flatMap((p) => [...p.js, ...p.css]), ...written.cards.flatMap((c) => c.js)])
    expect(files).toContain(file);
  expect(Object.keys(written.builtWith)).toEqual(["preact", "@preact/signals", "preact-iso", "@lianxin/web-kit"]);
}, 60_000);

test("names no file that held nothing but styles, which the build takes away", async () => {
  const twice = (name: string): string => `import "./shared.css"; export default () => <i class="${name}" />;`;
  const folder = await buildDoor("styles", {
    "src/greet/shared.css": ".shared { color: var(--lx-ink); }",
    "src/greet/OnePage.tsx": twice("one"),
    "src/greet/GreetPage.tsx": twice("greet"),
  });

  const { pages } = JSON.parse(readFileSync(join(folder, "door.json"), "utf8")) as DoorFile;
  const files = readdirSync(folder);
  for (const { js, css } of pages) {
    expect(css).toHaveLength(1);
    for (const file of [...js, ...css]) expect(files).toContain(file);
  }
}, 60_000);

test("names the shared modules by their addresses and holds none of them, only the icons it draws", async () => {
  const folder = await buildDoor("shared");

  const scripts = readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const named = new Set(scripts.join().match(/\/_m\/0{8}\/[\w-]+\.js/g));
  expect([...named].sort()).toEqual([shared["preact/jsx-runtime"], shared["@lianxin/web-kit"]].sort());
  expect(scripts.join("").length).toBeLessThan(6_000);
}, 60_000);

test.each(["preact/compat", "@preact/signals-core", "preact-iso/router", "@lianxin/web-kit/base.css"])(
  "refuses %s, which would come a second time",
  async (source) => {
    const page = `import * as other from "${source}"; export default () => <p>{String(other)}</p>;`;

    await expect(buildDoor(`refused-${source.replace(/\W/g, "-")}`, { "src/greet/OnePage.tsx": page })).rejects.toThrow(
      `"${source}" is not one of the modules the shell shares`,
    );
  },
  60_000,
);

const aloneDoor = door.replace("isPublic: true", 'isPublic: true, alone: { asks: ["/public/one"] }');

test("builds a page that stands alone into one script and one style that name nothing else", async () => {
  const folder = await buildDoor("alone", { "src/web.tsx": aloneDoor });

  const { pages } = JSON.parse(readFileSync(join(folder, "door.json"), "utf8")) as { pages: { path: string; alone?: Files & { asks: string[] } }[] };
  const { js, css, asks } = pages.find(({ path }) => path === "/hello/:id")!.alone!;
  expect([js.length, css.length, asks]).toEqual([1, 1, ["/public/one"]]);
  const script = readFileSync(join(folder, js[0]!), "utf8");
  expect(script).not.toMatch(/\/_m\/0{8}|^import|[;}]import[ {"]/);
  expect(script).toContain("hello.words");
  expect(readFileSync(join(folder, css[0]!), "utf8")).toContain(".frame-public");
  expect(pages.find(({ path }) => path === "/hello")!.alone).toBeUndefined();
}, 60_000);

test.each([
  ["asks for the router", 'import { useRoute } from "preact-iso"; export default () => <p>{useRoute().path}</p>;', /has none/],
  ["has a picture in its style", 'import "./one.css"; export default () => <p />;', /name other files/],
])(
  "refuses a page alone that %s",
  async (what, page, why) => {
    const files = {
      "src/web.tsx": aloneDoor,
      "src/greet/OnePage.tsx": page,
      "src/greet/one.css": ".one { background: url(./one.svg); }",
      "src/greet/one.svg": "<svg/>",
    };

    await expect(buildDoor(`alone-${what.length}`, files)).rejects.toThrow(why);
  },
  60_000,
);

test("refuses a page that has no file of its own and a door under another name", async () => {
  const inline = door.replace('import("./greet/OnePage.js")', "Promise.resolve({ default: () => null })");

  await expect(buildDoor("inline", { "src/web.tsx": inline })).rejects.toThrow("The page /hello/:id of hello loads");
  await expect(buildDoor("renamed", {}, "goodbye")).rejects.toThrow('The web door says it is "hello", the configuration says "goodbye"');
}, 60_000);

test("builds the same from a copy elsewhere, so that releases are reproducible", async () => {
  const one = await buildDoor("here");
  cpSync(join(work, "here"), join(work, "there"), { recursive: true });

  const other = await buildDoor("there");

  expect(readdirSync(other).sort()).toEqual(readdirSync(one).sort());
}, 60_000);
