import { Type, type Static } from "typebox";
import { Ladder, shippedLadders } from "./remind-owners/ladder.js";

const days = (usual: number, minimum = 1) => Type.Integer({ minimum, maximum: 3660, default: usual });

/** An office that is no person of the directory, and its public mail address. */
const Office = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }),
  address: Type.String({ maxLength: 254, pattern: "^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$" }),
});
export type Office = Static<typeof Office>;

/** What a community may set for its ledger; days are calendar days. */
export const Rules = Type.Object({
  /** The street above, told where nobody above the community is in the directory; null, and it is told by hand. */
  superior: Type.Union([Office, Type.Null()], { default: null }),
  /** Who is told when; dated, so that a new habit does not change promises made under the old one. */
  ladders: Type.Array(Ladder, { minItems: 1, default: shippedLadders }),
  /** Without anything done for so long, a line is shown as untouched. */
  staleAfterDays: days(30),
  /** The same trouble at the same place within so many days after a close-out counts as a failed one. */
  recurrenceDays: days(90, 0),
  /** Time for work that residents sent back. */
  reopenDays: days(14),
  /** So many residents who say it is not solved, or are not satisfied, open one promise again. */
  lowRatings: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
  /** So many days at most until somebody looks again at what an owner said they cannot go on with. */
  blockedDays: days(60),
  /** A part may be put off so often without a note of the chair. */
  deferralsWithoutNote: Type.Integer({ minimum: 0, maximum: 100, default: 2 }),
});
