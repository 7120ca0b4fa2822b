const trigger = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Text that no spreadsheet program computes when it opens a .csv: what begins with = + - @ (their full-width forms too), a tab or a line end gets
 * an apostrophe in front, which those programs show as text.
 */
export function guardFormula(text: string): string {
  return trigger.test(text) ? `'${text}` : text;
}
