import { Type } from "typebox";
import { groups } from "../keep-rules/rule-pack.js";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Id, Line, Nothing, oneOf, orNull, Text, WithId, Words } from "../shapes.js";
import { readNumbers, tellPackFully } from "./tell-pack.js";

const Part = Type.Integer({ minimum: 0, maximum: 10_000 });
const Share = Type.Object({ op: oneOf(["gte", "gt"] as const), part: Part, whole: Type.Integer({ minimum: 1, maximum: 10_000 }) });
const Condition = Type.Object({ of: oneOf(groups), share: Share });
const Notice = Type.Object({
  days: Type.Integer({ minimum: 0, maximum: 90 }),
  basis: oneOf(["calendar", "working"] as const),
  count: oneOf(["clear", "back"] as const),
});
const Pass = Type.Object({
  base: oneOf(["members", "attending", "voting"] as const),
  share: Share,
  measures: Type.Array(oneOf(["heads", "area"] as const), { minItems: 1, maxItems: 2 }),
});
const Speaking = Type.Object({ seconds: Type.Integer({ minimum: 10, maximum: 3600 }), times: Type.Integer({ minimum: 1, maximum: 20 }) });
export const NumbersShape = Type.Object({
  notice: orNull(Notice),
  quorum: Type.Array(Condition, { maxItems: 6 }),
  pass: Pass,
  speaking: orNull(Speaking),
  publicationDays: orNull(Type.Integer({ minimum: 1, maximum: 365 })),
  castingVote: Type.Optional(Type.Boolean()),
});

export const ToldPack = Type.Object({
  ...{ id: Text, nameZh: Text, nameEn: Text, law: Text, articles: Type.Array(Text), textVersion: orNull(Text) },
  ...{ from: orNull(Text), to: orNull(Text), status: oneOf(["verified", "unverified", "local"] as const), isInForce: Type.Boolean() },
  ...{ copyOf: orNull(Text), isLaw: Type.Boolean(), remarkZh: orNull(Text), remarkEn: orNull(Text), numbers: NumbersShape },
  requests: Type.Array(Type.Object({ by: Text, share: Share })),
  composition: Type.Array(Condition),
  ...{ ways: Type.Array(Text), mayDelegate: Type.Boolean(), mostDelegated: orNull(Count), limits: Type.Array(Type.Object({ code: Text, citation: Text })) },
});

export const listPacksRoute = route("GET /packs", {
  summary: "Every rule pack with its source, status and numbers; a community's own copies first",
  may: meetings.permissions.see,
  at: "list",
  returns: Type.Object({ packs: Type.Array(ToldPack) }),
  handle: async ({ scope, services }) => ({ packs: (await services.rules.list(scope)).map(tellPackFully) }),
});

export const copyPackRoute = route("POST /packs", {
  summary: "A community's own dated copy of a pack; of a law it may ask for more, never for less",
  may: meetings.permissions.arrange,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({ placeId: Id, copyOf: Id, name: Line, fromOn: Day, adoptedBy: Words, numbers: NumbersShape }),
  returns: WithId,
  handle: async ({ body, services }) => ({ id: await services.rules.copy({ ...body, numbers: readNumbers(body.numbers) }) }),
});

export const takeUpRulesRoute = route("POST /bodies/:bodyId/rules", {
  summary: "A body meets under these rules from a day on",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Type.Object({ packId: Id, fromOn: Day }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.rules.takeUp((await services.bodies.find(params.bodyId))!, body);
    return {};
  },
});
