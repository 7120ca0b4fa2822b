/** "活动室、阅览室" as rooms; commas of both scripts and line ends part them too. */
export const readRooms = (words: string): string[] =>
  words
    .split(/[、，,\n]/)
    .map((room) => room.trim())
    .filter((room) => room !== "");
