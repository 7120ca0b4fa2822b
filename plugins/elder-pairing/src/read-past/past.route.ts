import { Type } from "typebox";
import { getElder } from "../keep-people/change-elder.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import { elderPairing, type ElderPairingContext } from "../plugin.js";
import { atElder, route } from "../services.js";
import { Flag, Int, orNull, Text } from "../shapes.js";
import { VisitsShape } from "../show-mine/elder-shapes.js";
import { getOwnElder } from "../show-mine/show-mine.js";
import { countSearches, pastSearches } from "./past-searches.js";
import { countVisits, pastPerPage, pastVisits } from "./past-visits.js";

const query = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) });
const Visits = Type.Object({ visits: VisitsShape, count: Int, pageSize: Int });
const Searches = Type.Object({
  searches: Type.Array(
    Type.Object({
      ...{ id: Text, startedAt: Text, closedAt: orNull(Text), state: Text, outcome: orNull(Text) },
      steps: Type.Array(Type.Object({ step: Text, at: Text, result: Text, isStruck: Flag })),
    }),
  ),
  ...{ count: Int, pageSize: Int },
});
type Asked = ElderPairingContext & { readonly query: { readonly page?: number } };
const sliceOf = ({ query: { page = 0 } }: Asked) => ({ from: page * pastPerPage, count: pastPerPage });

const showVisits = async (ctx: Asked, { id }: ElderRow, mayOpen: boolean) => ({
  visits: await pastVisits(ctx, id, mayOpen, sliceOf(ctx)),
  ...{ count: await countVisits(ctx.db, id), pageSize: pastPerPage },
});
const showSearches = async (ctx: Asked, { id }: ElderRow, mayOpen: boolean) => ({
  searches: await pastSearches(ctx, id, mayOpen, sliceOf(ctx)),
  ...{ count: await countSearches(ctx.db, id), pageSize: pastPerPage },
});
interface MayOpen {
  readonly may: (permission: "elder-pairing.open", place: { readonly path: string }) => Promise<boolean>;
}
/** For whoever answers for the place: opened where they may open records. */
const atDesk =
  <T>(show: (ctx: Asked, elder: ElderRow, mayOpen: boolean) => Promise<T>) =>
  async (ctx: Asked & MayOpen & { readonly params: { readonly elderId: string } }): Promise<T> => {
    const elder = await getElder(ctx, ctx.params.elderId);
    return show(ctx, elder, await ctx.may("elder-pairing.open", { path: elder.placePath }));
  };
/** For the elder's helper: opened once both sides have agreed. Throws notYours. */
const asHelper =
  <T>(show: (ctx: Asked, elder: ElderRow, mayOpen: boolean) => Promise<T>) =>
  async (ctx: Asked & { readonly params: { readonly elderId: string } }): Promise<T> => {
    const { elder, isEffective } = await getOwnElder(ctx, ctx.params.elderId);
    return show(ctx, elder, isEffective);
  };

export const listVisitsRoute = route("GET /elders/:elderId/visits", {
  summary: "All visits of an elder, the last first, a page at a time; what was found for those alone who may open the record, and each reading is logged",
  may: elderPairing.permissions.see,
  at: atElder,
  query,
  returns: Visits,
  handle: atDesk(showVisits),
});

export const listSearchesRoute = route("GET /elders/:elderId/searches", {
  summary:
    "When nobody knew how an elder was: each search that is over, step by step; how it ended for those alone who may open the record, and each reading is logged",
  may: elderPairing.permissions.see,
  at: atElder,
  query,
  returns: Searches,
  handle: atDesk(showSearches),
});

export const listMyVisitsRoute = route("GET /mine/elders/:elderId/visits", {
  summary: "All visits of an own elder, the last first, a page at a time; each reading is logged",
  may: "signed-in",
  at: "self",
  query,
  returns: Visits,
  handle: asHelper(showVisits),
});

export const listMySearchesRoute = route("GET /mine/elders/:elderId/searches", {
  summary: "The searches for an own elder that are over, step by step; each reading is logged",
  may: "signed-in",
  at: "self",
  query,
  returns: Searches,
  handle: asHelper(showSearches),
});
