import { Type } from "typebox";
import { FloorShape } from "../take-turns/tell-floor.js";
import { groups } from "../keep-rules/rule-pack.js";
import { seatMarks } from "../words.js";
import { Count, oneOf, orNull, Text, TurnShape, Warning } from "../shapes.js";

const Person = Type.Object({
  id: Text,
  personId: Text,
  name: Text,
  partyName: Text,
  kind: Text,
  rsvp: Text,
  substituteName: orNull(Text),
  isThere: Type.Boolean(),
  cameAt: orNull(Text),
  /** Their seat has a vote and they may use it: a substitute only where the rules know them. */
  votes: Type.Boolean(),
  /** What the seat counts as beside a member. */
  marks: Type.Array(oneOf(seatMarks)),
});
/** What quorum and votes are judged by, so that a device without a network can show how they stand. */
const Share = Type.Object({ op: oneOf(["gte", "gt"] as const), fraction: Type.Array(Count, { minItems: 2, maxItems: 2 }) });
const Rules = Type.Object({
  quorum: Type.Array(Type.Object({ of: oneOf(groups), share: Share })),
  pass: Type.Object({ base: oneOf(["members", "attending", "voting"] as const), share: Share, measures: Type.Array(oneOf(["heads", "area"] as const)) }),
});
const Item = Type.Object({
  id: Text,
  position: Count,
  title: Text,
  minutes: Count,
  state: Text,
  matterId: orNull(Text),
  partId: orNull(Text),
  warnings: Type.Array(Warning),
  deferReason: orNull(Text),
  ...TurnShape,
});
const Tally = Type.Object({
  members: Count,
  attending: Count,
  yes: Count,
  no: Count,
  abstain: Count,
  invalid: Count,
  base: Count,
  arithmetic: Text,
  result: Text,
});
const Motion = Type.Object({
  id: Text,
  itemId: Text,
  text: Text,
  state: Text,
  warnings: Type.Array(Warning),
  tally: orNull(Tally),
  pollId: orNull(Text),
  base: Type.Object({ members: Count, present: Count, isQuorate: Type.Boolean() }),
  withdrawn: orNull(Text),
  recused: Type.Array(Type.Object({ inviteeId: Text, reason: Text })),
  objections: Type.Array(Type.Object({ id: Text, inviteeId: Text, reason: Text, answer: orNull(Text), isWithdrawn: Type.Boolean() })),
});
const Decision = Type.Object({
  id: Text,
  itemId: Text,
  serial: Count,
  text: Text,
  arithmetic: Text,
  effect: Text,
  pollId: orNull(Text),
  /** It had effect only after the meeting, so that its work is divided now. */
  isDividedLater: Type.Boolean(),
  warnings: Type.Array(Warning),
});
const Owner = Type.Object({ organization: Text, person: Text, supporting: Type.Array(Text), dueOn: Text, origin: Text, light: Text, conditions: orNull(Text) });
const Part = Type.Object({
  id: Text,
  decisionId: Text,
  source: Text,
  title: Text,
  standard: Text,
  owner: orNull(Owner),
  deferred: orNull(Type.Object({ reason: Text, reviewOn: Text })),
  search: orNull(Type.Object({ until: Text, fallback: Text, isOver: Type.Boolean() })),
});

const Remark = Type.Object({
  ...{ id: Text, itemId: Text, inviteeId: orNull(Text), words: Text, answer: orNull(Text) },
  matter: Type.Object({ id: Text, number: Text, replyBy: orNull(Text) }),
});

/** The room as pages show it; names, never contact data. */
export const RoomShape = Type.Object({
  ...{
    id: Text,
    number: orNull(Text),
    title: Text,
    type: Text,
    state: Text,
    startsAt: orNull(Text),
    endsAt: orNull(Text),
    venueName: orNull(Text),
    postBy: orNull(Text),
    closedAt: orNull(Text),
  },
  quorum: Type.Object({
    isQuorate: Type.Boolean(),
    members: Count,
    present: Count,
    need: Count,
    arithmetic: Type.Array(Text),
    conditions: Type.Array(Type.Object({ of: Text, total: Count, present: Count, need: Count, isReached: Type.Boolean() })),
    isVerified: Type.Boolean(),
    isLocal: Type.Boolean(),
  }),
  parties: Type.Array(Type.Object({ name: Text, members: Count, present: Count })),
  rules: Rules,
  currentItemId: orNull(Text),
  people: Type.Array(Person),
  items: Type.Array(Item),
  mayConsent: Type.Boolean(),
  /** May the chair break a tie? */
  mayCast: Type.Boolean(),
  publicationDays: orNull(Count),
  floor: FloorShape,
  positions: Type.Array(Type.Object({ itemId: Text, partyName: Text, stance: Text, words: Text })),
  motions: Type.Array(Motion),
  decisions: Type.Array(Decision),
  parts: Type.Array(Part),
  remarks: Type.Array(Remark),
  hasList: Type.Boolean(),
  /** The notice of its minutes that is up, or will be from a day on. */
  notice: orNull(Type.Object({ id: Text, fromOn: Text })),
});
