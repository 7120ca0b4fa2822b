import { Type, type Static } from "typebox";
import { LedgerLine } from "../keep-ledger/ledger.route.js";
import { orNull, Text } from "../shapes.js";

const who = { byName: orNull(Text), forName: orNull(Text) };
const Happened = Type.Object({ move: Text, toState: orNull(Text), at: Text, ...who, note: orNull(Text), via: orNull(Text) });
const Evidence = Type.Object({ words: Text, paper: orNull(Text), byName: orNull(Text), forName: orNull(Text), at: Text });

const Request = Type.Object({
  ...{ id: Text, kind: Text, reason: Text, wantedDueOn: orNull(Text), state: Text, decidedNote: orNull(Text) },
  ...{ askedBy: orNull(Text), decidedBy: orNull(Text), mayDecide: Type.Boolean(), mayWithdraw: Type.Boolean() },
});
const CounterClaim = Type.Object({
  ...{ id: Text, organization: Text, owner: Text, dueOn: Text, conditions: orNull(Text), words: Text, state: Text },
  ...{ mayDecide: Type.Boolean(), mayWithdraw: Type.Boolean() },
});
const HandOver = Type.Object({
  ...{ id: Text, organization: Text, person: Text, dueOn: Text, reason: Text, state: Text, refusedNote: orNull(Text) },
  /** The reader can sign, or enter the signature on paper, for who gives it away or who takes it. */
  ...{ mayGive: Type.Boolean(), mayTake: Type.Boolean() },
});
const whole = Type.Integer();
const Ratings = Type.Object({
  ...{ count: whole, low: whole, solved: whole, partly: whole, unsolved: whole },
  ...{ satisfied: whole, basically: whole, dissatisfied: whole },
});

/** Everything the page of one part shows: who leads it, what was reported, what happened, and what the reader may do now. */
export const PartShape = Type.Object({
  line: LedgerLine,
  conditions: orNull(Text),
  /** Work that waits for this, as far as the reader may see it. */
  waitedBy: Type.Array(Type.Object({ partId: Text, title: Text })),
  /** Who checks it, and when each passed the report that waits. */
  verifiers: Type.Array(Type.Object({ name: Text, passedAt: orNull(Text) })),
  evidence: Type.Array(Evidence),
  timeline: Type.Array(Happened),
  requests: Type.Array(Request),
  counterClaims: Type.Array(CounterClaim),
  handOvers: Type.Array(HandOver),
  /** Of the present round; null while nobody leads it. */
  ratings: orNull(Ratings),
  /** By when work opened again today is to be done when nobody says another day. */
  reopenOn: Text,
  verbs: Type.Array(Text),
  /** Why the reader cannot check the report that waits; null when they can, or none waits. */
  checkBar: orNull(Text),
  /** The reader leads it: then the owner's acts are their own, else they are entered for the owner. */
  isOwner: Type.Boolean(),
});
export type PartPage = Static<typeof PartShape>;
