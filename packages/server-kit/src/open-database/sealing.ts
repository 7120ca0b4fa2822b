import type { Classified, SealedClass, Signature } from "@lianxin/plugin-kit";
import type { KeyStore } from "../keep-secrets/key-store.js";

export interface ToSeal {
  readonly dataClass: SealedClass;
  readonly subject: string;
  /** table/column/row */
  readonly place: string;
  readonly plain: string;
}

/** What the driver needs of the key ring. */
export interface Sealer<Pending = unknown> {
  newPending(): Pending;
  sealMany(items: readonly ToSeal[], store: KeyStore, pending: Pending): Promise<readonly string[]>;
  openMany(values: readonly Classified<unknown>[], store: KeyStore): Promise<readonly (string | undefined)[]>;
  promote(pending: Pending): void;
  forget(subject: string): void;
  blindIndex(value: string): string;
  sign(pluginId: string, text: string): Signature;
}

type Bind = (value: unknown) => unknown;

/** A parameter that becomes sealed text just before it is sent, when its person's key is at hand. */
export class Sealing {
  constructor(
    readonly dataClass: SealedClass,
    readonly table: string,
    readonly column: string,
    readonly row: unknown,
    /** The person, or the column of the row that names the person. */
    readonly subject: { readonly value: unknown } | { readonly column: string },
    readonly plain: unknown,
  ) {}

  bind(bind: Bind): unknown {
    const subject = "value" in this.subject ? { value: bind(this.subject.value) } : this.subject;
    return new Sealing(this.dataClass, this.table, this.column, bind(this.row), subject, bind(this.plain));
  }
}

/** A parameter that becomes the keyed hash of a value. */
export class Blinding {
  constructor(readonly plain: unknown) {}

  bind(bind: Bind): unknown {
    return new Blinding(bind(this.plain));
  }
}

/** A prepared query's parameter that is written as JSON text. */
export class JsonText {
  constructor(readonly plain: unknown) {}

  bind(bind: Bind): unknown {
    const plain = bind(this.plain);
    return plain === null || plain === undefined ? null : JSON.stringify(plain);
  }
}
