import { Classified, sealedForm } from "@lianxin/plugin-kit";
import { CompiledQuery, type DatabaseConnection, type QueryResult } from "kysely";
import { failures } from "../failures.js";
import type { KeyStore } from "../keep-secrets/key-store.js";
import { checked } from "../guard-tables/checked.js";
import { keyStoreOn } from "./key-store-on.js";
import { packLists } from "./pack-lists.js";
import { packRows } from "./pack-rows.js";
import { Blinding, Sealing, type Sealer, type ToSeal } from "./sealing.js";

export interface Wall {
  readonly kind: "sqlite" | "postgres";
  armed: boolean;
  /** Statements sent so far that changed something, may have, or failed. */
  writes: number;
  sealer: Sealer<any> | undefined;
}

/** Most parameters go as they are. */
const needsWork = (parameter: unknown): boolean =>
  typeof parameter === "string" ? parameter.startsWith("lx1.") : typeof parameter === "boolean" || (typeof parameter === "object" && parameter !== null);

/** Below so many parameters there is nothing to save. */
const fewestParameters = 32;

function packQuery(query: CompiledQuery, parameters: readonly unknown[], kind: Wall["kind"]) {
  if (query.query.kind === "InsertQueryNode") return packRows(query, parameters, kind);
  return parameters.length < fewestParameters ? undefined : packLists(query, parameters, kind);
}

/** Every query passes here last: unguarded ones are refused, values are sealed, and after a failed statement nothing runs until a rollback. */
export class GuardedConnection implements DatabaseConnection {
  failed: unknown;
  pending: unknown;

  constructor(
    readonly inner: DatabaseConnection,
    readonly wall: Wall,
  ) {}

  get store(): KeyStore {
    return keyStoreOn(this.inner, this.wall.kind);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.wall.armed && !checked.has(query.query))
      throw new Error(`UNGUARDED_QUERY: no guard has seen "${query.sql.slice(0, 80)}". Maybe use the db of the handler's context.`);
    if (this.failed) throw this.failed;
    if (query.query.kind !== "SelectQueryNode") this.wall.writes++;
    try {
      const parameters = query.parameters.some(needsWork) ? await this.#parametersOf(query.parameters) : query.parameters;
      const packed = packQuery(query, parameters, this.wall.kind) ?? { parameters };
      return await this.inner.executeQuery<R>({ ...query, ...packed });
    } catch (error) {
      this.failed = error;
      this.wall.writes++;
      throw error;
    }
  }

  async #parametersOf(parameters: readonly unknown[]): Promise<readonly unknown[]> {
    const sealings = parameters.filter((p) => p instanceof Sealing && p.plain !== null && p.plain !== undefined) as Sealing[];
    const sealed = sealings.length > 0 ? await this.#seal(sealings) : [];
    const textOf = new Map(sealings.map((sealing, i) => [sealing, sealed[i]!]));
    return parameters.map((p) => {
      if (p instanceof Sealing) return textOf.get(p) ?? null;
      if (p instanceof Blinding) return typeof p.plain === "string" ? this.#sealer.blindIndex(p.plain) : null;
      if (p instanceof Classified)
        throw new Error("CLASSIFIED_AS_PARAMETER: a sealed value can only be written to a classified column. Maybe look it up by its blind index.");
      if (typeof p === "string" && sealedForm.test(p)) throw failures.invalidInput({ count: 1 });
      return typeof p === "boolean" ? Number(p) : p;
    });
  }

  get #sealer(): Sealer {
    if (!this.wall.sealer) throw new Error("NO_KEYS: classified columns need the key ring. Maybe open the database with keys.");
    return this.wall.sealer;
  }

  async #seal(sealings: readonly Sealing[]): Promise<readonly string[]> {
    this.pending ??= this.#sealer.newPending();
    const items: ToSeal[] = [];
    for (const s of sealings)
      items.push({
        dataClass: s.dataClass,
        subject: await this.#subjectOf(s),
        place: `${s.table}/${s.column}/${String(s.row)}`,
        plain: await this.#plainOf(s),
      });
    return this.#sealer.sealMany(items, this.store, this.pending);
  }

  async #subjectOf(sealing: Sealing): Promise<string> {
    const { subject: from, table, row } = sealing;
    if ("value" in from) {
      if (typeof from.value === "string" && from.value !== "") return from.value;
      throw new Error(`NO_SUBJECT: ${table}.${sealing.column} holds a value about a person, but the row names no person.`);
    }
    const mark = this.wall.kind === "postgres" ? "$1" : "?";
    const found = await this.inner.executeQuery<{ subject: string }>(
      CompiledQuery.raw(`select "${from.column}" as subject from "${table}" where "id" = ${mark}`, [row]),
    );
    const subject = found.rows[0]?.subject;
    if (!subject) throw new Error(`NO_SUBJECT: ${table} has no row ${String(row)} that names a person.`);
    return subject;
  }

  async #plainOf({ plain, subject }: Sealing): Promise<string> {
    if (typeof plain === "string") return plain;
    if (!(plain instanceof Classified)) throw new Error("CLASSIFIED_NOT_TEXT: contact and sensitive values are text.");
    if ("value" in subject && subject.value !== plain.subject)
      throw new Error("CLASSIFIED_OF_ANOTHER: a sealed value can only move to a row of the same person.");
    const [text] = await this.#sealer.openMany([plain], this.store);
    if (text === undefined) throw new Error("CLASSIFIED_ERASED: this value's person was erased.");
    return text;
  }

  forget(): void {
    this.failed = undefined;
    this.pending = undefined;
  }

  keep(): void {
    if (this.pending) this.wall.sealer?.promote(this.pending);
    this.forget();
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Streams are not guarded. Maybe read in pages.");
  }
}
