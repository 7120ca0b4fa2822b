import { Type } from "typebox";

/** What a community may set for its volunteer days. */
export const Rules = Type.Object({
  /** Dates are opened so many weeks ahead. */
  weeksAhead: Type.Integer({ minimum: 1, maximum: 52, default: 12 }),
  /** Whoever waits is given a free place until so many minutes before the start; later it would reach nobody. */
  promoteUntilMinutes: Type.Integer({ minimum: 0, maximum: 10_080, default: 60 }),
});
