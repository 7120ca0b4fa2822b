import type { Kysely, SelectQueryBuilder } from "kysely";

/** Where something is: the path of a place in the tree, ending in "/". */
export interface Place {
  readonly path: string;
}

declare const brand: unique symbol;
/** The places one reader may list at. Only server-kit makes one, from the reader's grants. */
export interface Scope {
  readonly [brand]: "scope";
  readonly paths: readonly string[];
}

type Placed<DB> = { [K in keyof DB]: "placePath" extends keyof DB[K] ? K : never }[keyof DB] & string;

/**
 * The only door to many rows of a table with a place: those at or below the scope's places. An empty scope gives no row.
 *
 * @example
 * const shifts = await within(db, scope, "volunteer_days_shift").selectAll().execute();
 */
export function within<DB, T extends Placed<DB>>(db: Kysely<DB>, scope: Scope, table: T): SelectQueryBuilder<DB, T, {}> {
  const query = db.selectFrom(table as never) as unknown as SelectQueryBuilder<any, any, {}>;
  const column = `${table}.placePath`;
  return query.where((eb: any) =>
    eb.or(scope.paths.map((path) => eb.and([eb(column, ">=", path), eb(column, "<", `${path}\uffff`)]))),
  ) as unknown as SelectQueryBuilder<DB, T, {}>;
}

type Identified<DB> = { [K in keyof DB]: "id" extends keyof DB[K] ? K : never }[keyof DB] & string;
/** The door to one row, by its id; the route's place was checked before. */
export function byId<DB, T extends Identified<DB>>(db: Kysely<DB>, table: T, id: string): SelectQueryBuilder<DB, T, {}> {
  const query = db.selectFrom(table as never) as unknown as SelectQueryBuilder<any, any, {}>;
  return query.where(`${table}.id` as never, "=", id as never) as unknown as SelectQueryBuilder<DB, T, {}>;
}

/**
 * Rows of a placed table regardless of place, for work that has no reader: jobs, check-ups, and rules that look at other rows inside
 * a decision. `why` is for the reviewer; what it gives must not reach an answer.
 */
export function everywhere<DB, T extends Placed<DB>>(db: Kysely<DB>, table: T, why: string): SelectQueryBuilder<DB, T, {}> {
  if (why.length < 10) throw new Error("everywhere() asks for a reason. Maybe a list needs within() instead.");
  return db.selectFrom(table as never) as unknown as SelectQueryBuilder<DB, T, {}>;
}
