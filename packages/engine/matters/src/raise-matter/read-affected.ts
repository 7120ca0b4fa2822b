/** "6 栋、42 号 3 户" as its parts. */
export const readAffected = (written: string): string[] =>
  written
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
