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
  query: Type.Object({ code: Type.Optional(Code) }),
  returns: Nothing,
  async handle({ params, query, services }) {
    const row = (await services.commitments.find(params.commitmentId))!;
    return { file: row.origin === "claimed" ? "任务认领书.html" : "任务交办单.html", type: page, body: await services.commitments.printSlip(row, query.code) };
  },
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
