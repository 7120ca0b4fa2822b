import type { SealedClass } from "@lianxin/plugin-kit";
import { isMask, type Mask } from "./mask-text.js";

/** JSON schema as far as the walk reads it. */
type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
const schemasIn = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value : isSchema(value) ? Object.values(value) : []).filter(isSchema);

const combining = ["anyOf", "oneOf", "allOf"] as const;
const references = ["$ref", "$dynamicRef", "$recursiveRef"] as const;

/** The schema and every alternative or part it is made of. */
function branchesOf(schema: Schema): readonly Schema[] {
  const reference = references.find((keyword) => keyword in schema);
  if (reference)
    throw new Error(
      `SCHEMA_REFERENCE: an answer's schema refers to "${String(schema[reference])}", which is not followed. Maybe write the type out where it is used.`,
    );
  return [schema, ...combining.flatMap((keyword) => schemasIn(schema[keyword]).flatMap(branchesOf))];
}

/** Takes only classified values, or null. */
function takesOnlyClassified(schema: Schema): boolean {
  if ("x-class" in schema) return true;
  if (schemasIn(schema.allOf).some(takesOnlyClassified)) return true;
  return [schema.anyOf, schema.oneOf].some((alternatives) => allTakeOnlyClassified(schemasIn(alternatives)));
}
function allTakeOnlyClassified(schemas: readonly Schema[]): boolean {
  const values = schemas.filter(({ type }) => type !== "null");
  return values.length > 0 && values.every(takesOnlyClassified);
}

/**
 * What an answer's schema says of one spot: which classes may lie there, under which mask, and what lies below. Alternatives are
 * taken together: a value may lie wherever one of them says its class. Made once per schema.
 */
export class AnswerShape {
  /** Only classified values, or null, may lie here. */
  readonly isClassified: boolean;
  readonly #branches: readonly Schema[];
  readonly #children = new Map<string, AnswerShape>();
  #items: AnswerShape[] | undefined;

  constructor(schemas: readonly Schema[]) {
    this.#branches = schemas.flatMap(branchesOf);
    this.isClassified = allTakeOnlyClassified(schemas);
  }

  /** May a value of this class lie here? Then under which mask, if the schema names one. */
  find(dataClass: SealedClass): { readonly mask: Mask | undefined } | undefined {
    const branch = this.#branches.find((schema) => schema["x-class"] === dataClass);
    const mask = branch?.["x-mask"];
    return branch && { mask: isMask(mask) ? mask : undefined };
  }

  child(name: string): AnswerShape {
    const known = this.#children.get(name);
    if (known) return known;
    const shape = new AnswerShape(this.#branches.flatMap((schema) => childrenIn(schema, name)));
    // Only declared names are kept: a record's names are as many as its entries.
    if (this.#branches.some(({ properties }) => isSchema(properties) && Object.hasOwn(properties, name))) this.#children.set(name, shape);
    return shape;
  }

  item(index: number): AnswerShape {
    this.#items ??= this.#tupleLengths().map((i) => new AnswerShape(this.#branches.flatMap((schema) => itemIn(schema, i))));
    return this.#items[Math.min(index, this.#items.length - 1)]!;
  }

  /** 0 … n: one for each place of the longest tuple, and one for all that follow. */
  #tupleLengths(): readonly number[] {
    const longest = Math.max(0, ...this.#branches.map((schema) => tupleOf(schema).length));
    return Array.from({ length: longest + 1 }, (_, i) => i);
  }
}

type Patterns = readonly (readonly [RegExp, unknown])[];
const compiled = new WeakMap<Schema, Patterns>();

function patternsOf(schema: Schema): Patterns {
  if (!isSchema(schema.patternProperties)) return [];
  const known = compiled.get(schema) ?? Object.entries(schema.patternProperties).map(([pattern, child]) => [new RegExp(pattern, "u"), child] as const);
  compiled.set(schema, known);
  return known;
}

function childrenIn(schema: Schema, name: string): readonly Schema[] {
  const own = isSchema(schema.properties) && Object.hasOwn(schema.properties, name) ? [schema.properties[name]] : [];
  const matching = patternsOf(schema)
    .filter(([pattern]) => pattern.test(name))
    .map(([, child]) => child);
  const declared = [...own, ...matching].filter(isSchema);
  return declared.length > 0 ? declared : [schema.additionalProperties].filter(isSchema);
}

const tupleOf = (schema: Schema): readonly Schema[] =>
  schemasIn(Array.isArray(schema.prefixItems) ? schema.prefixItems : Array.isArray(schema.items) ? schema.items : []);

function itemIn(schema: Schema, index: number): readonly Schema[] {
  const tuple = tupleOf(schema);
  const others = Array.isArray(schema.items) ? schema.additionalItems : schema.items;
  return [index < tuple.length ? tuple[index] : others].filter(isSchema);
}

const shapes = new WeakMap<object, AnswerShape>();

/** The shape of a schema, made at its first use. Throws SCHEMA_REFERENCE for one with a `$ref`. */
export function shapeOf(schema: object): AnswerShape {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = new AnswerShape([schema as Schema]);
  shapes.set(schema, shape);
  return shape;
}
