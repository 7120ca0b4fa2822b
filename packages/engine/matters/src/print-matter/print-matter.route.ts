import { readRights } from "../find-matter/reader-rights.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Nothing } from "../shapes.js";

const page = "text/html; charset=utf-8";

export const printBlankFormRoute = route("GET /public/blank-form", {
  summary: "The blank form to raise a matter on paper; for anyone, needs no script",
  may: "anyone",
  at: "none",
  returns: Nothing,
  handle: async ({ services }) => ({ file: "议题提出表.html", type: page, body: await services.paper.blankForm() }),
});

export const printAnswerSlipRoute = route("GET /matters/:matterId/answer-slip", {
  summary: "The answer to whoever raised it, as a page to print",
  may: matters.permissions.see,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Nothing,
  async handle(ctx) {
    const row = (await ctx.services.matters.find(ctx.params.matterId))!;
    return { file: "回告单.html", type: page, body: await ctx.services.paper.answerSlip(row, await readRights(ctx, row)) };
  },
});

export const printJourneyRoute = route("GET /matters/:matterId/journey", {
  summary: "Everything that happened to a matter and its parts, as a page to print",
  may: matters.permissions.see,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Nothing,
  async handle(ctx) {
    const row = (await ctx.services.matters.find(ctx.params.matterId))!;
    return { file: "诉求全程单.html", type: page, body: await ctx.services.paper.journey(row, await readRights(ctx, row)) };
  },
});
