const digit = "[0-9０-９]";
const phone = new RegExp(`(?<!${digit})(?:[+＋]?[8８][6６][ -]?)?[1１][3-9３-９]${digit}(?:[ -]?${digit}{4}){2}(?!${digit})`, "g");
const identity = new RegExp(`(?<!${digit})${digit}{17}[0-9０-９XxＸｘ](?!${digit})`, "g");

/**
 * A text for everybody: mobile numbers that slipped into it, with +86 and in full-width digits too, keep their first three and last four characters, and identity
 * numbers the first three. O(text).
 */
export const hideNumbers = (text: string): string =>
  text.replace(identity, (found) => `${found.slice(0, 3)}****`).replace(phone, (found) => `${found.slice(0, 3)}****${found.slice(-4)}`);
