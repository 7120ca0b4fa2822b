/** The words as they are kept: trimmed, inner white space made single. */
export const chooseWords = (words: string): string => words.trim().replace(/\s+/g, " ");

/** Length as people count it: a character outside the basic plane is one. */
export const countCharacters = (words: string): number => [...words].length;
