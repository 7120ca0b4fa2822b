import { Temporal } from "temporal-polyfill";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Text, Words } from "../shapes.js";

function getDay(day: string): string {
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" }).toString();
  } catch {
    throw errors.dayUnknown({ day }, "body.heldOn");
  }
}

export const recordTalkRoute = route("POST /talks", {
  summary: "Every remark of an evening talk becomes a matter with a day to answer by; one answered on the spot is settled at once",
  may: matters.permissions.enter,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({
    placeId: Id,
    heldOn: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
    remarks: Type.Array(Type.Object({ title: Line, detail: Type.Optional(Words), saidBy: Type.Optional(Id), answer: Type.Optional(Words) }), {
      minItems: 1,
      maxItems: 60,
    }),
  }),
  returns: Type.Object({ raised: Type.Array(Type.Object({ id: Text, number: Text })) }),
  async handle({ body: { placeId, heldOn, remarks }, services }) {
    const said = remarks.map(({ saidBy = null, ...remark }) => ({ ...remark, saidBy, placeId }));
    return { raised: await services.talks.raise({ heldOn: getDay(heldOn), remarks: said }) };
  },
});
