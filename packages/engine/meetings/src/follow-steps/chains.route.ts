import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Id, Line, Nothing, oneOf, orNull, Text, WithId, Words } from "../shapes.js";

const Votes = Type.Object({ due: Count, attending: Count, yes: Count, no: Count, abstain: Count });
const Step = Type.Object({
  ...{ id: Text, kind: oneOf(["gate", "publication"] as const), nameZh: Text, nameEn: Text },
  ...{ state: oneOf(["done", "overridden", "skipped", "next", "later"] as const), on: orNull(Text), reason: orNull(Text), note: Text },
  ...{ votes: orNull(Votes), isVote: Type.Boolean(), canBeTakenBack: Type.Boolean() },
});
const Shown = Type.Object({
  ...{ id: Text, title: Text, matterId: orNull(Text), decisionId: orNull(Text), stoppedReason: orNull(Text), nameZh: Text, nameEn: Text },
  ...{ citation: Text, isVerified: Type.Boolean(), isEffective: Type.Boolean(), isComplete: Type.Boolean(), steps: Type.Array(Step) },
  /** Steps that were written down wrongly and taken back, with the day they were given and why. */
  takenBack: Type.Array(Type.Object({ nameZh: Text, nameEn: Text, doneOn: Text, on: Text, reason: Text })),
});

export const listChainsRoute = route("GET /chains", {
  summary: "Matters on their way through required steps, latest first",
  may: meetings.permissions.see,
  at: "list",
  returns: Type.Object({ chains: Type.Array(Shown) }),
  handle: async ({ scope, services }) => ({ chains: await Promise.all((await services.chains.list(scope)).map(services.chains.show)) }),
});

export const startChainRoute = route("POST /chains", {
  summary: "Put a matter on the way through required steps",
  may: meetings.permissions.convene,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({ placeId: Id, kind: Id, title: Line, matterId: Type.Optional(Id) }),
  returns: WithId,
  handle: async ({ body, services }) => ({ id: await services.chains.start(body) }),
});

const Way = Type.Object({ kind: Text, nameZh: Text, nameEn: Text, placeId: Text, placeName: Text, bodyName: Text });

export const showMatterSteps = route("GET /matters/:matterId/steps", {
  summary: "How far a matter is through required steps, or where it can be put on its way",
  may: meetings.permissions.see,
  at: async ({ params, use }) => {
    const matter = await use.matters.findMatter(params.matterId);
    return (matter && { path: matter.placePath })!;
  },
  returns: Type.Object({ chain: orNull(Shown), ways: Type.Array(Way) }),
  handle: async ({ params, services }) => services.chains.ofMatter(params.matterId),
});

export const showChainRoute = route("GET /chains/:chainId", {
  summary: "How far a matter is, step by step",
  may: meetings.permissions.see,
  at: async ({ params, services }) => (await services.chains.placeOf(params.chainId))!,
  returns: Shown,
  handle: async ({ params, services }) => services.chains.show((await services.chains.find(params.chainId))!),
});

export const recordStepRoute = route("POST /chains/:chainId/steps", {
  summary: "A step was done on a day; a vote comes with its figures",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.chains.placeOf(params.chainId))!,
  body: Type.Object({ step: Id, doneOn: Day, note: Words, votes: Type.Optional(Votes) }),
  returns: Shown,
  async handle({ params, body, services }) {
    const chain = (await services.chains.find(params.chainId))!;
    await services.chains.record(chain, body);
    return services.chains.show(chain);
  },
});

export const overrideStepRoute = route("POST /chains/:chainId/overrides", {
  summary: "A gate is left out, with the reason",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.chains.placeOf(params.chainId))!,
  body: Type.Object({ step: Id, reason: Words }),
  returns: Shown,
  async handle({ params, body, services }) {
    const chain = (await services.chains.find(params.chainId))!;
    await services.chains.override(chain, body);
    return services.chains.show(chain);
  },
});

export const takeBackStepRoute = route("POST /chains/:chainId/withdrawals", {
  summary: "A step was written down wrongly and is taken back, with the reason",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.chains.placeOf(params.chainId))!,
  body: Type.Object({ step: Id, reason: Words }),
  returns: Shown,
  async handle({ params, body, services }) {
    const chain = (await services.chains.find(params.chainId))!;
    await services.chains.takeBack(chain, body);
    return services.chains.show(chain);
  },
});

export const stopChainRoute = route("POST /chains/:chainId/stop", {
  summary: "A matter is not followed further, with the reason; whoever may leave out steps may",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.chains.placeOf(params.chainId))!,
  body: Type.Object({ reason: Words }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.chains.stop((await services.chains.find(params.chainId))!, body.reason);
    return {};
  },
});
