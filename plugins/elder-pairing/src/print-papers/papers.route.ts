import { xlsxType } from "@lianxin/documents";
import { getHandover } from "../hand-over/hand-over.js";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { elderPairing, type ElderPairingContext } from "../plugin.js";
import { atPlace, route } from "../services.js";
import { Nothing } from "../shapes.js";
import { writeHandover, writePairsLedger, writePosted } from "./papers.js";
import { isDay, monthOf, sayMonth } from "../tell-time/tell-time.js";
import { writeNeedsLedger, writeVisitsLedger } from "./ledgers.js";
import { writeBook } from "./visit-book.js";

const filledBy = async ({ actor, use }: ElderPairingContext): Promise<string> =>
  actor.personId === null ? "" : ((await use.directory.namesOf([actor.personId])).get(actor.personId) ?? "");
const page = (file: string, body: string) => ({ file, type: "text/html; charset=utf-8", body });

export const postedListRoute = route("GET /places/:placeId/posted-list", {
  summary: "The list to post: group and masked name, and who helps",
  may: elderPairing.permissions.see,
  at: atPlace,
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.ofPaper(ctx.params.placeId);
    return page(`${name}结对公示.html`, await writePosted(ctx, path, name, await filledBy(ctx)));
  },
});

export const pairsLedgerRoute = route("GET /places/:placeId/ledger", {
  summary: "The ledger of pairs of a place as .xlsx",
  may: elderPairing.permissions.see,
  at: atPlace,
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.ofPaper(ctx.params.placeId);
    return { file: `${name}结对台账.xlsx`, type: xlsxType, body: await writePairsLedger(ctx, path, name, await filledBy(ctx)) };
  },
});

export const visitsLedgerRoute = route("GET /places/:placeId/visit-ledger", {
  summary: "The ledger of a month's visits of a place as .xlsx: who went to whom and when; nothing of what was found",
  may: elderPairing.permissions.see,
  at: atPlace,
  query: Type.Object({ month: Type.Optional(Type.String({ minLength: 7, maxLength: 7 })) }),
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.ofPaper(ctx.params.placeId);
    const month = ctx.query.month ?? monthOf(ctx.clock.today());
    if (!isDay(`${month}-01`)) throw errors.dayInvalid({ value: month }, "query.month");
    return {
      file: `${name}探访台账${sayMonth(month)}.xlsx`,
      type: xlsxType,
      body: await writeVisitsLedger(ctx, { path, place: name, month, filledBy: await filledBy(ctx) }),
    };
  },
});

export const needsLedgerRoute = route("GET /places/:placeId/need-ledger", {
  summary:
    "The ledger of a year's needs of a place as .xlsx: who settles it, when it was settled, how it was rated; of what kind for those alone who may open records; without the words",
  may: elderPairing.permissions.see,
  at: atPlace,
  query: Type.Object({ year: Type.Optional(Type.String({ minLength: 4, maxLength: 4 })) }),
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.ofPaper(ctx.params.placeId);
    const year = ctx.query.year ?? ctx.clock.today().slice(0, 4);
    if (!isDay(`${year}-01-01`)) throw errors.dayInvalid({ value: year }, "query.year");
    return {
      file: `${name}需求台账${year}年.xlsx`,
      type: xlsxType,
      body: await writeNeedsLedger(ctx, { path, place: name, year, mayOpen: await ctx.may("elder-pairing.open", { path }), filledBy: await filledBy(ctx) }),
    };
  },
});

export const visitBookRoute = route("GET /places/:placeId/visit-book", {
  summary: "The visit book of a place, a page for each elder, to be printed",
  may: elderPairing.permissions.see,
  at: atPlace,
  returns: Nothing,
  async handle(ctx) {
    const { path, name } = await ctx.services.places.ofPaper(ctx.params.placeId);
    return page(`${name}探访记录本.html`, await writeBook(ctx, path, name));
  },
});

export const handoverSheetRoute = route("GET /handovers/:handoverId/sheet", {
  summary: "The hand-over sheet with three places to sign",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfHandover(params.handoverId),
  returns: Nothing,
  async handle(ctx) {
    const row = await getHandover(ctx, ctx.params.handoverId);
    return page(
      "交接单.html",
      await writeHandover(ctx, row, { mayOpen: await ctx.may("elder-pairing.open", { path: row.placePath }), filledBy: await filledBy(ctx) }),
    );
  },
});
