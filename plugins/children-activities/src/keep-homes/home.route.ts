import { Type } from "typebox";
import { errors } from "../errors.js";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Made, Nothing, orNull, Text, Time } from "../shapes.js";

const Rooms = Type.Array(Line, { maxItems: 20 });

export const openHomeRoute = route("POST /homes", {
  summary: "Make a venue a children's home, with the children's director who answers for it",
  may: childrenActivities.permissions.confirm,
  at: async ({ body, use }) => {
    const venue = await use.directory.findVenue(body.venueId);
    if (!venue) throw errors.venueUnknown({}, "body.venueId");
    return { path: venue.placePath };
  },
  body: Type.Object({ venueId: Id, directorId: Id, rooms: Rooms }),
  returns: Made,
  handle: async ({ body, services }) => ({ id: await services.homes.open(body) }),
});

export const changeHomeRoute = route("PATCH /homes/:homeId", {
  summary: "Give a home another director or other rooms, close it, or open it again",
  may: childrenActivities.permissions.confirm,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  body: Type.Object({ directorId: Type.Optional(Id), rooms: Type.Optional(Rooms), isClosed: Type.Optional(Type.Boolean()) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.homes.change(params.homeId, body);
    return {};
  },
});

const facts = {
  ...{ id: Text, name: Text, placePath: Text, directorId: Text, director: Text, isMine: Type.Boolean(), seats: Type.Integer() },
  ...{ rooms: Type.Array(Text), equipment: Type.Array(Text), closedOn: orNull(Text), keptUntil: orNull(Text) },
  hours: Type.Array(Type.Object({ weekday: Type.Integer(), fromTime: Time, toTime: Time })),
};

export const listHomesRoute = route("GET /homes", {
  summary: "The homes one may see or answers for: rooms, hours, equipment, who answers for them; and the venues of which one was closed",
  may: childrenActivities.permissions.see,
  at: "list",
  returns: Type.Object({ homes: Type.Array(Type.Object(facts)), closedVenues: Type.Array(Text) }),
  handle: async ({ services, scope }) => ({ homes: await services.homes.list(scope), closedVenues: await services.homes.closedVenues(scope) }),
});

export const listOwnHomesRoute = route("GET /mine/homes", {
  summary: "The open homes one answers for as children's director, wherever one's own office lies",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ homes: Type.Array(Type.Object(facts)) }),
  handle: async ({ services }) => ({ homes: await services.homes.listOwn() }),
});

const Staff = Type.Object({
  ...{ id: Text, personId: Text, name: Text, kind: Text, leads: Type.Boolean() },
  ...{ vetting: Text, checkedUntil: orNull(Text), firstAidUntil: orNull(Text), trainedOn: orNull(Text) },
});

export const showHomeRoute = route("GET /homes/:homeId", {
  summary: "A home: rooms, hours, equipment, and its staff; no child",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({ ...facts, staff: Type.Array(Staff) }),
  async handle({ params, services, may }) {
    // The children's director may have no role at the place of the home.
    const place = await services.placeOf.home(params.homeId);
    if (!(await may("children-activities.see", place))) await services.homes.mustDirect(params.homeId);
    return services.homes.show(params.homeId, await may("children-activities.plan", place));
  },
});
