import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

const Link = Type.Object({
  ...{ partId: Text, title: Text, owner: orNull(Text), ownerOrganization: orNull(Text), dueOn: orNull(Text) },
  /** Due before something it waits for. */
  isTight: Type.Boolean(),
});

export const listChainsRoute = route("GET /ledger/chains", {
  summary: "Which work waits for which other, each chain from what waits to what all of it waits for; the critical one first",
  may: commitments.permissions.see,
  at: "list",
  returns: Type.Object({
    chains: Type.Array(Type.Object({ endsOn: orNull(Text), isCircle: Type.Boolean(), parts: Type.Array(Link) })),
  }),
  handle: async ({ scope, services }) => ({ chains: (await services.ledger.chains(scope)).map((chain) => ({ ...chain, parts: [...chain.parts] })) }),
});
