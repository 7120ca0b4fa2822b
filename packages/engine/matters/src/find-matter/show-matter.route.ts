import { Type, type Static } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";
import { showMatter } from "./show-matter.js";

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
  mergedInto: orNull(Type.Object({ id: Text, number: Text, title: Text })),
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
  summary: "One matter with its timeline; for who may see matters there, and for who raised it",
  may: "signed-in",
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: MatterShape,
  async handle({ params, services, use, actor, may }) {
    const row = (await services.matters.find(params.matterId))!;
    const at = { path: row.placePath };
    const isOwn = actor.personId !== null && [row.reportedBy, row.enteredBy].includes(actor.personId);
    if (!isOwn && !(await may("matters.see", at))) throw errors.matterUnknown();
    const rights = { isOwn, maySee: await may("matters.see", at), mayScreen: await may("matters.screen", at), mayRefer: await may("matters.refer", at) };
    return showMatter(services, use.directory, row, rights);
  },
});
