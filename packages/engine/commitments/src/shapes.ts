import { Type, type TUnsafe } from "typebox";

/** One of a closed set of words. */
export const oneOf = <const W extends readonly string[]>(words: W): TUnsafe<W[number]> => Type.Unsafe<W[number]>({ type: "string", enum: [...words] });

export const Text = Type.String();
export const Id = Type.String({ minLength: 1, maxLength: 64 });
/** One line a person wrote; at least one character that is not a space. */
export const Line = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
export const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: "\\S" });
export const Note = Type.Optional(Type.String({ maxLength: 2000 }));
/** Calendar day; read more closely by getDay. */
export const Day = Type.String({ minLength: 1, maxLength: 10 });
export const WithState = Type.Object({ state: Text });
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
