import { Type } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { Text, Words } from "../shapes.js";

export const withdrawMatterRoute = route("POST /matters/:matterId/withdrawal", {
  summary: "Take a matter back: only who raised it, or who entered it for them",
  may: "signed-in",
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({ reason: Type.Optional(Words) }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services, actor }) {
    const row = (await services.matters.find(params.matterId))!;
    const isOwn = actor.personId !== null && [row.reportedBy, row.enteredBy].includes(actor.personId);
    if (!isOwn) throw errors.withdrawNotAllowed();
    const forId = row.reportedBy !== null && row.reportedBy !== actor.personId ? row.reportedBy : null;
    const { state } = await services.matters.move(row, "withdraw", { note: body.reason?.trim() || null, forId });
    return { state };
  },
});
