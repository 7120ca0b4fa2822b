/** The first character of each letter in the order of pinyin; no Chinese word begins with i, u or v. */
const firsts = "阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀";
const letters = "abcdefghjklmnopqrstwxyz";
const collator = new Intl.Collator("zh-u-co-pinyin");

/** Surnames that are read otherwise than the character usually is. */
const surnames: Readonly<Record<string, string>> = {
  ...{ 单: "s", 曾: "z", 解: "x", 仇: "q", 翟: "z", 区: "o", 查: "z", 尉: "y", 冼: "x", 种: "c", 员: "y", 秘: "b", 乐: "y", 朴: "p", 覃: "q" },
};

function letterOf(character: string): string {
  if (/^[a-z0-9]$/i.test(character)) return character.toLowerCase();
  if (!/^\p{Script=Han}$/u.test(character)) return "";
  const after = [...firsts].findIndex((first) => collator.compare(first, character) > 0);
  return letters.at(after < 0 ? -1 : after - 1) ?? "";
}

/**
 * The pinyin initials of a person's name, "wxz" of 王秀珍, by the collation that comes with the runtime (ICU); surnames of another
 * reading are known. A character it does not know gives nothing. O(length).
 */
export const initialsOf = (name: string): string => [...name].map((character, i) => (i === 0 && surnames[character]) || letterOf(character)).join("");

/** What a list of names is sorted by: the letter of the surname, then the name, so that one surname stays together. */
export const sortKeyOf = (name: string, nameKey: string): string => `${initialsOf(name).charAt(0) || "~"}${nameKey}`;
