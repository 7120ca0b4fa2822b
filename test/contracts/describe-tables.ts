import { snake, type Col, type Columns, type Table, type View } from "@lianxin/plugin-kit";

const meaningOf = ({ kind, table, finds, subject }: Col): string => {
  const parts = [kind === "ref" && table ? `→ ${table}` : "", finds ? `finds ${snake(finds)}` : "", subject ? `about ${snake(String(subject))}` : ""];
  return parts.filter((part) => part !== "").join(", ");
};

const rowOf = ([key, column]: [string, Col]): string =>
  `| ${snake(key)} | ${column.kind} | ${column.optional ? "yes" : ""} | ${column.dataClass} | ${meaningOf(column)} |`;

const grid = (columns: Columns): string =>
  ["| Column | Type | May be empty | Class | |", "|---|---|---|---|---|", ...Object.entries(columns).map(rowOf)].join("\n");

const byName = <T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Every column with its type and its data class, as a page: tables by name, columns as declared. `views` are what others may read,
 * by their full names. O(columns).
 */
export function describeTables(title: string, tables: readonly Table[], views: Readonly<Record<string, View>> = {}): string {
  const sections = byName(tables.map((table) => [table.name, table.columns] as const)).map(([name, columns]) => `## ${name}\n\n${grid(columns)}`);
  const published = byName(Object.entries(views)).map(([name, view]) => `### ${name}\n\n${grid(view.columns)}`);
  const shown = published.length > 0 ? ["## Published views", ...published] : [];
  const nothing = sections.length + shown.length === 0 ? ["No tables."] : [];
  return `${[`# Tables of ${title}`, ...sections, ...shown, ...nothing].join("\n\n")}\n`;
}
