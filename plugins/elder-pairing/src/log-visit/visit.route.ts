import { Type, type Static } from "typebox";
import { closeLadder, getLadder, startLadder, takeStep } from "../find-nobody/find-nobody.js";
import { results, steps } from "../find-nobody/ladder.js";
import { agreeToPair, getPair } from "../keep-pairs/agree-pair.js";
import { getElder } from "../keep-people/change-elder.js";
import { needCategories } from "../meet-needs/meet-needs.js";
import { elderPairing } from "../plugin.js";
import { atElder, route } from "../services.js";
import { BecauseShape, Day, Flag, Id, Int, Nothing, oneOf, orNull, Text, Words } from "../shapes.js";
import { CardShape, DuesShape, LadderShape, RaisedShape, VisitsShape } from "../show-mine/elder-shapes.js";
import { getOwnElder, getVisitedElder, listMine, showOwnElder } from "../show-mine/show-mine.js";
import { conditions, logVisit, visitModes, wrongs } from "./log-visit.js";
import { whatFollows } from "./what-follows.js";

export const VisitBody = Type.Object({
  clientId: Id,
  at: Type.Optional(Type.String({ minLength: 20, maxLength: 30 })),
  ...{ mode: oneOf(visitModes), isSeen: Flag, condition: oneOf(conditions), wrong: Type.Array(oneOf(wrongs), { maxItems: 10 }) },
  ...{ words: Type.Optional(Words), childContact: Type.Optional(Type.String({ maxLength: 40 })), confirmedBy: Type.Optional(Type.String({ maxLength: 20 })) },
  nextOn: Type.Optional(Day),
  needs: Type.Array(
    Type.Object({ category: oneOf(needCategories), words: Type.Optional(Words), action: oneOf(["on_spot", "matter"]), mayTell: Type.Optional(Flag) }),
    { maxItems: 10 },
  ),
});
/** What a visit that was written down brings with it; null for who is the elder's helper no more and hands one in late. */
const Logged = Type.Object({ id: Text, follows: orNull(Type.Object({ nextOn: orNull(Text), raisedTo: orNull(Text), goBy: orNull(Text) })) });
const StepBody = Type.Object({ step: oneOf(steps), result: oneOf(results) });
const CloseBody = Type.Object({ state: oneOf(["safe", "emergency"]), outcome: Type.String({ minLength: 1, maxLength: 200 }) });
export const OwnElder = Type.Object({
  ...{ sex: Text, birthYear: Int },
  ...{ id: Text, name: Text, role: Text, level: Text, wish: Text, dialect: orNull(Text), residentsGroup: orNull(Text), card: CardShape, ladder: LadderShape },
  ...{ visits: VisitsShape, visitCount: Int, searchCount: Int, due: DuesShape, raised: RaisedShape },
  /** What the helper before wanted told. */
  handedOver: orNull(Text),
  /** The search that was ended today and can go on. */
  reopenId: orNull(Text),
  needs: Type.Array(
    Type.Object({
      id: Text,
      category: Text,
      words: orNull(Text),
      action: Text,
      /** For who wrote it down alone: only they may open it. */
      matterId: orNull(Text),
      matterNumber: orNull(Text),
      openedOn: Day,
      closedOn: orNull(Text),
      rating: orNull(Text),
    }),
  ),
});

export const listMineRoute = route("GET /mine", {
  summary: "The elders one helps oneself, what is due and what waits",
  may: "signed-in",
  at: "self",
  returns: Type.Object({
    pairs: Type.Array(
      Type.Object({
        ...{ pairId: Text, id: Text, name: Text, role: Text, residentsGroup: orNull(Text), village: Text, level: Text, wish: Text, nextOn: orNull(Text) },
        ...{ hasLadder: Flag, waitsForMe: Flag, isEffective: Flag, comesToday: Flag, because: BecauseShape },
        /** Who answers today, and until when the helper is on leave themselves. */
        ...{ comes: orNull(Text), awayUntil: orNull(Text) },
        raised: RaisedShape,
      }),
    ),
  }),
  handle: async (ctx) => ({ pairs: await listMine(ctx) }),
});

