const fullWidth = /[\uFF01-\uFF5E]/g;

/** Full-width letters, digits and signs become the usual ones; the full-width space too. */
export const toHalfWidth = (text: string): string =>
  text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ");

/** Text as people mean it: no space at the ends, one form of each character. Chinese punctuation is left as typed. */
export const tidyText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\u3000/g, " ")
    .trim();

/** For passwords: every character counts, the spaces at the ends too. */
export const asTyped = (text: string): string => text;

/** A number as people mean it: full-width digits, spaces, hyphens and dots between digits do not count. “１９９ 0000-0000” → "19900000000". */
export const tidyDigits = (text: string): string => toHalfWidth(text).replace(/[\s.\-–—]/g, "");

/** A mobile number as it is stored: eleven digits without the country's prefix. Anything else comes back tidied, to be refused. */
export const tidyPhone = (text: string): string => tidyDigits(text).replace(/^(\+|00)86(?=1)/, "");

/** Letters and case of a mail address as people mean it. */
export const tidyMail = (text: string): string => toHalfWidth(text).trim();
