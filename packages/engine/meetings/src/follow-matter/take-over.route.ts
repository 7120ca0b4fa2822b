import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, orNull, Text, Words } from "../shapes.js";

export const takeOverRoute = route("POST /matters/:matterId/promises", {
  summary: "Put work for a matter into the ledger without a meeting, with who leads it until a day, or without",
  may: meetings.permissions.convene,
  at: async ({ params, use }) => {
    const matter = await use.matters.findMatter(params.matterId);
    return (matter && { path: matter.placePath })!;
  },
  body: Type.Object({
    title: Line,
    standard: Words,
    lead: Type.Optional(Type.Object({ ownerOrganizationId: Id, ownerId: Id, dueOn: Day, verifierId: Type.Optional(Id) })),
  }),
  returns: Type.Object({ partId: Text, commitmentId: orNull(Text) }),
  handle: ({ params, body, services }) => services.promises.takeOver(params.matterId, body),
});
