import { Type, type Static } from "typebox";
import { orNull, Text } from "../shapes.js";

const Other = Type.Object({ id: Text, number: Text, title: Text, state: Text });
const Referral = Type.Object({
  id: Text,
  unit: Text,
  office: orNull(Text),
  isLead: Type.Boolean(),
  state: Text,
  sentAt: Text,
  settledAt: orNull(Text),
  words: orNull(Text),
  /** Full days no one took it, once that is too long. */
  lateDays: orNull(Type.Integer()),
  verbs: Type.Array(Text),
});

/** Everything the page of one matter shows; names of people, no contact data. */
export const MatterShape = Type.Object({
  id: Text,
  number: Text,
  title: Text,
  detail: orNull(Text),
  wish: orNull(Text),
  placeName: Text,
  spot: orNull(Text),
  state: Text,
  raisedOn: Text,
  /** One household's own affair: handed to somebody, not screened. */
  isPersonal: Type.Boolean(),
  reporterName: orNull(Text),
  /** A name was left, and the reader does not learn it. */
  isReporterHidden: Type.Boolean(),
  entererName: orNull(Text),
  warnings: Type.Array(Type.Object({ code: Text, competentBody: Text, citation: Text })),
  mergedInto: orNull(Other),
  mergedFrom: Type.Array(Other),
  splitFrom: orNull(Other),
  parts: Type.Array(Other),
  referrals: Type.Array(Referral),
  /** How often a unit sent it back. */
  bounces: Type.Integer(),
  channel: orNull(Text),
  affected: Type.Array(Text),
  replyBy: orNull(Text),
  isReplyLate: Type.Boolean(),
  /** The stage as whoever raised it is told. */
  answer: Text,
  /** Raised without an account, with a phone number to call back. */
  hasCaller: Type.Boolean(),
  referredTo: orNull(Text),
  meetingId: orNull(Text),
  decisionId: orNull(Text),
  /** What work for it is open in the ledger, by titles. */
  openWork: Type.Array(Text),
  answers: orNull(Type.Record(Text, Type.Boolean())),
  timeline: Type.Array(Type.Object({ move: Text, toState: Text, at: Text, byName: orNull(Text), forName: orNull(Text), note: orNull(Text) })),
  /** What the reader may do with it now. */
  verbs: Type.Array(Text),
});
export type MatterPage = Static<typeof MatterShape>;
