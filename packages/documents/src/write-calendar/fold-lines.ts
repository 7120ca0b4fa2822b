const unfold = (text: string) => text.replace(/\r\n[ \t]/g, "");

function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/**
 * Folds content lines at 75 octets as RFC 5545 §3.1 asks, never inside a character; lines folded before (by characters, as the writer's
 * library does) are unfolded first. Linear in the length of the text.
 */
export function foldLines(text: string): string {
  return unfold(text).split("\r\n").map(foldLine).join("\r\n");
}
