import type { Table } from "@lianxin/plugin-kit";

/** How tables are emptied: first some references are set to nothing, then each table by one statement. */
export interface EmptyingPlan {
  /** Columns by their keys, of tables that point at each other in a circle. */
  readonly loosen: readonly { readonly table: string; readonly columns: readonly string[] }[];
  readonly order: readonly string[];
}

/** Keys of the columns that point at one of the tables left, other than their own. */
const pointers = ({ name, columns }: Table, left: ReadonlyMap<string, Table>, isOptional?: boolean): [key: string, target: string][] =>
  Object.entries(columns).flatMap(([key, { kind, table, optional }]) =>
    kind === "ref" && table && table !== name && left.has(table) && (isOptional === undefined || Boolean(optional) === isOptional) ? [[key, table]] : [],
  );

/**
 * An order in which each table can be emptied: whoever points at another of them comes before it; one that points at itself is emptied whole; of a circle
 * the references that may be empty are loosened first. Throws where a circle has none. O(tables² × columns).
 */
export function planEmptying(tables: readonly Table[]): EmptyingPlan {
  const left = new Map(tables.map((table) => [table.name, table]));
  const [order, loosen] = [[] as string[], [] as EmptyingPlan["loosen"][number][]];
  let onlyNeeded: false | undefined;
  while (left.size > 0) {
    const targets = new Set([...left.values()].flatMap((table) => pointers(table, left, onlyNeeded).map(([, target]) => target)));
    const free = [...left.keys()].filter((name) => !targets.has(name));
    if (free.length === 0) {
      if (onlyNeeded === false) throw new Error(`These tables need each other: ${[...left.keys()].join(", ")}.`);
      for (const table of left.values()) {
        const columns = pointers(table, left, true).map(([key]) => key);
        if (columns.length > 0) loosen.push({ table: table.name, columns });
      }
      onlyNeeded = false;
    }
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return { loosen, order };
}
