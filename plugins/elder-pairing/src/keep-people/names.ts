/** Under what a name is found again: width, case, spaces and dots make no difference. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·•・‧∙⋅]/gu, "");

/** "张广福" → "张＊福", "欧阳修" → "欧＊修", "李明" → "李＊": how a name is posted. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length < 2) return "＊";
  return letters.length === 2 ? `${letters[0]!}＊` : `${letters[0]!}${"＊".repeat(letters.length - 2)}${letters.at(-1)!}`;
}
