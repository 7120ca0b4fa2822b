import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { findByWord } from "../keep-people/find-volunteer.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Nothing, orNull, Text, Words } from "../shapes.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { joinVolunteers, planJoin, type JoinPlan } from "./join-volunteers.js";
import { linkPerson } from "./link-person.js";

const Int = Type.Integer();
const Who = Type.Object({ name: Text, phone: orNull(contact(Text)) });
const Plan = Type.Object({
  kept: Who,
  gone: Who,
  places: Int,
  minutes: Int,
  certificates: Int,
  entries: Int,
  ended: Int,
  childrenAlone: Int,
  childrenUnderGone: Int,
});
const tell = ({ kept, gone, moved, spare, children }: JoinPlan) => ({
  ...{ kept: { name: kept.name, phone: kept.phone ?? gone.phone }, gone: { name: gone.name, phone: gone.phone } },
  ...moved,
  ended: spare.length,
  childrenAlone: children.alone.length,
  childrenUnderGone: children.underGone,
});
const may = volunteerDays.permissions.plan;

export const findSameRoute = route("POST /volunteers/:volunteerId/others/search", {
  summary: "Find another volunteer of the community by their whole name or phone number, who may be the same human",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  reads: true,
  body: Type.Object({ who: Line }),
  returns: Type.Object({ found: Type.Array(Type.Object({ id: Text, name: Text, phone: orNull(contact(Text)) })) }),
  async handle(ctx) {
    const found = await findByWord(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!, ctx.body.who);
    return { found: found.filter(({ id }) => id !== ctx.params.volunteerId) };
  },
});

export const previewJoinRoute = route("POST /volunteers/:volunteerId/join/preview", {
  summary: "Say what would go over from another volunteer who is the same human; nothing is written",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  reads: true,
  body: Type.Object({ otherId: Id }),
  returns: Plan,
  handle: async (ctx) => tell(await planJoin(ctx, ctx.params.volunteerId, ctx.body.otherId)),
});

export const joinVolunteersRoute = route("POST /volunteers/:volunteerId/join", {
  summary:
    "Join another volunteer who is the same human into this one, with a reason: places, hours, rota and certificates are kept once, the other name is erased",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ otherId: Id, reason: Words }),
  returns: Plan,
  handle: async (ctx) => tell(await joinVolunteers(ctx, ctx.params.volunteerId, ctx.body.otherId, ctx.body.reason)),
});

export const linkPersonRoute = route("PUT /volunteers/:volunteerId/person", {
  summary: "Say which person of the directory a volunteer is, or that they are none",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ personId: orNull(Id) }),
  returns: Nothing,
  async handle(ctx) {
    await linkPerson(ctx, ctx.params.volunteerId, ctx.body.personId);
    return {};
  },
});
