import { nextWord, type Random } from "../random.js";

const LN2 = 0.6931471805599453;
const SIZE = 4096;

/** −ln x for 0 < x ≤ 1 by +, −, ×, ÷ alone (2·artanh series after halving), so that every engine gives the same bits; `Math.log` may not. */
function minusLog(x: number): number {
  let halvings = 0;
  let mantissa = x;
  while (mantissa < 0.75) {
    mantissa *= 2;
    halvings++;
  }
  const ratio = (1 - mantissa) / (1 + mantissa);
  let sum = 0;
  for (let k = 41; k >= 1; k -= 2) sum = 1 / k + sum * ratio * ratio;
  return halvings * LN2 + 2 * ratio * sum;
}

const drops = Float64Array.from({ length: SIZE }, (_, i) => minusLog((i + 0.5) / SIZE));

/** A worsening that an annealing step may accept at a temperature, drawn before the move is priced: exponentially distributed with that mean. */
export function drawThreshold(random: Random, temperature: number): number {
  return temperature * drops[nextWord(random) >>> 20]!;
}

/** Temperatures of one cycle: `STEPS` + 1 of them falling geometrically from `first` to `last`. */
export const STEPS = 256;

/** `ratio` with ratio^STEPS = last / first, by square roots (exactly rounded everywhere): STEPS = 2⁸. */
export function buildTemperatures(first: number, last: number): Float64Array {
  let ratio = last / first;
  for (let n = STEPS; n > 1; n /= 2) ratio = Math.sqrt(ratio);
  const temperatures = new Float64Array(STEPS + 1);
  temperatures[0] = first;
  for (let i = 1; i <= STEPS; i++) temperatures[i] = temperatures[i - 1]! * ratio;
  return temperatures;
}
