const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Surrogate}]/gu;

/** Text of several lines without control characters or broken surrogates; line ends become LF, tabs become spaces. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, "\n")
    .replace(/\t/g, " ")
    .replace(controls, "");
}

/** The same on one line: what a title, a place or a name may be. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/**
 * A name fit for a quoted parameter (CN="…"). RFC 5545 forbids the double quote there and RFC 6868 gives the caret a meaning, so quotes become
 * apostrophes and carets are doubled; backslashes have no escape in a parameter and become slashes.
 */
export function cleanName(name: string): string {
  return cleanLine(name).replace(/"/g, "'").replace(/\\/g, "/").replace(/\^/g, "^^");
}

/** TEXT escaping of RFC 5545 §3.3.11, for the properties where the writer's library does none. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}
