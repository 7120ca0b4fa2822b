import { Type } from "typebox";
import { choices } from "../cast-ballots/judge-poll.js";
import { route } from "../services.js";
import { Id, Line, Nothing, oneOf, orNull, Text } from "../shapes.js";

const OwnVote = Type.Object({
  ...{ unitId: Text, pollId: Text, label: Text, text: Text, closesOn: orNull(Text), isSecret: Type.Boolean(), isOver: Type.Boolean() },
  ...{ hasVoted: Type.Boolean(), votedBy: orNull(Text), choice: orNull(oneOf(choices)), isWaiting: Type.Boolean() },
  /** Whose vote it is when they named the one asking, and who was named for one's own. */
  ...{ forName: orNull(Text), delegateName: orNull(Text), mayDelegate: Type.Boolean() },
});

export const listOwnVotesRoute = route("GET /own-ballots", {
  summary: "Open votes in which the person asking has a ballot, their own or one that named them",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ ballots: Type.Array(OwnVote) }),
  handle: async ({ services }) => ({ ballots: await services.polls.own() }),
});

export const nameDelegateRoute = route("POST /polls/:pollId/own-delegations", {
  summary: "Name another of the roll to vote for a unit of one's own, where the rules allow it",
  may: "signed-in",
  at: "self",
  body: Type.Object({ unitId: Id, label: Line }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.nameDelegate(await services.polls.get(params.pollId), body);
    return {};
  },
});

export const dropDelegateRoute = route("DELETE /polls/:pollId/own-delegations/:unitId", {
  summary: "Vote oneself again for a unit one had named somebody for",
  may: "signed-in",
  at: "self",
  returns: Nothing,
  async handle({ params, services }) {
    await services.polls.dropDelegate(await services.polls.get(params.pollId), params.unitId);
    return {};
  },
});
