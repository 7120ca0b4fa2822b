import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Refusal } from "../start-plugins/refusal.js";
import { chooseRelease, withRelease } from "./choose-release.js";
import { describeDoors } from "./describe-doors.js";
import type { Doors } from "./doors.js";
import { findRefusal } from "./find-refusal.js";
import { readFolder } from "./read-folder.js";
import { askEachTime, forever, servedFile, type ServedFile } from "./served-file.js";
import { readDoor, type WebDoorFile } from "./web-door.js";

export interface DoorSources {
  /** Package names of the enabled plugins; one whose package exports no `./web` has no pages. */
  readonly plugins: readonly string[];
  /** The folder from which the packages are found. */
  readonly root: string;
  /** What the shell's build wrote: `_m` and `shell`. */
  readonly webDist: string;
}
type Files = Map<string, ServedFile>;

function readBuild(webDist: string): ReadonlyMap<string, Buffer> {
  try {
    return readFolder(webDist);
  } catch {
    throw new Refusal(`The pages are not built: there is no ${webDist}.`, `run "npm run web" first.`);
  }
}

/** The folder of a plugin's built pages and its door; nothing for a plugin without pages. Throws a `Refusal` when they should be there and are not. */
function openDoor(plugin: string, root: string): { readonly folder: string; readonly door: WebDoorFile } | undefined {
  try {
    const file = createRequire(join(root, "x.js")).resolve(`${plugin}/web`);
    return { folder: dirname(file), door: readDoor(readFileSync(file, "utf8"), plugin) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if ((error as { readonly code?: string }).code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return undefined;
    throw new Refusal(`The plugin ${plugin} is enabled but its web door is not here.`, `run "npm install ${plugin}", or build it with "npm run web".`);
  }
}

/** Puts the files of a plugin's pages under its address and gives the door with full addresses. */
function addDoor(files: Files, folder: string, door: WebDoorFile, release: string): WebDoorFile {
  const at = (file: string): string => `/_p/${door.id}/${release}/${file}`;
  for (const [name, body] of readFolder(folder)) if (name !== "door.json") files.set(at(name), servedFile(withRelease(body, release), name, forever));
  const placed = <T extends { readonly js: readonly string[]; readonly css: readonly string[] }>(of: T): T => ({
    ...of,
    js: of.js.map(at),
    css: of.css.map(at),
  });
  const pages = door.pages.map((page) => ({ ...placed(page), ...(page.alone && { alone: placed(page.alone) }) }));
  return { ...door, entry: at(door.entry), pages, cards: door.cards.map(placed), finds: (door.finds ?? []).map(placed) };
}

/** Shell and shared modules under the release; the shell's own `assets/` folder is that address already. */
function addShell(files: Files, build: ReadonlyMap<string, Buffer>, release: string): void {
  for (const [name, body] of build) {
    if (name.startsWith("_m/")) files.set(`/_m/${release}/${name.slice(3)}`, servedFile(withRelease(body, release), name, forever));
    else if (name.startsWith("shell/") && name !== "shell/index.html")
      files.set(`/assets/${release}/${name.replace(/^shell\/(assets\/)?/, "")}`, servedFile(withRelease(body, release), name, forever));
  }
}

/** The page with full addresses, since it is served at any of them. */
const pageText = (build: ReadonlyMap<string, Buffer>, release: string): string =>
  String(build.get("shell/index.html") ?? "").replace(/(src|href)="\.\/(?:assets\/)?/g, `$1="/assets/${release}/`);

/**
 * Reads everything a browser may load: shell, shared modules, and each enabled plugin's pages. O(bytes). Throws a `Refusal` with a
 * sentence when a build is missing, two plugins share an id, or a plugin was built with other shared modules than these.
 */
export function loadDoors({ plugins, root, webDist }: DoorSources): Doors {
  const build = readBuild(webDist);
  const versions = JSON.parse(String(build.get("_m/versions.json") ?? "{}")) as Readonly<Record<string, string>>;
  const release = chooseRelease(build);
  const files: Files = new Map();
  const doors: WebDoorFile[] = [];
  addShell(files, build, release);
  for (const plugin of plugins) {
    const opened = openDoor(plugin, root);
    if (!opened) continue;
    const { folder, door } = opened;
    const refusal = findRefusal(door.builtWith, plugin, versions);
    if (refusal) throw refusal;
    if (doors.some(({ id }) => id === door.id)) throw new Refusal(`Two plugins call themselves "${door.id}".`, `${plugin} is listed twice.`);
    doors.push(addDoor(files, folder, door, release));
  }
  files.set("/_m/plugins.json", servedFile(describeDoors(doors), "plugins.json", askEachTime));
  const html = pageText(build, release);
  return { files, doors, release, html, shell: /src="(\/assets\/[^"]+\.js)"[^>]*><\/script>\s*(?:<link|<\/head)/.exec(html)?.[1] ?? "" };
}
