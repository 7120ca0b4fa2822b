/** A seeded stream of 32-bit whole numbers; the same in every JavaScript engine. */
export interface Random {
  state: number;
}

export function seedRandom(seed: number): Random {
  return { state: Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 };
}

/** The next whole number from 0 to 2³² − 1. Mulberry32 (Tommy Ettinger, 2017), integer arithmetic only. */
export function nextWord(random: Random): number {
  const z = (random.state = (random.state + 0x6d2b79f5) | 0);
  let t = Math.imul(z ^ (z >>> 15), z | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

/** A whole number from 0 to `below` − 1 (`below` ≤ 2²¹, so that the product stays exact). Lemire's multiply-and-shift without the rejection. */
export function drawBelow(random: Random, below: number): number {
  return Math.floor((nextWord(random) * below) / 4294967296);
}

/** `count` different items in random order (Fisher–Yates, stopped early). */
export function drawSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const left = [...items];
  const some = Math.min(count, left.length);
  for (let i = 0; i < some; i++) {
    const j = i + drawBelow(random, left.length - i);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, some);
}
