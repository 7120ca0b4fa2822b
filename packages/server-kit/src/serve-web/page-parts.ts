import type { Language } from "@lianxin/plugin-kit";

export interface PageOptions {
  readonly language: Language;
  /** The plugins' texts in that language, for the heading of a public page. */
  readonly texts?: Readonly<Record<string, string>>;
}

const written: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => written[letter]!);

/** Where the page is drawn, as the shell's build leaves it. */
export const emptyPlace = '<div id="app"></div>';

/** What stands there before any script has come: a public page's heading. The page draws over it. */
export const opening = (title: string): string => `<div id="app"><div class="frame-public"><main><h1>${escape(title)}</h1></main></div></div>`;

/** A hint at what the page's script will fetch. */
export const askSoon = (address: string): string => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${address}">`;

/** Where the texts of all plugins are, or those of one. */
export const textsAddress = (language: Language, pluginId?: string): string => `/_m/messages/${language}${pluginId ? `/${pluginId}` : ""}.json`;
