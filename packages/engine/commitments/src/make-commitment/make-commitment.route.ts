import { Type } from "typebox";
import { errors } from "../errors.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Note, oneOf, orNull, Text } from "../shapes.js";

const origins = ["claimed", "assigned"] as const;
const People = Type.Array(Type.Object({ id: Text, name: Text }));

export const makeCommitmentRoute = route("POST /parts/:partId/commitments", {
  summary: "Claim a part for oneself, or give it to somebody: one organisation, one person in it, until a day or for so many working days",
  may: commitments.permissions.claim,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({
    origin: oneOf(origins),
    ownerOrganizationId: Id,
    /** A person in that organisation: an organisation alone answers for nothing. */
    ownerId: Type.Optional(Type.String({ maxLength: 64 })),
    supportingOrganizationIds: Type.Array(Id, { maxItems: 30 }),
    dueOn: Type.Optional(Day),
    workingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 250 })),
    conditions: Note,
    /** 怎样算办好, needed where the part came without and refused where it has one. */
    standard: Note,
    verifierId: Type.Optional(Id),
    /** Where several check it, each has to pass it. */
    verifierIds: Type.Optional(Type.Array(Id, { maxItems: 10 })),
  }),
  returns: Type.Object({ id: Text, state: Text, dueOn: Text }),
  async handle({ params, body: { workingDays, ownerId = "", ...body }, services, actor, may }) {
    const place = (await services.parts.placeOf(params.partId))!;
    const part = (await services.parts.take(params.partId))!;
    if (body.standard?.trim() && part.standard) throw errors.standardSet({ title: part.title }, "body.standard");
    const isOwnClaim = body.origin === "claimed" && ownerId === actor.personId;
    if (!isOwnClaim && !(await may("commitments.assign", place))) throw errors.claimForOther({}, "body.ownerId");
    const dueOn = await services.parts.chooseDueDay({ ...(body.dueOn ? { dueOn: body.dueOn } : {}), ...(workingDays ? { workingDays } : {}) });
    const rest = { conditions: body.conditions ?? null, verifierId: body.verifierId ?? null };
    const made = await services.parts.commit(params.partId, { ...body, ...rest, ownerId, dueOn });
    return { ...made, dueOn };
  },
});

export const listPartiesRoute = route("GET /parts/:partId/parties", {
  summary: "Who can lead a part: organisations with the people in them, and oneself",
  may: commitments.permissions.claim,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: Type.Object({
    self: orNull(Type.Object({ id: Text, name: Text, organizationIds: Type.Array(Text) })),
    organizations: Type.Array(Type.Object({ id: Text, name: Text, people: People })),
    mayAssign: Type.Boolean(),
  }),
  async handle({ params, services, use, actor, may }) {
    const place = (await services.parts.placeOf(params.partId))!;
    const mayAssign = await may("commitments.assign", place);
    const self = actor.personId ? await use.directory.findPerson(actor.personId) : undefined;
    const organizationIds = self ? (await use.directory.rolesOf(self.id)).flatMap((role) => role.organizationId ?? []) : [];
    return {
      self: self ? { id: self.id, name: self.fullName, organizationIds } : null,
      organizations: await services.parts.listParties(place.path, mayAssign),
      mayAssign,
    };
  },
});
