import { Type } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { Text, Words } from "../shapes.js";
import { findWithdrawer } from "./withdraw-matter.js";

const Reason = Type.Object({ reason: Type.Optional(Words) });
const State = Type.Object({ state: Text });

export const withdrawMatterRoute = route("POST /matters/:matterId/withdrawal", {
  summary:
    "Take a matter back: who raised it; or, for one raised through somebody else or without an account, who enters matters there, with the raiser's word",
  may: "signed-in",
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Reason,
  returns: State,
  async handle({ params, body, services, actor, may }) {
    const row = (await services.matters.find(params.matterId))!;
    const as = findWithdrawer(row, actor.personId, await may("matters.enter", { path: row.placePath }));
    if (!as) throw errors.withdrawNotAllowed();
    const { state } = await services.matters.withdraw(row, { reason: body.reason, isOwn: as === "raiser" });
    return { state };
  },
});

export const withdrawFollowedRoute = route("POST /public/matters/:matterId/:key/withdrawal", {
  summary: "Take a matter back that was raised without an account, by its private link",
  may: "anyone",
  at: "none",
  limit: { most: 20, minutes: 10 },
  body: Reason,
  returns: State,
  async handle({ params, body, services }) {
    const { state } = await services.matters.withdraw(await services.guests.get(params.matterId, params.key), { reason: body.reason, isOwn: true });
    return { state };
  },
});
