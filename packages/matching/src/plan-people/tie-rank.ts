/**
 * A fixed rank below 2²⁴ of a placement, from the names alone (FNV-1a over UTF-16 units). Among equally good plans the one with the least sum of
 * ranks is taken, so that a plan does not depend on the order of a sheet's lines, the solver's path or the platform. O(length).
 */
export function rankTie(person: string, place: string): number {
  let hash = 0x811c9dc5;
  for (const text of [place, "\u0000", person]) {
    for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) >>> 8;
}
