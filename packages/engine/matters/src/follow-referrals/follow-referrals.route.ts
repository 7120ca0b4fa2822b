import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

const about = { matterId: Text, number: Text, title: Text };
const Live = Type.Object({
  id: Text,
  ...about,
  placeName: Text,
  unit: Text,
  isLead: Type.Boolean(),
  state: Text,
  sentAt: Text,
  /** Full days nobody took it, once that is too long. */
  lateDays: orNull(Type.Integer()),
});

export const listOwnReferralsRoute = route("GET /referrals/own", {
  summary: "What was sent to the person asking or to the units they have a role in and is still with them, what was not taken first",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ referrals: Type.Array(Live) }),
  async handle({ actor, services, use }) {
    if (actor.personId === null) return { referrals: [] };
    const roles = await use.directory.rolesOf(actor.personId);
    return { referrals: await services.referrals.live([...new Set(roles.flatMap(({ organizationId }) => organizationId ?? []))], actor.personId) };
  },
});

export const listStuckReferralsRoute = route("GET /referrals/stuck", {
  summary: "What was sent to units and stands still: sent back by the one in the lead, or not taken for days; the oldest first",
  may: matters.permissions.refer,
  at: "list",
  returns: Type.Object({
    returned: Type.Array(Type.Object({ ...about, unit: orNull(Text), words: orNull(Text) })),
    unaccepted: Type.Array(Type.Object({ id: Text, ...about, unit: Text, isLead: Type.Boolean(), lateDays: Type.Integer() })),
  }),
  handle: ({ scope, services }) => services.referrals.stuck(scope),
});
