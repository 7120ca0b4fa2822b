import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, Line, Nothing, oneOf, Words } from "../shapes.js";
import { ballotWays } from "./cast-ballot.js";
import { choices } from "./judge-poll.js";

const Taken = Type.Object({ isWaiting: Type.Boolean() });
const poll = { may: meetings.permissions.record } as const;

export const castBallotRoute = route("POST /polls/:pollId/ballots", {
  summary: "Enter the ballot of a unit; a second one waits to be settled",
  ...poll,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ unitId: Id, choice: oneOf(choices), way: oneOf(ballotWays), invalidReason: Type.Optional(Line) }),
  returns: Taken,
  handle: async ({ params, body, services }) => services.polls.cast((await services.polls.find(params.pollId))!, body),
});

export const castOwnBallotRoute = route("POST /polls/:pollId/own-ballot", {
  summary: "Vote online for a unit of one's own, or one that named me",
  may: "signed-in",
  at: "self",
  body: Type.Object({ unitId: Id, choice: oneOf(["yes", "no", "abstain"] as const) }),
  returns: Taken,
  handle: async ({ params, body, services }) => services.polls.castOwn(await services.polls.get(params.pollId), body),
});

export const delegateVoteRoute = route("POST /polls/:pollId/delegations", {
  summary: "A unit votes through somebody it named in writing",
  ...poll,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ unitId: Id, personId: Id, proof: Line }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.delegate((await services.polls.find(params.pollId))!, body);
    return {};
  },
});

export const settleBallotRoute = route("POST /polls/:pollId/settlements", {
  summary: "Say which of two ballots of one unit holds, and why",
  ...poll,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ ballotId: Id, keeps: oneOf(["earlier", "later"] as const), reason: Words }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.settle((await services.polls.find(params.pollId))!, body);
    return {};
  },
});

export const handOutPapersRoute = route("POST /polls/:pollId/papers", {
  summary: "Units that were handed a paper of a secret vote, from the signed list",
  ...poll,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ unitIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.handOut((await services.polls.find(params.pollId))!, body.unitIds);
    return {};
  },
});

export const takeBackPaperRoute = route("DELETE /polls/:pollId/papers/:unitId", {
  summary: "A unit was not handed a paper after all; as long as the box is not counted",
  ...poll,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.polls.takeBack((await services.polls.find(params.pollId))!, params.unitId);
    return {};
  },
});

export const countPaperBoxRoute = route("PUT /polls/:pollId/paper-box", {
  summary: "What the tellers counted out of the box of a secret vote",
  ...poll,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ yes: Count, no: Count, abstain: Count, invalid: Type.Array(Type.Object({ reason: Line, papers: Count }), { maxItems: 20 }) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.countBox((await services.polls.find(params.pollId))!, body);
    return {};
  },
});
