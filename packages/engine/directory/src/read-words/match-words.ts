import { initialsOf } from "./read-initials.js";
import { nameKeyOf } from "./read-name.js";

/** Letters that may be the initials of something: "wxz". */
export const areInitials = (words: string): boolean => /^[a-z]{2,20}$/i.test(words.trim());

/** Which of these texts hold the words, or have them among their pinyin initials; their places in the list. O(texts × length). */
export function whichMatch(words: string, texts: readonly string[]): number[] {
  const key = nameKeyOf(words);
  if (!key) return [];
  const initials = areInitials(words) ? words.trim().toLowerCase() : undefined;
  return texts.flatMap((text, i) => (nameKeyOf(text).includes(key) || (initials && initialsOf(text).includes(initials)) ? [i] : []));
}
