const limit = 32_767;
const mark = "……（内容过长，未写完）";

/** Text as a cell may hold it: without characters that XML forbids, and cut, saying so, at the 32,767 that Excel allows. */
export function fitCellText(text: string): string {
  const clean = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Surrogate}]/gu, "");
  return clean.length <= limit ? clean : `${clean.slice(0, limit - mark.length).replace(/[\ud800-\udbff]$/, "")}${mark}`;
}

/** The width of a text in columns of one digit: a Chinese character takes two. The longest line counts. */
export function countWidth(text: string): number {
  const widths = text.split("\n").map((line) => [...line].reduce((sum, character) => sum + (character.codePointAt(0)! > 0xff ? 2 : 1), 0));
  return Math.max(...widths);
}
