import { Type } from "typebox";
import { ageBands } from "../join-rules/age-rules.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Id, oneOf, orNull, Text } from "../shapes.js";
import { askSelf } from "./ask-self.js";
import { joinGroup } from "./join-group.js";
import { joinMany, type Asked, type Joined } from "./join-many.js";
import { tellJoined } from "./tell-joined.js";

const who = { name: Type.String({ minLength: 1, maxLength: 100 }), phone: Type.String({ minLength: 1, maxLength: 30 }) };
const wish = {
  postId: Type.Optional(Id),
  siteId: Type.Optional(Id),
  ageBand: Type.Optional(oneOf(ageBands)),
  hasGuardian: Type.Optional(Type.Boolean()),
};
const by = Type.Optional(Type.Object({ signUpId: Id, key: Type.String({ minLength: 1, maxLength: 64 }) }));
export const JoinedShape = Type.Object({
  ...{
    signUpId: Text,
    isKnown: Type.Boolean(),
    state: orNull(oneOf(["confirmed", "waiting", "offered"])),
    number: orNull(Text),
    queue: orNull(Type.Integer()),
  },
  ...{ siteId: orNull(Text), siteName: orNull(Text), postTitle: orNull(Text), meetingPoint: orNull(Text), link: orNull(Text) },
});
type Said = Pick<Asked, "postId" | "siteId"> & { readonly ageBand?: Asked["ageBand"]; readonly hasGuardian?: boolean };
const wishOf = ({ postId, siteId, ageBand = "adult", hasGuardian = false }: Said) => ({ postId, siteId, ageBand, hasGuardian });

function orThrow(answer: Joined | Error | undefined): Joined {
  if (answer instanceof Error) throw answer;
  return answer!;
}

const publicly = ({ params, body }: { params: { dayId: string }; body: Said & Pick<Asked, "by"> & { name: string; phone: string } }): Asked => ({
  ...wishOf(body),
  by: body.by,
  dayId: params.dayId,
  who: { name: body.name, phone: body.phone, personId: null },
  via: "public",
  enteredById: null,
});

export const signUpRoute = route("POST /public/days/:dayId/sign-ups", {
  summary: "Take a place on a day with name and phone, without an account; in line when it is full. Gives a private link to change or cancel",
  may: "anyone",
  at: "none",
  body: Type.Object({ ...who, ...wish, by }),
  returns: JoinedShape,
  handle: async (ctx) => orThrow((await joinMany(ctx, [publicly(ctx)]))[0]),
  handleMany: (requests) => joinMany(requests[0]!, requests.map(publicly)),
});

export const signUpGroupRoute = route("POST /public/days/:dayId/groups", {
  summary: "A household or a group under one phone number, all or nobody: together at one site, in line there when it is full",
  may: "anyone",
  at: "none",
  limit: { most: 120, minutes: 10 },
  body: Type.Object({
    phone: who.phone,
    siteId: wish.siteId,
    by,
    people: Type.Array(Type.Object({ name: who.name, ageBand: wish.ageBand, hasGuardian: wish.hasGuardian }), { minItems: 1, maxItems: 30 }),
  }),
  returns: Type.Object({ people: Type.Array(JoinedShape) }),
  handle: async (ctx) => ({ people: await joinGroup(ctx, { ...ctx.body, dayId: ctx.params.dayId }) }),
});

export const signUpSelfRoute = route("POST /days/:dayId/sign-ups", {
  summary: "Take a place on a day, signed in: one tap",
  may: "signed-in",
  at: "self",
  body: Type.Object(wish),
  returns: JoinedShape,
  async handle(ctx) {
    const asked = { ...wishOf(ctx.body), ...(await askSelf(ctx)), dayId: ctx.params.dayId };
    const joined = orThrow((await joinMany(ctx, [asked]))[0]);
    await tellJoined(ctx, joined);
    return joined;
  },
});

export const signUpOthersRoute = route("POST /days/:dayId/sign-ups/others", {
  summary: "Sign somebody else up: an elder at the door, a name from a list; a phone need not be known",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, body, services }) => services.days.placesOfWish(params.dayId, body),
  body: Type.Object({ ...wish, name: who.name, phone: Type.Optional(who.phone) }),
  returns: JoinedShape,
  async handle(ctx) {
    const { params, body, actor, services } = ctx;
    const [community] = await services.days.placesOf(params.dayId);
    const isWhole = await ctx.may("volunteer-days.signUpOthers", community!);
    const asked = {
      ...wishOf(body),
      dayId: params.dayId,
      who: { name: body.name, phone: body.phone ?? null, personId: null },
      via: "worker" as const,
      seesOnly: isWhole ? undefined : (body.siteId ?? ""),
      enteredById: actor.personId,
    };
    return orThrow((await joinMany(ctx, [asked]))[0]);
  },
});
