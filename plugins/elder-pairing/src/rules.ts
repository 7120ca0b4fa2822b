import { Type } from "typebox";

/** What a community may set for its pairing. */
export const Rules = Type.Object({
  /** Besides the cadres of the township, those of villages within so many metres may be paired; 0: the township alone. */
  nearMetres: Type.Integer({ minimum: 0, maximum: 100_000, default: 0 }),
  /** A cadre covers at most so many elders for a time, when primary and backup are both away. */
  coverMost: Type.Integer({ minimum: 0, maximum: 10, default: 2 }),
});
