/** A seeded source of numbers in [0, 1) (mulberry32), the same on every platform. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The distance of two points. Math.hypot is not the same to the last bit on every platform; a square root is. */
export function distance([x, y]: readonly [number, number], [v, w]: readonly [number, number]): number {
  return Math.sqrt((x - v) * (x - v) + (y - w) * (y - w));
}
