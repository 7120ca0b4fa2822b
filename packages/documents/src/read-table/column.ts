import type { TextParams } from "../document-refused.js";
import type { CellKind } from "../read-sheet/sheet-grid.js";
import type { CorrectionCode, ProblemCode } from "./problem-texts.js";

/** What a cell says after a reader looked at it: a value, perhaps with a correction to show, or what is wrong. */
export type Reading<T> =
  | { readonly value: T; readonly corrected?: { readonly code: CorrectionCode; readonly params?: TextParams } }
  | { readonly code: ProblemCode; readonly params?: TextParams };

/** What an empty sheet says to whoever fills it in. */
export interface Taken {
  /** The words that are shown; others for the same are read too. */
  readonly choices?: readonly string[];
  /** Several of the choices may stand in one cell. */
  readonly isSeveral?: boolean;
  readonly sample?: string;
}

/** Reads the normalised text of a cell that is not empty. */
export interface CellReader<T> {
  (text: string, kind: CellKind): Reading<T>;
  readonly takes?: Taken;
}

/** One column as an import expects it. */
export interface Column<T> {
  /** Its usual heading, shown in messages. */
  readonly header: string;
  /** Other headings people use; spaces, marks and remarks in brackets do not matter. */
  readonly synonyms?: readonly string[];
  readonly read: CellReader<T>;
  /** The sheet must have this column. */
  readonly mustExist?: boolean;
  /** Each row must have a value here (and so the sheet the column). */
  readonly isRequired?: boolean;
  /** What an empty sheet gives as an example, where the reader names none. */
  readonly sample?: string;
  /** A row with nothing but this (a printed 序号) is a blank row. */
  readonly isRowNumber?: boolean;
}

/** The columns of an import by the name of their field. */
export type ColumnSet = Readonly<Record<string, Column<unknown>>>;

/** What a row of such columns holds; a cell that is empty or wrong is undefined. */
export type ValuesOf<C extends ColumnSet> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T | undefined : never };

/** A cell that cannot be imported (`problem`), or was changed on the way in (`correction`). */
export interface Remark {
  readonly address: string;
  readonly row: number;
  /** Letters: `D`. */
  readonly column: string;
  readonly field: string;
  readonly code: ProblemCode | CorrectionCode;
  readonly params: TextParams;
}
