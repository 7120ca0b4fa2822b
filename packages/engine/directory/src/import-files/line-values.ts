import type { CellKind, ColumnSet } from "@lianxin/documents";
import type { ImportLine } from "./import-plan.js";

/** A line on its way through the browser: every cell as text. */
export interface TextLine {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

const asText = (value: unknown): string => (value === true ? "是" : value === false ? "否" : String(value));

/** Read cells as text that the same readers read again. */
export const toText = (line: number, values: Readonly<Record<string, unknown>>): TextLine => ({
  line,
  values: Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, asText(value)]]))),
});

/** Reads a line's texts by its columns; gives the field that is missing or does not read. */
export function fromText(columns: ColumnSet, { line, values }: TextLine): ImportLine<Record<string, unknown>> | { readonly wrong: string } {
  const read: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(columns)) {
    const text = Object.hasOwn(values, field) ? values[field]! : "";
    const reading = text === "" ? undefined : column.read(text, "text" satisfies CellKind);
    if (reading ? "code" in reading : column.isRequired) return { wrong: field };
    read[field] = reading && "value" in reading ? reading.value : undefined;
  }
  return { line, values: read };
}
