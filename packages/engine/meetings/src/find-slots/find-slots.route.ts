import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Id, Minutes, orNull, Text } from "../shapes.js";

const Reason = Type.Object({ holds: Type.Boolean(), text: Text });
const Absent = Type.Object({ personId: Text, name: Text, kind: Text, until: orNull(Text), votes: Type.Boolean() });
const Slot = Type.Object({
  ...{ startsAt: Text, endsAt: Text, venueId: orNull(Text), venueName: orNull(Text), venueSeats: orNull(Count), otherVenueIds: Type.Array(Text) },
  ...{ present: Count, members: Count, need: Count, postBy: orNull(Text), reasons: Type.Array(Reason), absent: Type.Array(Absent) },
  costs: Type.Array(Type.Object({ level: Text, text: Text, cost: Type.Number() })),
});
const Rule = Type.Object({ kind: Text, id: orNull(Text), text: Text });

export const findSlotsRoute = route("POST /meetings/:meetingId/slots", {
  summary: "The best times for a meeting, explained; or what blocks, and what giving up a rule would open",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  reads: true,
  body: Type.Object({
    fromOn: Day,
    untilOn: Day,
    minutes: Type.Optional(Minutes),
    waivedPartyIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
    waivesChair: Type.Optional(Type.Boolean()),
  }),
  returns: Type.Object({
    ...{ need: Count, members: Count, slots: Type.Array(Slot), blocking: Type.Array(Rule), unloadedYears: Type.Array(Type.Integer()) },
    hours: Type.Array(Type.Object({ day: Text, time: Text, count: Count, state: Text })),
    relax: Type.Array(Type.Object({ rules: Type.Array(Rule), startsAt: Text, endsAt: Text, venueId: orNull(Text) })),
  }),
  handle: async ({ params, body, services }) => services.slots.find((await services.meetings.find(params.meetingId))!, body),
});
