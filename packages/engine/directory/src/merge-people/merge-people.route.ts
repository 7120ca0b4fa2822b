import { Type } from "typebox";
import { errors } from "../errors.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing, WithId } from "../shapes.js";

export const mergePeopleRoute = route("POST /people/:personId/merges", {
  summary: "Make one person of two records; the second keeps pointing to the first",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ mergedId: Id }),
  returns: WithId,
  async handle({ params, body, services, actor, may }) {
    const other = await services.people.placeOf(body.mergedId);
    if (!other || !(await may("directory.edit", other))) throw errors.personUnknown({}, "body.mergedId");
    return { id: await services.merges.merge(params.personId, body.mergedId, actor.personId) };
  },
});

export const undoMergeRoute = route("POST /merges/:mergeId/undo", {
  summary: "Part two merged records again",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.merges.placeOf(params.mergeId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.merges.undo(params.mergeId);
    return {};
  },
});
