import { everywhere } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { readDay } from "../cover-elders/find-uncovered.js";
import { errors } from "../errors.js";
import { handoversOfPairs, getHandover, signers, signHandover } from "../hand-over/hand-over.js";
import { apartFrom } from "../keep-apart/keep-apart.js";
import { elderPairing, type ElderPairingContext } from "../plugin.js";
import { atElder, route } from "../services.js";
import { BecauseShape, Day, Flag, oneOf, orNull, Text, Words } from "../shapes.js";
import { standIns } from "../words.js";
import { isDay } from "../tell-time/tell-time.js";
import { freeSignatures } from "../undo-press/unsign-handover.js";
import { namesOf } from "./names.repository.js";

type Asking = Pick<ElderPairingContext, "db" | "disclose"> & {
  may(permission: "elder-pairing.open", place: { readonly path: string }): Promise<boolean>;
};
/** Numbers of these pairs' cadres, opened and logged for who may open the elder's record; none for others. */
async function phonesOf({ db, disclose, may }: Asking, pairs: readonly { readonly cadreId: string; readonly placePath: string }[]) {
  if (pairs.length === 0 || !(await may("elder-pairing.open", { path: pairs[0]!.placePath }))) return new Map<string, string>();
  const ids = pairs.map(({ cadreId }) => cadreId);
  const rows = await everywhere(db, "elder_pairing_cadre", "who helps one elder, whose place was checked")
    .select(["id", "phone"])
    .where("id", "in", ids)
    .execute();
  const known = rows.flatMap(({ id, phone }) => (phone === null ? [] : [{ id, phone }]));
  const opened =
    known.length === 0
      ? []
      : await disclose(
          known.map(({ phone }) => phone),
          "visit",
        );
  return new Map(known.map(({ id }, i) => [id, opened[i]!]));
}

export const historyRoute = route("GET /elders/:elderId/history", {
  summary: "Who answered for an elder, from when to when and why; and the hand-overs between them",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Type.Object({
    pairs: Type.Array(
      Type.Object({
        ...{
          id: Text,
          role: Text,
          cadreId: Text,
          cadre: Text,
          /** Of helpers now, for who may open the elder's record. */
          phone: orNull(Text),
          fromOn: Day,
          untilOn: orNull(Text),
          effectiveOn: orNull(Text),
          startReason: Text,
          endReason: orNull(Text),
        },
        because: BecauseShape,
      }),
    ),
    /** Who is not sent any more: one of the two did not want it, or there was a complaint. */
    apart: Type.Array(Type.Object({ cadreId: Text, cadre: Text, kind: Text, reason: orNull(Text), sinceOn: Day })),
    handovers: Type.Array(
      Type.Object({
        ...{ id: Text, from: Text, to: Text, openedOn: Day, outgoing: Flag, incoming: Flag, elder: Flag, doneOn: orNull(Text), mayUnsign: Type.Array(Text) },
      }),
    ),
  }),
  async handle(ctx) {
    const { elderId } = ctx.params;
    const pairs = await everywhere(ctx.db, "elder_pairing_pair", "the history of one elder, whose place was checked")
      .selectAll()
      .where("elderId", "=", elderId)
      .orderBy("fromOn")
      .orderBy("id")
      .execute();
    const handovers = await handoversOfPairs(ctx.db, elderId);
    const apart = await apartFrom(ctx, elderId);
    const names = await namesOf(ctx, [...[...pairs, ...apart].map(({ cadreId }) => cadreId), ...handovers.flatMap((one) => [one.fromCadreId, one.toCadreId])]);
    const phones = await phonesOf(
      ctx,
      pairs.filter(({ untilOn }) => untilOn === null),
    );
    return {
      pairs: pairs.map(({ id, role, cadreId, fromOn, untilOn, effectiveOn, startReason, endReason, because }) => ({
        ...{
          id,
          role,
          cadreId,
          cadre: names[cadreId] ?? "",
          phone: untilOn === null ? (phones.get(cadreId) ?? null) : null,
          fromOn,
          untilOn,
          effectiveOn,
          startReason,
          endReason,
          because,
        },
      })),
      apart: apart.map((one) => ({ ...one, cadre: names[one.cadreId] ?? "" })),
      handovers: handovers.map((one) => ({
        ...{ id: one.id, from: names[one.fromCadreId] ?? "", to: names[one.toCadreId] ?? "", openedOn: one.openedOn, doneOn: one.doneOn },
        ...{ outgoing: one.outgoingSignedAt !== null, incoming: one.incomingSignedAt !== null, elder: one.elderSignedAt !== null },
        mayUnsign: freeSignatures(ctx, one),
      })),
    };
  },
});

export const dayRoute = route("GET /elders/:elderId/helpers", {
  summary: "Who could come to an elder on a day, also a past one",
  may: elderPairing.permissions.see,
  at: atElder,
  query: Type.Object({ on: Day }),
  returns: Type.Object({ helpers: Type.Array(Type.Object({ role: Text, cadre: Text })) }),
  async handle(ctx) {
    if (!isDay(ctx.query.on)) throw errors.dayInvalid({ value: ctx.query.on }, "query.on");
    const { helpers: own } = await readDay(ctx.db, ctx.query.on, [ctx.params.elderId]);
    const names = await namesOf(
      ctx,
      own.map(({ cadreId }) => cadreId),
    );
    return { helpers: own.map(({ role, cadreId }) => ({ role, cadre: names[cadreId] ?? "" })) };
  },
});

export const signHandoverRoute = route("POST /handovers/:handoverId/sign", {
  summary: "One of the three signs a hand-over; for somebody who cannot, with the reason",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfHandover(params.handoverId),
  body: Type.Object({ signer: oneOf(signers), forReason: Type.Optional(oneOf(standIns)), note: Type.Optional(Words) }),
  returns: Type.Object({ isDone: Flag }),
  handle: async (ctx) => ({ isDone: await signHandover(ctx, await getHandover(ctx, ctx.params.handoverId), ctx.body) }),
});
