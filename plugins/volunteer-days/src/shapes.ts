import { Type, type TUnsafe } from "typebox";

/** One of a closed set of words. */
export const oneOf = <const W extends readonly string[]>(words: W): TUnsafe<W[number]> => Type.Unsafe<W[number]>({ type: "string", enum: [...words] });

export const Text = Type.String();
export const Id = Type.String({ minLength: 1, maxLength: 64 });
/** One line a person wrote. */
export const Line = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
/** Why somebody decided something. */
export const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" });
export const Words = Type.String({ maxLength: 500 });
export const Day = Type.String({ minLength: 10, maxLength: 10 });
export const Time = Type.String({ minLength: 5, maxLength: 5 });
export const Nothing = Type.Object({});
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
/** Why the rota placed somebody: their place in the line of turns, how often they were at the site, whether they know it. */
export const BecauseShape = Type.Object({ turn: Type.Integer(), visits: Type.Integer(), knowsSite: Type.Boolean() });
/** How many people a letter reached, and the names of whom the desk has to ring up. */
export const ToldShape = { told: Type.Integer(), toCall: Type.Array(Text) };
