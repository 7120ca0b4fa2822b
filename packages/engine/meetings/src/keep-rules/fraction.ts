/** A share that must be reached: "at least 2/3" (`gte`) includes the number, "more than 1/2" (`gt`) does not (民法典 §1259). */
export interface Share {
  readonly op: "gte" | "gt";
  readonly fraction: readonly [part: number, whole: number];
}

const whole = (value: number): number => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`NOT_A_COUNT: ${value} is not a whole number of zero or more.`);
  return value;
};

/** Does `part` of `base` reach the share? Whole numbers and cross-multiplication only; exact for every product below 2⁵³. O(1). */
export function reaches({ op, fraction: [n, d] }: Share, part: number, base: number): boolean {
  const [left, right] = [BigInt(whole(part)) * BigInt(d), BigInt(whole(base)) * BigInt(n)];
  return op === "gte" ? left >= right : left > right;
}

/** The smallest count that reaches the share of `base`; it may be more than the base ("more than all"). O(1). */
export function leastReaching({ op, fraction: [n, d] }: Share, base: number): number {
  const product = BigInt(whole(base)) * BigInt(n);
  const floor = product / BigInt(d);
  if (op === "gt") return Number(floor + 1n);
  return Number(product % BigInt(d) === 0n ? floor : floor + 1n);
}

/** The comparison as it is printed: "16×3 ≥ 21×2"; `say` writes the two counts, areas as square metres. */
export function arithmeticOf({ op, fraction: [n, d] }: Share, part: number, base: number, say: (value: number) => string = String): string {
  const holds = reaches({ op, fraction: [n, d] }, part, base);
  const sign = op === "gte" ? (holds ? "≥" : "<") : holds ? ">" : "≤";
  const times = (value: number, factor: number) => (factor === 1 ? say(value) : `${say(value)}×${factor}`);
  return `${times(part, d)} ${sign} ${times(base, n)}`;
}
