import { Type, type Static, type TSchema, type TUnsafe } from "typebox";

/** What a column may hold: shown to all, shown inside, someone's contact data, or data that needs a stated reason. */
export type DataClass = "public" | "internal" | "contact" | "sensitive";
export type SealedClass = "contact" | "sensitive";

/**
 * A contact or sensitive value on its way through a handler. It stays sealed: it can be returned where the answer's schema says
 * `contact()` or `sensitive()`, handed to a delivery, or given to `disclose`; it cannot be read, joined into text or logged.
 *
 * @example
 * const row = await db.selectFrom("directory_channel").select("address").executeTakeFirstOrThrow();
 * return { address: row.address };                                  // Classified<string>, masked unless the reader may see it
 */
export class Classified<T = string> {
  readonly #sealed: string;
  /** Never set; keeps `Classified<A>` and `Classified<B>` apart for the compiler. */
  declare protected readonly holds: T;

  constructor(
    sealed: string,
    readonly dataClass: SealedClass,
    readonly subject: string,
  ) {
    this.#sealed = sealed;
  }

  /** The sealed text. server-kit opens it; lint keeps everything else away. */
  static sealedText(value: Classified<unknown>): string {
    return value.#sealed;
  }

  toJSON(): string {
    return `[${this.dataClass}]`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toJSON();
  }

  [Symbol.toPrimitive](): never {
    throw new Error("CLASSIFIED_IN_TEXT: a contact or sensitive value was put into text. Maybe return it under contact() or sensitive(), or use disclose().");
  }
}

/** How a sealed value looks at rest: lx1.class.subject.table/column/row.bytes; all before the last dot is authenticated. */
export const sealedForm = /^lx1\.(contact|sensitive)\.([\w-]+)\.([\w/-]+)\.([\w-]+)$/;

/** Wraps text of the sealed form, leaves every other value as it is. O(1) for values that are not sealed. */
export function wrapSealed(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("lx1.")) return value;
  const found = sealedForm.exec(value);
  return found ? new Classified(value, found[1] as SealedClass, found[2]!) : value;
}

const marked =
  (dataClass: SealedClass) =>
  <S extends TSchema>(inner: S): TUnsafe<Classified<Static<S>>> =>
    Type.Unsafe<Classified<Static<S>>>({ ...inner, "x-class": dataClass });

/** An answer field that holds somebody's contact data; masked for readers who may not see it. */
export const contact = marked("contact");
/** An answer field that holds sensitive data about somebody; hidden from readers who may not see it. */
export const sensitive = marked("sensitive");
