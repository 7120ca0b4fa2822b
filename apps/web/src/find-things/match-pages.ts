import type { Found } from "@lianxin/plugin-kit/web";
import type { MenuEntry } from "../frame-pages/plan-menu.js";

/** Pages whose name holds the words, in the language shown. */
export function matchPages(pages: readonly MenuEntry[], words: string, textOf: (key: string) => string): readonly Found[] {
  if (!words) return [];
  const asked = words.toLowerCase();
  return pages.map(({ href, title }) => ({ href, title: textOf(title) })).filter(({ title }) => title.toLowerCase().includes(asked));
}
