import { policyWith } from "../answer-requests/security-headers.js";
import type { Doors } from "./doors.js";
import { askSoon, emptyPlace, opening, textsAddress, type PageOptions } from "./page-parts.js";
import { askEachTime, servedFile, type ServedFile } from "./served-file.js";
import type { DoorPage } from "./web-door.js";

/** The shell's own script, its sheet and its hints: what a page that stands alone does without. */
const ofShell = /\s*<(?:script type="module"[^>]*><\/script>|link rel="(?:stylesheet|modulepreload)"[^>]*>)/g;
const bootTag = /<script src="([^"]+\/boot\.js)"><\/script>/;

/**
 * A public page without the shell: its style and the boot script stand in the page, allowed by their hashes, so that the first thing is painted after one round trip;
 * its one script and what that asks first are under way in the second.
 */
export function makeAlone({ files, html }: Doors, pluginId: string, page: DoorPage, { language, texts = {} }: PageOptions): ServedFile {
  const textOf = (address: string): string => files.get(address)?.body.toString("utf8") ?? "";
  const { js = [], css = [], asks = [] } = page.alone ?? {};
  const boot = textOf(bootTag.exec(html)?.[1] ?? "");
  const style = css.map(textOf).join("");
  const head = [
    ...js.map((address) => `<script type="module" src="${address}"></script>`),
    ...[textsAddress(language, pluginId), ...asks.map((path) => `/api/${pluginId}${path}`)].map(askSoon),
    `<style>${style}</style>`,
  ];
  const title = texts[page.title];
  const body = html
    .replace(ofShell, "")
    .replace(/<html lang="[^"]*"/, `<html lang="${language}"`)
    .replace(bootTag, () => `<script>${boot}</script>`)
    .replace("<!--doors-->", () => head.join("\n    "))
    .replace(emptyPlace, (empty) => (title ? opening(title) : empty));
  return servedFile(body, "index.html", askEachTime, policyWith([boot], [style]));
}
