import { AjvCompiler } from "@fastify/ajv-compiler";
import type { FastifySchemaCompiler } from "fastify";

const base = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const;
const build = (coerceTypes: boolean) => AjvCompiler()({}, { customOptions: { ...base, coerceTypes } } as never) as unknown as FastifySchemaCompiler<unknown>;

/** Objects that say nothing of other fields take none. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== "object") return schema;
  const s = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)])) as Record<string, unknown>;
  return s.type === "object" && s.properties && !("additionalProperties" in s) && !("patternProperties" in s) ? { ...s, additionalProperties: false } : s;
}

/** Bodies are taken as they are, without coercion; only query strings and path params, which are text, are read as numbers. */
export function shapeCompiler(): FastifySchemaCompiler<unknown> {
  const [strict, fromText] = [build(false), build(true)];
  return (definition) => (definition.httpPart === "body" ? strict : fromText)({ ...definition, schema: closed(definition.schema) });
}
