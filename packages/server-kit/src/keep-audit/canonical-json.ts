import { Classified } from "@lianxin/plugin-kit";

const nameOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
const isWritten = ([, value]: readonly [string, unknown]): boolean => value !== undefined;

/**
 * One text for one value, whatever the order its fields were set in (RFC 8785): names sorted by UTF-16 units, no spaces.
 * Classified values are written as their sealed text. Throws TypeError for what JSON cannot say (NaN, bigint, functions).
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Classified) return JSON.stringify(Classified.sealedText(value));
  if (Array.isArray(value)) return `[${value.map((entry: unknown) => canonicalJson(entry ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    if ("toJSON" in value && typeof value.toJSON === "function") return canonicalJson(value.toJSON());
    const entries = Object.entries(value).filter(isWritten).sort(nameOrder);
    return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`).join(",")}}`;
  }
  const text = typeof value === "number" && !Number.isFinite(value) ? undefined : JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value} like this one.`);
  return text;
}
