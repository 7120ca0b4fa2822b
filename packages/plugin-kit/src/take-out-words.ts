import type { Kysely } from "kysely";

/** What stands where words were taken out. */
export const takenOut = "〔已删去〕";

/** What stands between earlier marks is searched, never a mark itself. */
const withoutWords = (text: string, words: string): string =>
  text
    .split(takenOut)
    .map((piece) => piece.replaceAll(words, () => takenOut))
    .join(takenOut);

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/**
 * A value with the words taken out of every text in it, to any depth; the same value where they stand nowhere. With `keys` only of texts an object holds
 * under those. What is not a plain value (a sealed one) stays as it is. O(length of the texts).
 */
export function takeOutWords<T>(value: T, words: string, keys?: ReadonlySet<string>): T {
  if (typeof value === "string") return withoutWords(value, words) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const cleaned = value.map((one: unknown) => takeOutWords(one, words, keys));
    return cleaned.some((one, at) => one !== value[at]) ? (cleaned as T) : value;
  }
  if (!isPlain(value)) return value;
  const cleaned = Object.entries(value).map(([key, one]: [string, unknown]) =>
    typeof one === "string" && keys && !keys.has(key) ? ([key, one] as const) : ([key, takeOutWords(one, words, keys)] as const),
  );
  return cleaned.some(([key, one]) => one !== (value as Record<string, unknown>)[key]) ? (Object.fromEntries(cleaned) as T) : value;
}

/** Rows of one table and their columns that hold what people wrote. */
export interface KeptWords<DB = any> {
  /** What they are, for people to be told by: "process", "minutes". */
  readonly kind: string;
  readonly table: keyof DB & string;
  readonly rows: readonly { readonly id: string }[];
  readonly columns: readonly string[];
  /** In a column of JSON: the keys under which people's words stand; all when left out. */
  readonly keys?: ReadonlySet<string>;
}

/** The rows in which the words stand, with them taken out. O(length of the texts). */
export function rowsWithout<R extends { readonly id: string }>(rows: readonly R[], { columns, keys }: Pick<KeptWords, "columns" | "keys">, words: string): R[] {
  return rows.flatMap((row) => {
    const before = Object.fromEntries(columns.map((column) => [column, (row as Record<string, unknown>)[column]]));
    const after = Object.fromEntries(columns.map((column) => [column, takeOutWords(before[column], words, keys)]));
    return columns.some((column) => after[column] !== before[column]) ? [{ ...row, ...after }] : [];
  });
}

/** Takes the words out of the rows and gives those in which they stood, as they are now; a trial writes nothing. A statement a changed row. */
export async function takeOutOfRows<DB>(
  db: Kysely<DB>,
  kept: KeptWords<DB>,
  words: string,
  { isTrial }: { readonly isTrial: boolean },
): Promise<{ readonly id: string }[]> {
  const changed = rowsWithout(kept.rows, kept, words);
  if (isTrial) return changed;
  for (const row of changed) {
    const set = Object.fromEntries(kept.columns.map((column) => [column, (row as Record<string, unknown>)[column]]));
    await (db as Kysely<any>)
      .updateTable(kept.table as string)
      .set(set)
      .where("id", "=", row.id)
      .execute();
  }
  return changed;
}
