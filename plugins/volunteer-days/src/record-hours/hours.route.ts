import { xlsxType } from "@lianxin/documents";
import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Line, Nothing, orNull, Text } from "../shapes.js";
import { exportHours } from "./export-hours.js";
import { readSpan } from "./read-span.js";
import { correctHours, recordHours } from "./record-hours.js";
import { listService } from "./service.repository.js";

const Int = Type.Integer();
const span = { from: Day, to: Day };

export const recordHoursRoute = route("POST /days/:dayId/hours", {
  summary: "Write down the minutes of all who were ticked off, and of the others once their number is confirmed; again it adds only what is missing",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ unticked: Type.Optional(Type.Integer({ minimum: 0 })) }),
  returns: Type.Object({ people: Int, minutes: Int, elsewhere: Int }),
  handle: async (ctx) => recordHours(ctx, (await ctx.services.days.find(ctx.params.dayId))!, ctx.body.unticked),
});

export const correctHoursRoute = route("POST /days/:dayId/hours/:signUpId/corrections", {
  summary: "Correct the minutes of one person with a reason: what stood is reversed, nothing is overwritten",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ minutes: Type.Integer({ minimum: 0, maximum: 1440 }), reason: Line }),
  returns: Nothing,
  async handle(ctx) {
    await correctHours(ctx, (await ctx.services.days.find(ctx.params.dayId))!, ctx.params.signUpId, ctx.body);
    return {};
  },
});

export const listHoursRoute = route("GET /hours", {
  summary: "The ledger of hours between two days, reversals included",
  may: volunteerDays.permissions.see,
  at: "list",
  query: Type.Object(span),
  returns: Type.Object({
    rows: Type.Array(
      Type.Object({
        ...{ id: Text, signUpId: Text, volunteerId: Text, dayId: Text, name: Text, title: Text, servedOn: Text, siteName: Text, work: Text, minutes: Int },
        ...{ organizer: Text, leaderName: orNull(Text), reason: orNull(Text), reversesId: orNull(Text) },
      }),
    ),
    total: Int,
  }),
  async handle({ db, scope, query }) {
    const { from, to } = readSpan(query);
    const rows = await listService(db, scope, from, to);
    const shown = rows.map(
      ({ id, signUpId, volunteerId, dayId, name, title, servedOn, siteName, work, minutes, organizer, leaderName, reason, reversesId }) => ({
        ...{ id, signUpId, volunteerId, dayId, name, title, servedOn, siteName, work, minutes, organizer, leaderName, reason, reversesId },
      }),
    );
    return { rows: shown, total: rows.reduce((sum, { minutes }) => sum + minutes, 0) };
  },
});

export const exportHoursRoute = route("GET /hours.xlsx", {
  summary: "The ledger of hours as an .xlsx file with the columns the rules ask for",
  may: volunteerDays.permissions.see,
  at: "list",
  query: Type.Object(span),
  returns: Nothing,
  async handle(ctx) {
    const { from, to } = readSpan(ctx.query);
    return {
      file: `${ctx.text("volunteer-days.hours.title", {}, "zh-CN")}-${from}-${to}.xlsx`,
      type: xlsxType,
      body: await exportHours(ctx, ctx.scope, from, to),
    };
  },
});
