import { contact } from "@lianxin/plugin-kit";
import { Type, type Static } from "typebox";
import { replanElder } from "../plan-visits/store-dues.js";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { hasRefused } from "../keep-consents/refused-scopes.js";
import { forCadre, forElder, forPresent } from "./for-elder.js";
import { elderPairing } from "../plugin.js";
import { CardShape, DuesShape, LadderShape, RaisedShape, VisitsShape } from "../show-mine/elder-shapes.js";
import { showOwnElder } from "../show-mine/show-mine.js";
import { atCadre, atElder, route } from "../services.js";
import { Day, Flag, Int, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { snoozedUntil } from "../undo-press/lift-snooze.js";
import { levels, wishes } from "../words.js";
import { changeWish, getElder, setLevel } from "./change-elder.js";
import { eraseCadre, eraseElder } from "./erase-people.js";
import { groupBy } from "./group-by.js";
import { helpsNow, leavesFrom, listCadres } from "./people.repository.js";

const Phone = orNull(contact(Text));

export const listCadresRoute = route("GET /cadres", {
  summary: "Cadres on the register at the places one may see; phone numbers masked",
  may: elderPairing.permissions.plan,
  at: "list",
  returns: Type.Object({
    cadres: Type.Array(
      Type.Object({
        ...{
          id: Text,
          placePath: Text,
          village: orNull(Text),
          name: Text,
          sex: Text,
          unit: Text,
          phone: Phone,
          limit: Int,
          isLinked: Flag,
          untilOn: orNull(Text),
        },
        /** That run today or are ahead. */
        leaves: Type.Array(Type.Object({ id: Text, fromOn: Day, toOn: Day })),
        /** Whom they help now, first helpers first. */
        helps: Type.Array(Type.Object({ elderId: Text, elder: Text, role: Text })),
      }),
    ),
  }),
  async handle({ scope, db, clock }) {
    const leaves = groupBy(await leavesFrom(db, clock.today()), ({ cadreId }) => cadreId);
    const told = (id: string) => (leaves.get(id) ?? []).map(({ id: leaveId, fromOn, toOn }) => ({ id: leaveId, fromOn, toOn }));
    const helps = groupBy(await helpsNow(db, scope), ({ cadreId }) => cadreId);
    const helpsOf = (id: string) => (helps.get(id) ?? []).map(({ elderId, elder, role }) => ({ elderId, elder, role }));
    return {
      cadres: (await listCadres(db, scope)).map(({ personId, state: _, ...row }) => ({
        ...{ ...row, isLinked: personId !== null, leaves: told(row.id), helps: helpsOf(row.id) },
      })),
    };
  },
});

export const showElderRoute = route("GET /elders/:elderId", {
  summary: "All that is known of an elder, for those who answer for the place; what is sealed for those alone who may open it, and each reading is logged",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Type.Object({
    ...{ id: Text, name: Text, sex: Text, birthYear: Int, residentsGroup: orNull(Text), placePath: Text, village: Text, dialect: orNull(Text), wish: Text },
    ...{ wishedOn: Day, level: Text, levelReason: Text, state: Text, untilOn: orNull(Text), isLinked: Flag, card: CardShape },
    /** Whether days are planned for them, as somebody has been found who comes. */
    isInCare: Flag,
    ...{ visits: VisitsShape, visitCount: Int, searchCount: Int, due: DuesShape, ladder: LadderShape },
    /** What the helper before wanted told, for who may open the record. */
    handedOver: orNull(Text),
    /** The search that was ended today and can go on; the day until which what is overdue waits. */
    ...{ reopenId: orNull(Text), snoozedUntil: orNull(Text) },
    raised: RaisedShape,
  }),
  async handle(ctx) {
    const elder = await getElder(ctx, ctx.params.elderId);
    const { id, name, sex, birthYear, residentsGroup, placePath, dialect, wish, wishedOn, level, levelReason, state, untilOn } = elder;
    const mayOpen = await ctx.may("elder-pairing.open", { path: placePath });
    const known = await showOwnElder(ctx, elder, mayOpen);
    const place = await ctx.db.selectFrom("directory_v1_place").select("name").where("id", "=", elder.placeId).executeTakeFirst();
    return {
      ...{ id, name, sex, birthYear, residentsGroup, placePath, village: place?.name ?? "", dialect, wish, wishedOn, level, levelReason, state, untilOn },
      ...{
        isLinked: elder.personId !== null,
        isInCare: elder.careFromOn !== null,
        card: known.card as Static<typeof CardShape>,
        visits: known.visits,
        due: known.due,
        ladder: known.ladder,
      },
      ...{
        visitCount: known.visitCount,
        searchCount: known.searchCount,
        handedOver: known.handedOver,
        reopenId: known.reopenId,
        snoozedUntil: await snoozedUntil(ctx, id),
        raised: known.raised,
      },
    };
  },
});

export const changeWishRoute = route("PUT /elders/:elderId/wish", {
  summary: "What an elder wishes: a visit, a call, or neither",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ wish: oneOf(wishes) }),
  returns: Nothing,
  handle: forPresent(async (ctx, elder) => {
    if (ctx.body.wish !== "none" && (await hasRefused(ctx.db, elder.id, "visits"))) throw errors.visitsRefused({}, "body.wish");
    await changeWish(ctx, elder, ctx.body.wish);
    await replanElder(ctx, elder.id);
  }),
});

export const changeLevelRoute = route("PUT /elders/:elderId/level", {
  summary: "Set the level of an elder by hand, with the reason in words that are sealed",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ level: oneOf(levels), words: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) }),
  returns: Nothing,
  handle: forPresent(async (ctx, elder) => {
    await setLevel(ctx, elder, ctx.body.level, ctx.body.words);
    await replanElder(ctx, elder.id);
  }),
});

export const eraseElderRoute = route("POST /elders/:elderId/erase", {
  summary: "Erase an elder for good: no readable copy is left, sums stay",
  may: elderPairing.permissions.keepRegisters,
  at: atElder,
  body: Type.Object({ name: Text }),
  returns: Nothing,
  handle: forElder(async (ctx, elder) => {
    await eraseElder(ctx, elder, ctx.body.name);
    await watchDay(ctx, "erased", [elder.townPath]);
  }),
});

export const eraseCadreRoute = route("POST /cadres/:cadreId/erase", {
  summary: "Erase a cadre for good: the elders' history stays, by somebody without a name; others are found for their elders",
  may: elderPairing.permissions.keepRegisters,
  at: atCadre,
  body: Type.Object({ name: Text }),
  returns: Nothing,
  handle: forCadre(async (ctx, cadre) => {
    await eraseCadre(ctx, cadre, ctx.body.name);
    await watchDay(ctx, "erased");
  }),
});
