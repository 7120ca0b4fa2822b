import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, Line, Nothing, oneOf, orNull, Text, WithId } from "../shapes.js";
import { groups } from "../keep-rules/rule-pack.js";
import { followPack, shippedPacks } from "../keep-rules/shipped-packs.js";
import { seatKinds, seatMarks } from "../words.js";
import { bodyTemplates } from "./body-templates.js";

const Marks = Type.Optional(Type.Array(oneOf(seatMarks), { maxItems: 3, uniqueItems: true }));
const Seat = Type.Object({ personId: Id, kind: Type.Optional(oneOf(seatKinds)), marks: Marks });
const Party = Type.Object({
  name: Line,
  organizationId: Type.Optional(Id),
  isNeeded: Type.Optional(Type.Boolean()),
  seats: Type.Array(Seat, { maxItems: 500 }),
});
const HeldSeat = Type.Object({ id: Text, personId: Text, kind: Text, fromOn: Text, name: Text, marks: Type.Array(oneOf(seatMarks)) });
const Composed = Type.Object({ of: oneOf(groups), total: Count, present: Count, need: Count, isReached: Type.Boolean() });
export const Pack = Type.Object({
  ...{ id: Text, nameZh: Text, nameEn: Text, members: Count, need: Count, noticeDays: Count, noticeBasis: Text, noticeCount: Text, citation: Text },
  ...{ isVerified: Type.Boolean(), isLocal: Type.Boolean() },
});
const Shown = Type.Object({
  ...{ id: Text, name: Text, kind: Text, placePath: Text, usualMinutes: Type.Integer(), isStanding: Type.Boolean(), endedOn: orNull(Text), pack: Pack },
  /** How the seats are made up against what the rules ask. */
  composition: Type.Array(Composed),
  /** Sides that sat there once. */
  endedParties: Type.Array(Type.Object({ id: Text, name: Text, endedOn: Text })),
  parties: Type.Array(Type.Object({ id: Text, name: Text, organizationId: orNull(Text), isNeeded: Type.Boolean(), seats: Type.Array(HeldSeat) })),
});
/** What marks the rules of a template ask of its seats today. */
const marksAsked = (packId: string, day: string) => {
  const pack = followPack(shippedPacks, packId, day);
  return seatMarks.filter((mark) => [...(pack?.composition ?? []), ...(pack?.quorum ?? [])].some(({ of }) => of === mark));
};
const TemplateParty = Type.Object({ nameZh: Text, nameEn: Text, kind: Text, seats: Count, isNeeded: Type.Boolean() });

export const listTemplates = route("GET /body-templates", {
  summary: "Bodies as communities usually set them up",
  may: meetings.permissions.arrange,
  at: "none",
  returns: Type.Object({
    templates: Type.Array(
      Type.Object({ id: Text, packId: Text, usualMinutes: Type.Integer(), marks: Type.Array(oneOf(seatMarks)), parties: Type.Array(TemplateParty) }),
    ),
  }),
  async handle({ clock }) {
    const tell = (template: (typeof bodyTemplates)[number]) =>
      template.parties.map(({ name, kind, seats, isNeeded }) => ({ nameZh: name.zh, nameEn: name.en, kind, seats, isNeeded }));
    return {
      templates: bodyTemplates.map((template) => ({
        ...{ id: template.id, packId: template.packId, usualMinutes: template.usualMinutes },
        ...{ marks: marksAsked(template.packId, clock.today()), parties: tell(template) },
      })),
    };
  },
});

export const setUpBodyRoute = route("POST /bodies", {
  summary: "Set up a body from a template, with its parties and seats",
  may: meetings.permissions.arrange,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({
    ...{
      placeId: Id,
      name: Line,
      template: Id,
      isStanding: Type.Optional(Type.Boolean()),
      heldThisYear: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    },
    parties: Type.Array(Party, { minItems: 1, maxItems: 50 }),
  }),
  returns: WithId,
  handle: async ({ body, services }) => ({ id: await services.bodies.setUp(body) }),
});

export const listBodiesRoute = route("GET /bodies", {
  summary: "Bodies at the places one may see",
  may: meetings.permissions.see,
  at: "list",
  returns: Type.Object({
    bodies: Type.Array(Type.Object({ id: Text, name: Text, kind: Text, placePath: Text, usualMinutes: Type.Integer(), isStanding: Type.Boolean() })),
  }),
  async handle({ services, scope }) {
    const rows = await services.bodies.list(scope);
    return { bodies: rows.map(({ id, name, kind, placePath, usualMinutes, isStanding }) => ({ id, name, kind, placePath, usualMinutes, isStanding })) };
  },
});

export const showBodyRoute = route("GET /bodies/:bodyId", {
  summary: "One body: parties, seats, rules",
  may: meetings.permissions.see,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Shown,
  handle: async ({ params, services }) => services.bodies.show((await services.bodies.find(params.bodyId))!),
});

export const addSeatRoute = route("POST /bodies/:bodyId/seats", {
  summary: "Give a person a seat from today on",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Type.Object({ partyId: Id, personId: Id, kind: oneOf(seatKinds), marks: Marks }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.bodies.addSeat((await services.bodies.find(params.bodyId))!, body) }),
});

export const endSeatRoute = route("DELETE /bodies/:bodyId/seats/:seatId", {
  summary: "End a seat today; its history stays",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.bodies.endSeat((await services.bodies.find(params.bodyId))!, params.seatId);
    return {};
  },
});
