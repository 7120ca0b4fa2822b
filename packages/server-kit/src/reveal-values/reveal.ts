import { Classified, sealedForm } from "@lianxin/plugin-kit";
import { shapeOf, type AnswerShape } from "./answer-shape.js";
import type { Mask } from "./mask-text.js";

/** A classified value at its spot in an answer. */
export interface Found {
  readonly value: Classified<unknown>;
  /** "/elders/0/phone" */
  readonly path: string;
  /** The mask the schema names there. */
  readonly mask: Mask | undefined;
}

const isSealedText = (value: unknown): boolean => typeof value === "string" && value.startsWith("lx1.") && sealedForm.test(value);

function walk(shape: AnswerShape, value: unknown, path: string, show: (found: Found) => unknown): unknown {
  if (value instanceof Classified) {
    const spot = shape.find(value.dataClass);
    if (!spot) throw leak(path, `a ${value.dataClass} value lies where the schema does not say ${value.dataClass}()`);
    return show({ value, path, mask: spot.mask });
  }
  if (isSealedText(value)) throw leak(path, "the text of a sealed value lies there");
  if (value === null || value === undefined) return value;
  if (shape.isClassified) throw leak(path, "a plain value lies where the schema says it is classified");
  if (typeof value !== "object") return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return walk(shape, value.toJSON(), path, show);
  return Array.isArray(value) ? walkList(shape, value, path, show) : walkObject(shape, value, path, show);
}

function walkList(shape: AnswerShape, list: readonly unknown[], path: string, show: (found: Found) => unknown): unknown {
  let isChanged = false;
  const shown = list.map((entry, i) => {
    const revealed = walk(shape.item(i), entry, `${path}/${i}`, show);
    isChanged ||= revealed !== entry;
    return revealed;
  });
  return isChanged ? shown : list;
}

function walkObject(shape: AnswerShape, object: object, path: string, show: (found: Found) => unknown): unknown {
  let isChanged = false;
  const entries = Object.entries(object).map(([name, entry]: [string, unknown]) => {
    const revealed = walk(shape.child(name), entry, `${path}/${name}`, show);
    isChanged ||= revealed !== entry;
    return [name, revealed] as const;
  });
  return isChanged ? Object.fromEntries(entries) : object;
}

const leak = (path: string, what: string): Error =>
  new Error(
    `CLASSIFIED_LEAK: the answer was held back at ${path || "/"}: ${what}. Maybe declare the field with contact() or sensitive(), and return the value as the row gave it.`,
  );

/**
 * Walks an answer beside its JSON schema and puts in place of each classified value what `show` gives for it. Unions, tuples,
 * records and additional properties are followed. Throws CLASSIFIED_LEAK, with the path and never the value, where the schema
 * does not say the value's class; SCHEMA_REFERENCE for a `$ref`. What holds no classified value is not copied. O(size).
 */
export const reveal = (schema: object, value: unknown, show: (found: Found) => unknown): unknown => walk(shapeOf(schema), value, "", show);

/** Every classified value of an answer, in the order in which `reveal` meets them. Throws as `reveal` does. */
export function collectClassified(schema: object, value: unknown): readonly Found[] {
  const found: Found[] = [];
  reveal(schema, value, (one) => {
    found.push(one);
    return one.value;
  });
  return found;
}
