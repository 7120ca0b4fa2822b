import { Type, type TUnsafe } from "typebox";

/** One of a closed set of words. */
export const oneOf = <const W extends readonly string[]>(words: W): TUnsafe<W[number]> => Type.Unsafe<W[number]>({ type: "string", enum: [...words] });

export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const Name = Type.String({ minLength: 1, maxLength: 200 });
export const Note = Type.String({ maxLength: 200 });
/** Calendar day; read more closely by getDay. */
export const Day = Type.String({ minLength: 1, maxLength: 10 });
export const Time = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });
export const Instant = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{3})?)?Z$" });
export const Version = Type.Integer({ minimum: 1 });
export const Weekly = Type.Array(Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), fromTime: Time, toTime: Time }), { maxItems: 50 });
export const Nothing = Type.Object({});
export const WithId = Type.Object({ id: Type.String() });
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
