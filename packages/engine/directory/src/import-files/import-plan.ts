import type { ColumnSet, ValuesOf } from "@lianxin/documents";
import type { ErrorParams } from "@lianxin/plugin-kit";
import type { PlaceRow } from "../keep-places/place.repository.js";
import type { DirectoryContext, DirectoryDatabase } from "../plugin.js";

export type Deed = "added" | "changed" | "same";

/** A line of the file with its cells read. */
export interface ImportLine<V> {
  readonly line: number;
  readonly values: V;
}
/** A text that would mend the line, offered with the words of `directory.import.<label>`. */
export interface Proposal {
  readonly text: string;
  readonly label: string;
  readonly params?: ErrorParams;
}
/** Where a line is mended when it is not the cell that is wrong, and what could be put there. */
export interface Mending {
  readonly field?: string;
  readonly proposals?: readonly Proposal[];
}
/** What keeps a line out; `text` is the key of the message `directory.import.<text>`. */
export interface LineProblem {
  readonly line: number;
  readonly field: string;
  readonly text: string;
  readonly params?: ErrorParams;
  readonly mending?: Mending;
}
type Plain = string | number | boolean | null;
/** One row to be written for a line. */
export interface Write {
  readonly line: number;
  readonly deed: "added" | "changed";
  readonly table: keyof DirectoryDatabase & `directory_${string}`;
  readonly id: string;
  /** The whole row when it is added, the changed columns otherwise. */
  readonly values: Readonly<Record<string, Plain | readonly string[]>>;
  /** Columns as they were; internal ones only. */
  readonly before?: Readonly<Record<string, Plain>>;
  readonly versionAfter?: number;
}
/** What a slice of a file would do: nothing is written before it is stored. */
export interface ImportPlan {
  readonly outcomes: readonly { readonly line: number; readonly deed: Deed }[];
  readonly problems: readonly LineProblem[];
  /** What was supposed, to be shown: `directory.import.<text>`. */
  readonly notes: readonly LineProblem[];
  readonly writes: readonly Write[];
}
/** One kind of file: its columns, and what its lines mean at a place. `plan` reads the database and writes nothing. */
export interface ImportKind<C extends ColumnSet = ColumnSet> {
  readonly columns: C;
  plan(ctx: DirectoryContext, place: PlaceRow, lines: readonly ImportLine<ValuesOf<C>>[]): Promise<ImportPlan>;
}

/** Collects a plan line by line; a line with a problem writes nothing. */
export class PlanMaker {
  readonly #outcomes: { line: number; deed: Deed }[] = [];
  readonly #problems: LineProblem[] = [];
  readonly #notes: LineProblem[] = [];
  readonly #writes: Write[] = [];

  refuse(line: number, field: string, text: string, params: ErrorParams = {}, mending: Mending = {}): void {
    this.#problems.push({ line, field, text, params, mending });
  }

  /** A cell names a place that is not there: names like it are proposed. */
  refusePlace(line: number, field: string, name: string, near: readonly string[]): void {
    this.refuse(line, field, "placeUnknown", { name }, { proposals: near.map((text) => ({ text, label: "meant", params: { name: text } })) });
  }

  note(line: number, field: string, text: string, params: ErrorParams = {}): void {
    this.#notes.push({ line, field, text, params });
  }

  write(line: number, writes: readonly Omit<Write, "line">[], deed?: Deed): void {
    this.#outcomes.push({ line, deed: deed ?? (writes.length === 0 ? "same" : writes.some((w) => w.deed === "changed") ? "changed" : "added") });
    this.#writes.push(...writes.map((write) => ({ ...write, line })));
  }

  finish(): ImportPlan {
    return { outcomes: this.#outcomes, problems: this.#problems, notes: this.#notes, writes: this.#writes };
  }
}
