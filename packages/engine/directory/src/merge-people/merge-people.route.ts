import { Type } from "typebox";
import { errors } from "../errors.js";
import { mayAnswerFor } from "../link-account/may-answer-for.js";
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
    const answers = (await mayAnswerFor({ services, may }, params.personId)) && (await mayAnswerFor({ services, may }, body.mergedId));
    if (!answers && (await services.merges.movesRights([params.personId, body.mergedId]))) throw errors.mergeNotYours({}, "body.mergedId");
    return { id: await services.merges.merge(params.personId, body.mergedId, { personId: actor.personId, answers }) };
  },
});

export const undoMergeRoute = route("POST /merges/:mergeId/undo", {
  summary: "Part two merged records again",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.merges.placeOf(params.mergeId))!,
  returns: Nothing,
  async handle({ params, services, may }) {
    const people = await services.merges.peopleOf(params.mergeId);
    for (const personId of people)
      if (!(await mayAnswerFor({ services, may }, personId)) && (await services.merges.movesRights(people))) throw errors.mergeNotYours();
    await services.merges.undo(params.mergeId);
    return {};
  },
});
