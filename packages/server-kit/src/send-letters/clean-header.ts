const longest = 500;
const breaking = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** One line that is safe in a header: control characters and line ends become a space, at most 500 characters. */
export const cleanHeader = (text: string): string => text.slice(0, longest).replace(breaking, " ").trim();

/** A display name: no quotes or angle brackets either, so that no reader takes a part of it for an address. */
export const cleanName = (name: string): string =>
  cleanHeader(name)
    .replace(/["<>\\]/g, "")
    .trim();
