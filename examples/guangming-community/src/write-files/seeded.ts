/** Draws whole numbers below a bound; the same seed gives the same numbers everywhere. */
export type Draw = (below: number) => number;

/** A small generator (mulberry32, public domain by T. Ettinger): enough to make up people, no secret may come from it. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
