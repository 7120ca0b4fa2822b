import { Type, type TUnsafe } from "typebox";

/** One of a closed set of words. */
export const oneOf = <const W extends readonly string[]>(words: W): TUnsafe<W[number]> => Type.Unsafe<W[number]>({ type: "string", enum: [...words] });
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);

export const Text = Type.String();
export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const Line = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
export const Words = Type.String({ minLength: 1, maxLength: 2_000, pattern: "\\S" });
export const Day = Type.String({ minLength: 10, maxLength: 10 });
export const Time = Type.String({ minLength: 5, maxLength: 5 });
export const Nothing = Type.Object({});
export const Made = Type.Object({ id: Text });
export const Whole = Type.Integer({ minimum: 0, maximum: 1_000 });
export const Counted = Type.Object({ "6_8": Whole, "9_12": Whole, "13_15": Whole });

/** A broken rule as pages get it: texts stand under `rule.<code>` and `remedy.<remedy>`. */
export const Broken = Type.Object({
  ...{ code: Text, about: orNull(Text), remedies: Type.Array(Text) },
  params: Type.Record(Text, Type.Union([Text, Type.Number()])),
});
