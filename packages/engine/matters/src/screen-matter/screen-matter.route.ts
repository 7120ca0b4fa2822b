import { Type } from "typebox";
import { errors } from "../errors.js";
import { describeWarnings } from "./find-warnings.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, oneOf, Text, Words } from "../shapes.js";
import { outcomes, questions, type Question } from "./checklist.js";

const answer = () => Type.Optional(Type.Boolean());
const Answered = Type.Object(Object.fromEntries(questions.map((question) => [question, answer()])) as Record<Question, ReturnType<typeof answer>>);
const Warnings = Type.Array(Type.Object({ code: Text, competentBody: Text, citation: Text }));

export const screenMatterRoute = route("POST /matters/:matterId/screenings", {
  summary: "Screen a matter: the answers given to seven questions, an outcome, and a written reason for anything but acceptance with every condition met",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({
    answers: Answered,
    outcome: oneOf(outcomes),
    reason: Type.Optional(Words),
    mergeIntoId: Type.Optional(Id),
    /** An organisation of the directory, whose people then take it; or a name that is not in it. */
    referToId: Type.Optional(Id),
    referTo: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  returns: Type.Object({ state: Text, warnings: Warnings }),
  async handle({ params, body, services, may }) {
    const row = (await services.matters.find(params.matterId))!;
    if (body.outcome === "referred" && !(await may("matters.refer", { path: row.placePath }))) throw errors.referNotAllowed({}, "body.outcome");
    const { state, warningCodes } = await services.matters.screen(row, body);
    return { state, warnings: describeWarnings(warningCodes) };
  },
});

export const beginScreeningRoute = route("POST /matters/:matterId/screening-begun", {
  summary: "Take a matter up for screening, so that its proposer sees that somebody looks at it",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Type.Object({ state: Text }),
  async handle({ params, services }) {
    const { state } = await services.matters.move((await services.matters.find(params.matterId))!, "beginScreening");
    return { state };
  },
});
