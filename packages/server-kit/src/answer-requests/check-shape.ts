import { AjvCompiler } from "@fastify/ajv-compiler";
import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";
import type { FastifySchemaCompiler, FastifySerializerCompiler } from "fastify";

const base = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const;
const build = (coerceTypes: boolean) => AjvCompiler()({}, { customOptions: { ...base, coerceTypes } } as never) as unknown as FastifySchemaCompiler<unknown>;

/** Objects that say nothing of other fields take none. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== "object") return schema;
  const s = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)])) as Record<string, unknown>;
  return s.type === "object" && s.properties && !("additionalProperties" in s) && !("patternProperties" in s) ? { ...s, additionalProperties: false } : s;
}

/** Compiles a shape when it is first needed: a start knows some hundreds of shapes, and a day's work needs a few dozen. */
function whenNeeded<D>(compile: FastifySchemaCompiler<D>): FastifySchemaCompiler<D> {
  return (definition) => {
    let compiled: ReturnType<FastifySchemaCompiler<D>> | undefined;
    const check: ReturnType<FastifySchemaCompiler<D>> = (value: unknown) => {
      compiled ??= compile(definition);
      const result = compiled(value);
      check.errors = compiled.errors ?? null;
      return result;
    };
    return check;
  };
}

/** Bodies are taken as they are, without coercion; only query strings and path params, which are text, are read as numbers. */
export function shapeCompiler(): FastifySchemaCompiler<unknown> {
  const [strict, fromText] = [build(false), build(true)];
  return whenNeeded((definition) => (definition.httpPart === "body" ? strict : fromText)({ ...definition, schema: closed(definition.schema) }));
}

/** Answers are written as their schema says: what it does not name stays out. */
export function answerCompiler(): FastifySerializerCompiler<unknown> {
  const build = SerializerSelector()({}, {}) as FastifySerializerCompiler<unknown>;
  return (definition) => {
    let write: ReturnType<typeof build> | undefined;
    return (value) => (write ??= build(definition))(value);
  };
}
