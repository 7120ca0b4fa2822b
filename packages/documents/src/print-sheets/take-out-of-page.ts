import { escapeHtml } from "./markup.js";

/** A page with words taken out of its text, `put` in their place; its tags and styles stay as they are. O(page). */
export function takeOutOfPage(page: string, words: string, put: string): string {
  const [shown, placed] = [escapeHtml(words), escapeHtml(put)];
  return page
    .split(/(<style[\s\S]*?<\/style>|<[^>]*>)/)
    .map((piece) => (piece.startsWith("<") ? piece : piece.replaceAll(shown, () => placed)))
    .join("");
}
