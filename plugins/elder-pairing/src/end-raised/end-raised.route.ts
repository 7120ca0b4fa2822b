import { within } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Day, Int, Nothing, oneOf, Text } from "../shapes.js";
import { endReasons } from "../words.js";
import { endAlert, endTrigger } from "./end-raised.js";

const Why = Type.Object({ reason: oneOf(endReasons) });

export const listAlertsRoute = route("GET /alerts", {
  summary: "Heat, cold and flood alerts that run: where, since when, and how many elders each still raises",
  may: elderPairing.permissions.plan,
  at: "list",
  returns: Type.Object({ alerts: Type.Array(Type.Object({ id: Text, kind: Text, place: Text, onDay: Day, untilOn: Day, elders: Int })) }),
  async handle({ db, scope, clock }) {
    const rows = await within(db, scope, "elder_pairing_alert")
      .innerJoin("directory_v1_place as place", "place.placePath", "elder_pairing_alert.placePath")
      .leftJoin("elder_pairing_trigger as raised", (join) => join.onRef("raised.alertId", "=", "elder_pairing_alert.id").on("raised.endedOn", "is", null))
      .select(["elder_pairing_alert.id", "elder_pairing_alert.kind", "place.name as place", "elder_pairing_alert.onDay", "elder_pairing_alert.untilOn"])
      .select((eb) => eb.fn.count<number>("raised.id").as("elders"))
      .where("elder_pairing_alert.endedOn", "is", null)
      .where("elder_pairing_alert.untilOn", ">", clock.today())
      .groupBy(["elder_pairing_alert.id", "elder_pairing_alert.kind", "place.name", "elder_pairing_alert.onDay", "elder_pairing_alert.untilOn"])
      .orderBy("elder_pairing_alert.onDay", "desc")
      .orderBy("elder_pairing_alert.id", "desc")
      .execute();
    return { alerts: rows.map((row) => ({ ...row, elders: Number(row.elders) })) };
  },
});

export const endAlertRoute = route("POST /alerts/:alertId/end", {
  summary: "An alert ends before its time, by mistake or because it is over: levels go back, and what was due because of it goes; how many it raised",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.people.placeOfAlert(params.alertId),
  body: Why,
  returns: Type.Object({ elders: Int }),
  handle: async (ctx) => ({ elders: await endAlert(ctx, ctx.params.alertId, ctx.body.reason) }),
});

export const endTriggerRoute = route("POST /triggers/:triggerId/end", {
  summary: "What raised the level of an elder ends before its time, by mistake or because it is over: the level goes back, and what was due because of it goes",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfTrigger(params.triggerId),
  body: Why,
  returns: Nothing,
  async handle(ctx) {
    await endTrigger(ctx, ctx.params.triggerId, ctx.body.reason);
    return {};
  },
});
