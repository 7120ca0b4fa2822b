import type { Compilable, CompiledQuery, Kysely } from "kysely";

/** Stands for a value that is not known yet in a prepared query. */
export class Placeholder {
  constructor(readonly name: string) {}
}

export interface Prepared<P, R> {
  /** Runs it with these values. Building and checking the query is paid once per connection kind, not per run. */
  execute(db: Kysely<any>, params: P): Promise<R[]>;
  first(db: Kysely<any>, params: P): Promise<R | undefined>;
}

const compiled = new WeakMap<object, Map<object, CompiledQuery>>();
/** server-kit marks its handles: those with the same key share a compiled query, and one whose request is over runs nothing. */
export const handleMarks = new WeakMap<object, { readonly key: object; assertOpen(): void }>();

/**
 * A query that is built, checked and compiled once and then only bound: for hot paths. Each value is named (`p.id`); `p` itself has no keys.
 *
 * @example
 * const countIn = prepared((db: Kysely<HelloDatabase>, p: { placePath: string }) =>
 *   db.selectFrom("hello_greeting").select("id").where("placePath", "=", p.placePath));
 * const rows = await countIn.execute(db, { placePath: "/31/" });
 */
export function prepared<DB, P extends Record<string, unknown>, R>(build: (db: Kysely<DB>, params: P) => Compilable<R>): Prepared<P, R> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as P;
  const compile = (db: Kysely<any>): CompiledQuery => {
    const key = handleMarks.get(db)?.key;
    if (!key) return build(db, placeholders).compile();
    const known = compiled.get(key) ?? new Map<object, CompiledQuery>();
    compiled.set(key, known);
    const query = known.get(build) ?? build(db, placeholders).compile();
    known.set(build, query);
    return query;
  };
  const execute = async (db: Kysely<any>, params: P): Promise<R[]> => {
    handleMarks.get(db)?.assertOpen();
    const query = compile(db);
    const bind = (value: unknown): unknown => {
      if (value instanceof Placeholder) return params[value.name];
      return typeof value === "object" && value !== null && "bind" in value ? (value as { bind(f: (v: unknown) => unknown): unknown }).bind(bind) : value;
    };
    const result = await db.executeQuery({ ...query, parameters: query.parameters.map(bind) } as CompiledQuery<R>);
    return result.rows;
  };
  return { execute, first: async (db, params) => (await execute(db, params))[0] };
}
