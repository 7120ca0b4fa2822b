import { getHandover } from "../hand-over/hand-over.js";
import { elderPairing } from "../plugin.js";
import { atPlace, route } from "../services.js";
import { Nothing } from "../shapes.js";
import { writeHandover, writePairsLedger, writePosted } from "./papers.js";
import { writeBook } from "./visit-book.js";

const page = (file: string, body: string) => ({ file, type: "text/html; charset=utf-8", body });
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const postedListRoute = route("GET /places/:placeId/posted-list", {
  summary: "The list to post: group and masked name, and who helps",
  may: elderPairing.permissions.see,
  at: atPlace,
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.get(ctx.params.placeId);
    return page("结对公示.html", await writePosted(ctx, path, name));
  },
});

export const pairsLedgerRoute = route("GET /places/:placeId/ledger", {
  summary: "The ledger of pairs of a place as .xlsx",
  may: elderPairing.permissions.see,
  at: atPlace,
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.get(ctx.params.placeId);
    const by = ctx.actor.personId === null ? "" : ((await ctx.use.directory.namesOf([ctx.actor.personId])).get(ctx.actor.personId) ?? "");
    return { file: "结对台账.xlsx", type: sheet, body: await writePairsLedger(ctx, path, name, by) };
  },
});

export const visitBookRoute = route("GET /places/:placeId/visit-book", {
  summary: "The visit book of a place, a page for each elder, to be printed",
  may: elderPairing.permissions.see,
  at: atPlace,
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.get(ctx.params.placeId);
    return page("探访记录本.html", await writeBook(ctx, path, name));
  },
});

export const handoverSheetRoute = route("GET /handovers/:handoverId/sheet", {
  summary: "The hand-over sheet with three places to sign",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfHandover(params.handoverId),
  returns: Nothing,
  async handle(ctx) {
    const row = await getHandover(ctx, ctx.params.handoverId);
    return page("交接单.html", await writeHandover(ctx, row, await ctx.may("elder-pairing.open", { path: row.placePath })));
  },
});
