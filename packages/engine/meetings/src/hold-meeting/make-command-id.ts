/**
 * A UUIDv7 from a moment in milliseconds and a random UUID: the first 48 bits are the moment, the rest stays random. Sorted by text, ids are in
 * the order they were made.
 */
export function makeCommandId(now: number, random: string): string {
  const time = Math.floor(now).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
