import { Type } from "typebox";

/** What a community may set for its volunteer days. */
export const Rules = Type.Object({
  /** Dates are opened so many weeks ahead. */
  weeksAhead: Type.Integer({ minimum: 1, maximum: 52, default: 12 }),
  /** Whoever waits is given a free place until so many minutes before the start; later it would reach nobody. */
  promoteUntilMinutes: Type.Integer({ minimum: 0, maximum: 10_080, default: 60 }),
  /** Letters that can wait are not sent from this time of day until that one: "22:00" and "07:00"; the same twice for never quiet. */
  quietFrom: Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", default: "22:00" }),
  quietUntil: Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", default: "07:00" }),
  /** Whoever is first in line has so many waking minutes to say yes to a place before the next is asked; 0: the place is theirs at once. */
  offerMinutes: Type.Integer({ minimum: 0, maximum: 2880, default: 0 }),
  /** Whether people are photographed on the day; what is shown and printed says which. Off unless a community decides otherwise. */
  takesPhotos: Type.Boolean({ default: false }),
  /**
   * Minutes are certified once they have stood on the posted list for so many days, so that a mistake is found first: seven by 民发〔2015〕149号, the guidance on certificates of volunteer
   * service; a community may set more or fewer.
   */
  postedDays: Type.Integer({ minimum: 0, maximum: 60, default: 7 }),
  /** How many are asked at a time to stand in for somebody. */
  standInsAsked: Type.Integer({ minimum: 1, maximum: 20, default: 3 }),
});
