import type { Classified, DataClass, SealedClass } from "./classified.js";

export type ColumnKind = "id" | "ref" | "text" | "int" | "bool" | "date" | "instant" | "json" | "place" | "blind";

/** One column: what it is in SQL, what class its data has, what a row gives (`S`) and takes (`I`), whose data it is (`Sub`). */
export interface Col<S = any, I = any, Sub extends string = any> {
  readonly kind: ColumnKind;
  readonly dataClass: DataClass;
  readonly optional: boolean;
  /** The table a `ref` points to. */
  readonly table?: string;
  /** The column of the same table that holds the person this value is about. */
  readonly subject?: Sub;
  /** For a blind index: the classified column it finds. */
  readonly finds?: string;
  /** Never set; carries the types. */
  readonly type?: readonly [S, I];
  nullable(): Col<S | null, I | null | undefined, Sub>;
  /** States that everyone may read it. */
  as(dataClass: "public"): Col<S, I, Sub>;
  /** Internal value about a person: overwritten when the person in that column is erased. */
  about<P extends string>(subject: P): Col<S, I, P>;
}

function make<S, I = S, Sub extends string = never>(part: Partial<Col<S, I, Sub>>): Col<S, I, Sub> {
  const column = { kind: "text", dataClass: "internal", optional: false, ...part };
  return {
    ...column,
    nullable: () => make({ ...column, optional: true } as never),
    as: (dataClass: DataClass) => make({ ...column, dataClass } as never),
    about: (subject: string) => make({ ...column, subject } as never),
  } as Col<S, I, Sub>;
}

const sealed =
  (dataClass: SealedClass) =>
  <P extends string>(subject: P): Col<Classified<string>, string, P> =>
    make<Classified<string>, string, P>({ dataClass, subject });

/** The vocabulary of columns; each gives the same column on SQLite and PostgreSQL. */
export const col = {
  /** UUIDv7 text, the primary key. */
  id: () => make<string>({ kind: "id" }),
  /** The id of a row of another table; a real foreign key inside the plugin, checked by doctor outside it. */
  ref: (table: string) => make<string>({ kind: "ref", table }),
  text: () => make<string>({ kind: "text" }),
  /** Whole number below 2⁵³. */
  int: () => make<number>({ kind: "int" }),
  bool: () => make<boolean>({ kind: "bool" }),
  /** Calendar day, "2026-09-09". */
  date: () => make<string>({ kind: "date" }),
  /** Moment in UTC, "2026-09-09T07:00:00.000Z". */
  instant: () => make<string>({ kind: "instant" }),
  /** JSON text; read and written as the value. */
  json: <T>() => make<T>({ kind: "json" }),
  /** The path of the place a row belongs to, ending in "/"; lists are narrowed by it. */
  place: () => make<string>({ kind: "place" }),
  contact: sealed("contact"),
  sensitive: sealed("sensitive"),
  /** Keyed hash of a contact column of the same table, filled by the platform, so that an exact value can be found. */
  blind: (finds: string) => make<string | null, string | null | undefined>({ kind: "blind", finds, optional: true }),
};
