import type { ActivitiesContext } from "../plugin.js";

/** The six digits of a code: made from its id with the house's own key, so that none is stored and none can be guessed. */
export function digitsOf({ blind }: Pick<ActivitiesContext, "blind">, codeId: string): string {
  const hash = blind(`children-activities.code ${codeId}`);
  let number = 0n;
  for (const sign of hash) number = number * 131n + BigInt(sign.codePointAt(0)!);
  return String(number % 1_000_000n).padStart(6, "0");
}
