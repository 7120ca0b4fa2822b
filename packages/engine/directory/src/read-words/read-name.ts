const dots = /[•・．‧∙⋅·]/gu;
const hanGap = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
// Control and format characters, and the marks that turn writing direction around.
const unwritable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/**
 * A name as it is kept: composed (NFC), without the gap that sheets put between two characters ("张　三"), one kind of middle dot,
 * single spaces between Latin words. Undefined when nothing, more than 50 characters, or something that cannot be written is left.
 */
export function readName(raw: string): string | undefined {
  const name = raw
    .normalize("NFC")
    .replace(/[\s\u3000]+/gu, " ")
    .trim()
    .replace(hanGap, "")
    .replace(dots, "·")
    .replace(/\s*·\s*/gu, "·");
  const length = [...name].length;
  return length === 0 || length > 50 || unwritable.test(name) ? undefined : name;
}

/** Under what a name is looked up: width, case, spaces and dots make no difference. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·•・‧∙⋅]/gu, "");
