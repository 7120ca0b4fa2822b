import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Code } from "../use-slip/use-slip.route.js";

const page = "text/html; charset=utf-8";
const Nothing = Type.Object({});

export const printSlipRoute = route("GET /commitments/:commitmentId/slip", {
  summary: "The slip to sign, as a page to print: two copies of a claim, three parts of an assignment",
  may: commitments.permissions.see,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  returns: Nothing,
  async handle({ params, services }) {
    const row = (await services.commitments.find(params.commitmentId))!;
    return { file: row.origin === "claimed" ? "任务认领书.html" : "任务交办单.html", type: page, body: await services.commitments.printSlip(row) };
  },
});

export const printCodeSlipRoute = route("GET /commitments/:commitmentId/code-slip", {
  summary: "What an owner without an account takes home (任务短码单), with the code that was made for it, as a page to print",
  may: commitments.permissions.see,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  query: Type.Object({ code: Code }),
  returns: Nothing,
  handle: async ({ params, query, services }) => ({
    file: "任务短码单.html",
    type: page,
    body: await services.commitments.printCodeSlip((await services.commitments.find(params.commitmentId))!, query.code),
  }),
});

export const printHandOverRoute = route("GET /commitments/:commitmentId/hand-overs/:handOverId/slip", {
  summary: "A hand-over to be signed on paper by both (任务移交单), in three copies, as a page to print",
  may: commitments.permissions.see,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "任务移交单.html",
    type: page,
    body: await services.commitments.printHandOver((await services.commitments.find(params.commitmentId))!, params.handOverId),
  }),
});

export const printCloseOutRoute = route("GET /commitments/:commitmentId/close-out-slip", {
  summary: "The close-out slip (销号单), as a page to print",
  may: commitments.permissions.see,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "销号单.html",
    type: page,
    body: await services.commitments.printCloseOut((await services.commitments.find(params.commitmentId))!),
  }),
});

export const printRatingCodesRoute = route("GET /commitments/:commitmentId/rating-sheet", {
  summary: "Rating codes just made (divided by commas), as slips to cut out and hand to residents, eight on a page",
  may: commitments.permissions.check,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  query: Type.Object({ codes: Type.String({ minLength: 1, maxLength: 500 }) }),
  returns: Nothing,
  async handle({ params, query, services }) {
    const row = (await services.commitments.find(params.commitmentId))!;
    return { file: "评价码.html", type: page, body: await services.commitments.printRatingCodes(row, query.codes.split(",")) };
  },
});
