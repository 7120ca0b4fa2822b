import type { SealedClass } from "@lianxin/plugin-kit";
import { lockBytes, unlockBytes } from "./lock-bytes.js";

/** What a sealed text says about itself, in the clear and authenticated. */
export interface SealedParts {
  readonly dataClass: SealedClass;
  readonly subject: string;
  /** table/column/row */
  readonly place: string;
}

const subjectForm = /^[\w-]+$/;
const placeForm = /^[\w/-]+$/;

/** One person's key, ready for use. Its bytes leave it by no door, so that it can lie in caches without being printed. */
export class PersonKey {
  readonly #bytes: Uint8Array;

  /** `wrapped` is the stored text the 32 bytes came from. */
  constructor(
    bytes: Uint8Array,
    readonly wrapped: string,
  ) {
    this.#bytes = Uint8Array.from(bytes);
  }

  /**
   * Seals a value for one person and one place: lx1.class.subject.table/column/row.bytes. Everything before the bytes is
   * authenticated, so it opens nowhere else. Throws SEALED_PLACE for a subject or place that the form cannot hold.
   */
  seal({ dataClass, subject, place }: SealedParts, plain: string, masterId: number, iv: Uint8Array): string {
    if (!subjectForm.test(subject) || !placeForm.test(place))
      throw new Error(`SEALED_PLACE: a value in "${place}" cannot be sealed: ids are letters, digits, "-" and "_". Maybe the row's id is made by newId().`);
    const context = `lx1.${dataClass}.${subject}.${place}`;
    return `${context}.${lockBytes(this.#bytes, masterId, context, Buffer.from(plain, "utf8"), iv)}`;
  }

  /** Throws SEALED_DAMAGED when the text was changed, moved, or sealed under another key. */
  open(sealed: string): string {
    const dot = sealed.lastIndexOf(".");
    return unlockBytes(this.#bytes, sealed.slice(0, dot), sealed.slice(dot + 1)).toString("utf8");
  }
}

/** Where a sealed text says it belongs, "table/column/row"; doctor compares it with the row it lies in. */
export const placeOf = (sealed: string): string => sealed.split(".")[3] ?? "";
