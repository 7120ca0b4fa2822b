import type { Reading } from "./column.js";

/**
 * A person's name: NFC, every kind of middle dot made ·, spaces between Chinese characters (张　三) removed and reported, brackets with a nickname
 * kept. 1 to 50 characters.
 */
export function readName(text: string): Reading<string> {
  const dotted = text
    .normalize("NFC")
    .replace(/\n/g, " ")
    .replace(/ ?[·•・．‧∙⋅･] ?/gu, "·");
  if (/[、，,;；/&＆]/.test(dotted)) return { code: "name.several" };
  const value = dotted.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, "");
  const length = [...value].length;
  if (length > 50) return { code: "name.long", params: { length } };
  if (!/\p{L}/u.test(value) || /[\p{Nd}@#%*=+<>_|~^$\\]/u.test(value)) return { code: "name.wrong" };
  return value === dotted ? { value } : { value, corrected: { code: "name.spaces" } };
}
