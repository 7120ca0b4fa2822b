/** How many characters an SMS gateway counts: UTF-16 units, so an emoji or a rare character (𠮷) is two. */
export function countSmsCharacters(text: string): number {
  return text.length;
}

/** The beginning of a text in at most `limit` SMS characters, ended by … when something was cut; never half a character. */
export function shorten(text: string, limit: number): string {
  if (countSmsCharacters(text) <= limit) return text;
  let kept = "";
  for (const character of text) {
    if (countSmsCharacters(kept + character) > limit - 1) break;
    kept += character;
  }
  return `${kept.replace(/[，、；：,;:\s“‘（(]+$/u, "")}…`;
}

/** One line of plain text: no control characters, no line ends, single spaces. */
export function flatten(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, " ")
    .replace(/\p{Surrogate}/gu, "")
    .trim();
}
