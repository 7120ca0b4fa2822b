const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\p{Surrogate}]/gu;

// Most cells are like this, and a roster has tens of thousands of them.
const plain = /^[\x21-\x7e\u4e00-\u9fff]*$/;

/**
 * Text as a person reading the cell would retype it: NFC, full-width digits and letters made half-width, every kind of space one plain space,
 * invisible characters gone, lines trimmed and empty ones dropped. Chinese punctuation stays.
 */
export function normaliseText(raw: string): string {
  if (plain.test(raw)) return raw;
  return raw
    .normalize("NFC")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(invisible, "")
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .split("\n")
    .map((line) => line.replace(/[\s\u3000]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
