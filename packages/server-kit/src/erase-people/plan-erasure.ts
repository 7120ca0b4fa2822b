import type { Col, Table } from "@lianxin/plugin-kit";

/** One table's internal values about one person: those columns of the rows that name the person in `subject`. */
export interface Erasure {
  readonly table: string;
  readonly subject: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const blanks: Readonly<Record<string, unknown>> = { int: 0, bool: false, json: {} };
const blankOf = ({ optional, kind }: Col): unknown => (optional ? null : (blanks[kind] ?? ""));

/** Whose person a column's value is about: its own subject when it is internal, that of the value it finds when it is a blind index. */
function subjectOf(column: Col, columns: Table["columns"]): string | undefined {
  if (column.kind === "blind") return columns[column.finds!]?.subject as string | undefined;
  return column.dataClass === "internal" ? (column.subject as string | undefined) : undefined;
}

/**
 * What has to be overwritten when a person is erased: every internal column that says it is about somebody, and every blind index. Sealed
 * columns need nothing: their key is gone. One entry for each table and column that names people. O(columns).
 */
export function planErasure(tables: readonly Table[]): readonly Erasure[] {
  return tables.flatMap(({ name, columns }) => {
    const found = new Map<string, Record<string, unknown>>();
    for (const [key, column] of Object.entries(columns)) {
      const subject = subjectOf(column, columns);
      if (subject) found.set(subject, { ...found.get(subject), [key]: blankOf(column) });
    }
    return [...found].map(([subject, values]) => ({ table: name, subject, values }));
  });
}
