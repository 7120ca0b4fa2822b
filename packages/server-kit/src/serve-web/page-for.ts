import { describeDoors } from "./describe-doors.js";
import { findPage, type Doors } from "./doors.js";
import { makeAlone } from "./make-alone.js";
import { askSoon, emptyPlace, opening, textsAddress, type PageOptions } from "./page-parts.js";
import { askEachTime, servedFile, type ServedFile } from "./served-file.js";

const known = new WeakMap<Doors, Map<string, ServedFile>>();
const imports = /\/_m\/[0-9a-f]{8}\/[\w-]+\.js/g;

/** The shared modules that scripts name, and those that these name in turn. */
function modulesOf({ files }: Doors, scripts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const waiting = [...scripts];
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    const named = files.get(script)?.body.toString("utf8").match(imports) ?? [];
    const fresh = named.filter((module) => !found.has(module) && files.has(module));
    for (const module of fresh) found.add(module);
    waiting.push(...fresh);
  }
  return [...found].sort();
}

const preload = (address: string): string => `<link rel="modulepreload" href="${address}">`;
const stylesheet = (address: string): string => `<link rel="stylesheet" href="${address}">`;
/** A data block: the policy lets it stand. `<` is escaped, so that no text in it can end it. */
const dataBlock = (json: string): string => `<script type="application/json" id="lianxin-doors">${json.replaceAll("<", "\\u003c")}</script>`;

/** The scripts of the cards on the first page, with the doors they stand behind. */
const cardScripts = ({ doors }: Doors): readonly string[] => [
  ...new Set(doors.flatMap(({ entry, cards }) => cards.filter(({ on }) => on === "today").flatMap(({ js }) => [entry, ...js]))),
];

function makePage(doors: Doors, path: string, { language, texts = {} }: PageOptions): ServedFile {
  const at = findPage(doors, path);
  if (at?.page.alone) return makeAlone(doors, at.door.id, at.page, { language, texts });
  const scripts = at ? [at.door.entry, ...at.page.js] : path === "/" ? cardScripts(doors) : [];
  const head = [
    ...[...modulesOf(doors, [doors.shell, ...scripts]), ...scripts].map(preload),
    askSoon(textsAddress(language, at?.page.isPublic ? at.door.id : undefined)),
    dataBlock(describeDoors(doors.doors)),
  ];
  // After the shell's own sheet, which is the one that says in which order the layers stand.
  const sheets = (at?.page.css ?? []).map(stylesheet);
  const title = at?.page.isPublic ? texts[at.page.title] : undefined;
  const html = doors.html
    .replace(/<html lang="[^"]*"/, `<html lang="${language}"`)
    .replace("<!--doors-->", () => head.join("\n    "))
    .replace("</head>", () => `${sheets.join("")}</head>`)
    .replace(emptyPlace, (empty) => (title ? opening(title) : empty));
  return servedFile(html, "index.html", askEachTime);
}

/**
 * The page at any address: the shell, the list of doors, and hints, so that everything the address needs comes in one wave. Made once
 * per page and language. It names every enabled plugin and page, so nothing secret and nothing personal may be in a door.
 */
export function pageFor(path: string, doors: Doors, options: PageOptions): ServedFile {
  const made = known.get(doors) ?? new Map<string, ServedFile>();
  known.set(doors, made);
  const at = findPage(doors, path);
  const key = `${options.language} ${at?.page.path ?? (path === "/" ? path : "")}`;
  const page = made.get(key) ?? makePage(doors, path, options);
  made.set(key, page);
  return page;
}
