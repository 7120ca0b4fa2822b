import type { ColumnType } from "kysely";
import type { Col } from "./column.js";

export type Columns = Record<string, Col>;
export interface Table<N extends string = string, C extends Columns = Columns> {
  readonly name: N;
  readonly columns: C;
}

type Subjects<C> = { [K in keyof C]: C[K] extends Col<any, any, infer P> ? P : never }[keyof C];
type SubjectsAreColumns<C> = [Subjects<C>] extends [keyof C] ? unknown : { "subject is not a column": Exclude<Subjects<C>, keyof C> };

/**
 * Declares a table once: its row type, the class of every column and tables.md follow, and CI compares it with the migrated schema.
 *
 * @example
 * const shift = table("volunteer_days_shift", { id: col.id(), leaderId: col.ref("directory_person"), leaderPhone: col.contact("leaderId") });
 */
export const table = <const N extends string, C extends Columns>(name: N, columns: C & SubjectsAreColumns<C>): Table<N, C> => ({ name, columns });

type Inserted<C> = C extends Col<infer S, infer I, any> ? ColumnType<S, I, I> : never;
/** The row of a table as Kysely wants it: what a select gives, what an insert and an update take. */
export type Row<T> = T extends Table<any, infer C> ? { [K in keyof C]: Inserted<C[K]> } : never;
/** `{ shift: Table<"volunteer_days_shift", …> }` → `{ volunteer_days_shift: Row }`. */
export type DatabaseFrom<Ts> = { [K in keyof Ts as Ts[K] extends Table<infer N, any> ? N : never]: Row<Ts[K]> };

export type Underscored<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : S;
/** "volunteer-days" → "volunteer_days". */
export const underscored = (id: string): string => id.replaceAll("-", "_");
/** "startsAt" → "starts_at", as CamelCasePlugin writes it. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What others may read: columns of a published view; contact and sensitive columns do not compile. */
export type ViewColumns = Record<string, Col>;
export interface View<C extends ViewColumns = ViewColumns> {
  readonly columns: C;
}
type ClassifiedKeys<C> = {
  [K in keyof C]: C[K] extends Col<infer S, any, any> ? (unknown extends S ? never : NonNullable<S> extends { dataClass: unknown } ? K : never) : never;
}[keyof C];
export const view = <C extends ViewColumns>(
  columns: C & ([ClassifiedKeys<C>] extends [never] ? unknown : { "a view may not publish": ClassifiedKeys<C> }),
): View<C> => ({ columns });
type ReadOnly<C> = C extends Col<infer S, any, any> ? ColumnType<S, never, never> : never;
export type ViewsOf<Id extends string, Vs> = {
  [K in keyof Vs & string as `${Underscored<Id>}_${K}`]: Vs[K] extends View<infer C> ? { [F in keyof C]: ReadOnly<C[F]> } : never;
};
