import { Type, type Static } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";
import { readRights } from "./reader-rights.js";
import { showMatter } from "./show-matter.js";

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
  reporterName: orNull(Text),
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
  /** Raised without an account, with a name or a phone number to call back. */
  hasCaller: Type.Boolean(),
  referredTo: orNull(Text),
  meetingId: orNull(Text),
  decisionId: orNull(Text),
  answers: orNull(Type.Record(Text, Type.Boolean())),
  timeline: Type.Array(Type.Object({ move: Text, toState: Text, at: Text, byName: orNull(Text), forName: orNull(Text), note: orNull(Text) })),
  /** What the reader may do with it now. */
  verbs: Type.Array(Text),
});
export type MatterPage = Static<typeof MatterShape>;

export const showMatterRoute = route("GET /matters/:matterId", {
  summary: "One matter with its timeline; for who may see matters there, for who raised it, and without its reporter for the units it was sent to",
  may: "signed-in",
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: MatterShape,
  async handle(ctx) {
    const row = (await ctx.services.matters.find(ctx.params.matterId))!;
    const rights = await readRights(ctx, row);
    if (!rights.isOwn && !rights.maySee && !rights.isUnit) throw errors.matterUnknown();
    return showMatter(ctx, row, rights);
  },
});
