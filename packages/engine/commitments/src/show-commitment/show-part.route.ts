import { Type, type Static } from "typebox";
import { LedgerLine } from "../keep-ledger/ledger.route.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";
import { showPart } from "./show-part.js";

const Happened = Type.Object({ move: Text, toState: orNull(Text), at: Text, byName: orNull(Text), forName: orNull(Text), note: orNull(Text) });
const Evidence = Type.Object({ words: Text, paper: orNull(Text), byName: orNull(Text), forName: orNull(Text), at: Text });

/** Everything the page of one part shows: who leads it, what was reported, what happened, and what the reader may do now. */
export const PartShape = Type.Object({
  line: LedgerLine,
  conditions: orNull(Text),
  verifierName: orNull(Text),
  evidence: Type.Array(Evidence),
  timeline: Type.Array(Happened),
  verbs: Type.Array(Text),
  /** The reader leads it: then the owner's acts are their own, else they are entered for the owner. */
  isOwner: Type.Boolean(),
});
export type PartPage = Static<typeof PartShape>;

export const showPartRoute = route("GET /parts/:partId", {
  summary: "One part with its commitment, evidence and history; for who may see the ledger there, and for its owner and verifier",
  may: "signed-in",
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: PartShape,
  handle: (ctx) => showPart(ctx, ctx.params.partId),
});
