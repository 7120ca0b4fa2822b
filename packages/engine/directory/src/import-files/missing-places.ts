import type { PreviewAnswer } from "./use-import.js";

/** A place that rows name and that is not there: what it is, where it is to lie (below the import's place when empty), and in how many rows it stands. */
export interface MissingPlace {
  readonly name: string;
  readonly kind: "网格" | "小区" | "小组" | "楼栋";
  readonly parent: string;
  readonly rows: number;
  /** A place that is there and is written nearly so: perhaps it is meant. */
  readonly near: string | undefined;
}
type Values = Readonly<Record<string, string>>;
type Asked = Pick<PreviewAnswer, "problems" | "refused">;

const fields = ["grid", "compound", "building"] as const;
type Field = (typeof fields)[number];
const isField = (field: string): field is Field => (fields as readonly string[]).includes(field);
const kindOf = (field: Field, name: string): MissingPlace["kind"] =>
  field === "grid" ? "网格" : field === "building" ? "楼栋" : /组$/.test(name) ? "小组" : "小区";

/** What a row names from the missing place on: where a compound is missing its building is too. */
function missingOf(field: Field, values: Values): readonly Field[] {
  const below = field === "compound" && values.building ? (["building"] as const) : [];
  return [field, ...below];
}

/** Every place that rows of people name and that is not there, each once, those above first. O(problems). */
export function missingPlaces({ problems, refused }: Asked): MissingPlace[] {
  const rows = new Map(refused.map(({ line, values }) => [line, values]));
  const found = new Map<string, MissingPlace & { readonly field: Field }>();
  for (const { code, field: at, line, proposals } of problems) {
    const values = rows.get(line);
    if (code !== "placeUnknown" || !values || !isField(at)) continue;
    for (const field of missingOf(at, values)) {
      const name = values[field]!;
      const parent = field === "building" ? values.compound || values.grid || "" : "";
      const key = JSON.stringify([field, parent, name]);
      const near = field === at ? proposals[0]?.text : undefined;
      found.set(key, { field, name, kind: kindOf(field, name), parent, near, rows: (found.get(key)?.rows ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field)).map(({ field: _, ...place }) => place);
}

const cell = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** These places as a list to import, the way people write one. */
export const writePlaceList = (places: readonly Pick<MissingPlace, "name" | "kind" | "parent">[]): string =>
  ["地点名称,类别,上级", ...places.map(({ name, kind, parent }) => [name, kind, parent].map(cell).join(","))].join("\n");
