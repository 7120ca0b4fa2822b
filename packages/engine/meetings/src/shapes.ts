import { Type, type TUnsafe } from "typebox";

/** One of a closed set of words. */
export const oneOf = <const W extends readonly string[]>(words: W): TUnsafe<W[number]> => Type.Unsafe<W[number]>({ type: "string", enum: [...words] });

export const Text = Type.String();
export const Id = Type.String({ minLength: 1, maxLength: 64 });
/** Made on a device, and sorted by when. */
export const Uuid7 = Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" });
/** One line a person wrote; at least one character that is not a space. */
export const Line = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
export const Words = Type.String({ minLength: 1, maxLength: 4000, pattern: "\\S" });
export const Day = Type.String({ pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" });
export const Instant = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?Z$" });
/** A moment in the community's zone, "2026-09-09T15:00". */
export const LocalTime = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d$" });
export const Minutes = Type.Integer({ minimum: 5, maximum: 480 });
export const Count = Type.Integer({ minimum: 0, maximum: 100_000 });
export const Nothing = Type.Object({});
export const WithId = Type.Object({ id: Type.String() });
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
/** Where an item of an agenda stands, and from when to when it has its own turn. */
export const TurnShape = { number: Text, depth: Count, startsAt: orNull(Text), endsAt: orNull(Text) };
export const Warning = Type.Object({ code: Text, competentBody: Text, citation: Text });
