import { Type } from "typebox";
import { errors } from "../errors.js";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Broken, Day, oneOf, orNull, Text } from "../shapes.js";
import { isDay } from "../tell-time/tell-time.js";

const About = { id: Text, heldOn: Text, startsAt: Text, endsAt: Text, state: Text, title: Text };

const Week = Type.Object({
  ...{ from: Text, until: Text, now: Text },
  closed: Type.Array(Type.Object({ id: Text, name: Text, closedOn: Text })),
  homes: Type.Array(
    Type.Object({
      ...{ id: Text, name: Text, closedOn: orNull(Text) },
      sessions: Type.Array(
        Type.Object({
          ...About,
          programmeId: Text,
          children: Type.Integer(),
          adults: Type.Integer(),
          places: Type.Integer(),
          violations: Type.Array(Broken),
        }),
      ),
    }),
  ),
});
const AskedDay = Type.Object({ day: Type.Optional(Day) });
function readDay(said: string | undefined, today: string): string {
  const day = said ?? today;
  if (!isDay(day)) throw errors.dayInvalid({ value: day }, "query.day");
  return day;
}

export const showWeekRoute = route("GET /week", {
  summary: "The homes one may see or answers for by days of a week, each session with how it stands",
  may: childrenActivities.permissions.see,
  at: "list",
  query: AskedDay,
  returns: Week,
  handle: async ({ query, services, scope, clock }) => services.week.show(scope, readDay(query.day, clock.today())),
});

export const showOwnWeekRoute = route("GET /mine/week", {
  summary: "A week of the homes one answers for as children's director",
  may: "signed-in",
  at: "self",
  query: AskedDay,
  returns: Week,
  handle: async ({ query, services, clock }) => services.week.showOwn(readDay(query.day, clock.today())),
});

export const showMineRoute = route("GET /mine", {
  summary:
    "The homes one answers for, and the sessions there or at which one is on duty, with how each stands; dates whose list lost children lately for want of a consent",
  may: "signed-in",
  at: "self",
  returns: Type.Object({
    homes: Type.Array(
      Type.Object({ id: Text, name: Text, closedOn: orNull(Text), keptUntil: orNull(Text), children: Type.Integer(), corrected: Type.Integer() }),
    ),
    takenOff: Type.Array(Type.Object({ sessionId: Text, heldOn: Text, programmeId: Text, title: Text, children: Type.Integer() })),
    sessions: Type.Array(
      Type.Object({
        ...{
          ...About,
          programmeId: Text,
          violations: Type.Array(Broken),
          isLeftOpen: Type.Boolean(),
          isUncollected: Type.Boolean(),
          isCountLate: Type.Boolean(),
        },
        ...{ children: Type.Integer(), day: oneOf(["today", "tomorrow", "other"]) },
      }),
    ),
    /** Plans that wait for the reader to sign for the community, with the first day to be published. */
    toSign: Type.Array(Type.Object({ programmeId: Text, title: Text, heldOn: Text })),
    /** Emergencies that wait for a second person. */
    overrides: Type.Array(
      Type.Object({
        ...{ id: Text, sessionId: Text, programmeId: Text, untilAt: Text, askedBy: Text, reason: orNull(Text) },
        /** The board is the reader's to open; else the plan is. */
        isLeader: Type.Boolean(),
      }),
    ),
  }),
  handle: async ({ services, may }) => ({
    ...(await services.week.mine()),
    toSign: await services.week.toSign((path) => may("children-activities.signOff", { path })),
    overrides: await services.week.waiting((path) => may("children-activities.signOff", { path })),
  }),
});

export const showPublicRoute = route("GET /public/sessions", {
  summary: "The public notice: what, when, where, and figures; nobody's name",
  may: "anyone",
  at: "none",
  returns: Type.Object({
    sessions: Type.Array(
      Type.Object({
        title: Text,
        purpose: Text,
        home: Text,
        isCalledOff: Type.Boolean(),
        heldOn: Text,
        startsAt: Text,
        endsAt: Text,
        children: orNull(Type.Integer()),
        adults: Type.Integer(),
        smallest: Type.Integer(),
      }),
    ),
  }),
  handle: async ({ services }) => ({ sessions: await services.week.public() }),
});
