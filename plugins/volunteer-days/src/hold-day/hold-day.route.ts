import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { seenOf } from "../reach-days/sites-seen.js";
import { route } from "../services.js";
import { Id, Nothing, oneOf, orNull, Text, Time } from "../shapes.js";
import { checkIn } from "./check-in.js";
import { printSignIn, showDay } from "./hold-day.js";

const Int = Type.Integer();
const Person = Type.Object({
  ...{ signUpId: Text, name: Text, phone: orNull(contact(Text)), state: Text, code: Text, kind: Text, via: Text, task: orNull(Text) },
  ...{ arrivedAt: orNull(Text), leftAt: orNull(Text), isAbsent: Type.Boolean(), minutes: orNull(Type.Integer()) },
});

export const showDayRoute = route("GET /days/:dayId", {
  summary: "The day sheet: each team with who is expected, who came and left, and by when the hours are due",
  may: volunteerDays.permissions.see,
  at: async ({ params, services }) => services.days.placesOf(params.dayId),
  returns: Type.Object({
    ...{ id: Text, originalOn: Text, heldOn: Text, startsAt: Text, endsAt: Text, state: Text, holiday: orNull(Text), reason: orNull(Text) },
    ...{
      holidayWhy: orNull(Text),
      words: orNull(Text),
      title: Text,
      tools: orNull(Text),
      hazards: orNull(Text),
      takesPhotos: Type.Boolean(),
      dueOn: orNull(Text),
    },
    ...{ isWhole: Type.Boolean(), mayPlan: Type.Boolean() },
    insured: orNull(Type.Object({ insurer: Text, policy: Text, until: Text })),
    teams: Type.Array(
      Type.Object({
        ...{ siteId: Text, siteName: Text, work: Text, meetingPoint: Text, people: Type.Array(Person) },
        places: Type.Array(Type.Object({ id: Text, kind: Text, title: Text, taken: Int, most: Int, waiting: Int })),
        hazards: Type.Array(Type.Object({ title: Text, matterId: Text, number: Text })),
      }),
    ),
  }),
  async handle(ctx) {
    const day = (await ctx.services.days.find(ctx.params.dayId))!;
    const { isTheirs, ...seen } = await seenOf(ctx, (await ctx.services.series.find(day.seriesId))!, "volunteer-days.see");
    return { ...(await showDay(ctx, day, isTheirs)), ...seen };
  },
});

export const checkInRoute = route("POST /days/:dayId/check-ins", {
  summary: "Somebody came, left early or did not come; by sign-up, or by the number on the printed sheet",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, body, services }) => services.days.placesOfRow(params.dayId, body),
  body: Type.Object({
    ...{ signUpId: Type.Optional(Id), code: Type.Optional(Type.String({ maxLength: 10 })), time: Type.Optional(Time) },
    left: Type.Optional(Time),
    act: oneOf(["arrive", "leave", "absent", "undo"]),
  }),
  returns: Type.Object({ name: Text, wasAbsent: Type.Boolean() }),
  handle: async (ctx) => checkIn(ctx, (await ctx.services.days.find(ctx.params.dayId))!, ctx.body, ctx.body),
});

export const printSignInRoute = route("GET /days/:dayId/sign-in-sheet", {
  summary: "The list to sign in and out, a page for each team, with the numbers to key in later",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.days.placesOf(params.dayId),
  returns: Nothing,
  async handle(ctx) {
    const day = (await ctx.services.days.find(ctx.params.dayId))!;
    const { isTheirs } = await seenOf(ctx, (await ctx.services.series.find(day.seriesId))!, "volunteer-days.signUpOthers");
    return { file: "签到签退表.html", type: "text/html; charset=utf-8", body: await printSignIn(ctx, day, isTheirs) };
  },
});