export const showMineRoute = route("GET /mine/elders/:elderId", {
  summary: "All a helper needs to know of an own elder; each reading is logged",
  may: "signed-in",
  at: "self",
  returns: OwnElder,
  async handle(ctx) {
    const { elder, role, isEffective } = await getOwnElder(ctx, ctx.params.elderId);
    const { id, name, sex, birthYear, level, wish, dialect, residentsGroup } = elder;
    return { ...{ id, name, sex, birthYear, role, level, wish, dialect, residentsGroup }, ...(await showOwnElder(ctx, elder, isEffective)) } as Static<
      typeof OwnElder
    >;
  },
});

export const agreeMineRoute = route("POST /mine/elders/:elderId/agree", {
  summary: "A helper says yes to an own elder",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ isEffective: Flag }),
  async handle(ctx) {
    const { askedId } = await getOwnElder(ctx, ctx.params.elderId);
    return { isEffective: await agreeToPair(ctx, await getPair(ctx, askedId), "cadre") };
  },
});

export const logMineRoute = route("POST /mine/elders/:elderId/visits", {
  summary: "A helper writes a visit down; the same entry sent again is the same visit",
  may: "signed-in",
  at: "self",
  body: VisitBody,
  returns: Logged,
  async handle(ctx) {
    const { elder, cadreId, isHelper } = await getVisitedElder(ctx, ctx.params.elderId, ctx.body.at);
    const id = await logVisit(ctx, elder, cadreId, ctx.body);
    return { id, follows: isHelper ? await whatFollows(ctx, elder.id, id) : null };
  },
});

export const startMineRoute = route("POST /mine/elders/:elderId/ladders", {
  summary: "Nobody answers at an own elder's: begin with the first call",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ id: Text }),
  handle: async (ctx) => ({ id: await startLadder(ctx, (await getOwnElder(ctx, ctx.params.elderId)).elder) }),
});

export const stepMineRoute = route("POST /mine/ladders/:ladderId/steps", {
  summary: "The next step, stamped with its time",
  may: "signed-in",
  at: "self",
  body: StepBody,
  returns: Nothing,
  async handle(ctx) {
    const row = await getLadder(ctx, ctx.params.ladderId);
    await getOwnElder(ctx, row.elderId);
    await takeStep(ctx, row, ctx.body.step, ctx.body.result);
    return {};
  },
});

export const closeMineRoute = route("POST /mine/ladders/:ladderId/close", {
  summary: "It is known how the elder is",
  may: "signed-in",
  at: "self",
  body: CloseBody,
  returns: Nothing,
  async handle(ctx) {
    const row = await getLadder(ctx, ctx.params.ladderId);
    await getOwnElder(ctx, row.elderId);
    await closeLadder(ctx, row, ctx.body.state, ctx.body.outcome);
    return {};
  },
});

export const logVisitRoute = route("POST /elders/:elderId/visits", {
  summary: "Whoever answers for the place writes a visit down, also from paper",
  may: elderPairing.permissions.see,
  at: atElder,
  body: VisitBody,
  returns: Logged,
  async handle(ctx) {
    const elder = await getElder(ctx, ctx.params.elderId);
    const id = await logVisit(ctx, elder, null, ctx.body);
    return { id, follows: await whatFollows(ctx, elder.id, id) };
  },
});

export const startLadderRoute = route("POST /elders/:elderId/ladders", {
  summary: "Whoever answers for the place begins to look for an elder who does not answer",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Type.Object({ id: Text }),
  handle: async (ctx) => ({ id: await startLadder(ctx, await getElder(ctx, ctx.params.elderId)) }),
});

export const stepRoute = route("POST /ladders/:ladderId/steps", {
  summary: "Whoever answers for the place takes a step of the ladder",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfLadder(params.ladderId),
  body: StepBody,
  returns: Nothing,
  async handle(ctx) {
    await takeStep(ctx, await getLadder(ctx, ctx.params.ladderId), ctx.body.step, ctx.body.result);
    return {};
  },
});

export const closeLadderRoute = route("POST /ladders/:ladderId/close", {
  summary: "Whoever answers for the place closes the ladder",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfLadder(params.ladderId),
  body: CloseBody,
  returns: Nothing,
  async handle(ctx) {
    await closeLadder(ctx, await getLadder(ctx, ctx.params.ladderId), ctx.body.state, ctx.body.outcome);
    return {};
  },
});
