import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Id, Line, Nothing, orNull, Text, WithId, Words } from "../shapes.js";

const Measure = Type.Object({ yes: Text, no: Text, abstain: Text, invalid: Text, unanswered: Text, members: Text, attending: Text });
const Result = Type.Object({
  ...{ isQuorate: Type.Boolean(), isAdopted: Type.Boolean(), isTied: Type.Boolean(), quorum: Type.Array(Text), arithmetic: Text },
  ...{ heads: Measure, area: orNull(Measure) },
  /** By each measure the rules ask for: how many are for it, and the fewest that carry it. */
  needs: Type.Array(Type.Object({ measure: Text, yes: Text, need: Text })),
});
const Rules = Type.Object({
  ...{ id: Text, nameZh: Text, nameEn: Text, citation: Text, isVerified: Type.Boolean(), isLocal: Type.Boolean() },
  ...{ mayDelegate: Type.Boolean(), needsArea: Type.Boolean(), noticeDays: Count },
});
export const PollShape = Type.Object({
  ...{ id: Text, text: Text, state: Text, isSecret: Type.Boolean(), closesOn: orNull(Text), meetingId: orNull(Text), motionId: orNull(Text) },
  ...{ noticedOn: orNull(Text), lateNotice: orNull(Text), firstClosesOn: orNull(Text), laterReason: orNull(Text) },
  ...{ decisionId: orNull(Text), withdrawReason: orNull(Text), earlyReason: orNull(Text), openedAt: orNull(Text), closedAt: orNull(Text), rules: Rules },
  ...{ units: Count, area: Text, votedUnits: Count, votedArea: Text },
  waiting: Type.Array(Type.Object({ id: Text, unit: Text, way: Text, at: Text })),
  /** Of a secret vote: no paper goes back once the box is counted. */
  isBoxCounted: Type.Boolean(),
  /** Why papers are spoilt, once the vote is closed. */
  spoilt: Type.Array(Type.Object({ reason: Text, papers: Count })),
  /** Of two ballots of a unit the one that does not count, and why. */
  settled: Type.Array(Type.Object({ unit: Text, way: Text, reason: Text })),
  result: orNull(Result),
});

export const addPollRoute = route("POST /polls", {
  summary: "Prepare a vote by paper and online; nobody can vote yet",
  may: meetings.permissions.convene,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({ placeId: Id, text: Words, packId: Id, isSecret: Type.Boolean(), closesOn: Type.Optional(Day) }),
  returns: WithId,
  async handle({ body: { placeId, ...poll }, use, services }) {
    return { id: await services.polls.add({ ...poll, placePath: (await use.directory.findPlace(placeId))!.path }) };
  },
});

export const addLinkedPollRoute = route("POST /decisions/:decisionId/polls", {
  summary: "Prepare the vote of the competent body that a decision waits for",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.polls.placeOfDecision(params.decisionId))!,
  body: Type.Object({ closesOn: Type.Optional(Day) }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.polls.addForDecision(params.decisionId, body.closesOn) }),
});

export const openMotionPollRoute = route("POST /meetings/:meetingId/motions/:motionId/polls", {
  summary: "Vote on a motion by paper among those who are there",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  body: Type.Object({ isSecret: Type.Boolean() }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({
    id: await services.polls.openForMotion((await services.meetings.find(params.meetingId))!, params.motionId, body.isSecret),
  }),
});

export const listPollsRoute = route("GET /polls", {
  summary: "Votes by paper and online at the places one may see, latest first",
  may: meetings.permissions.see,
  at: "list",
  returns: Type.Object({
    polls: Type.Array(Type.Object({ id: Text, text: Text, state: Text, closesOn: orNull(Text), isAdopted: orNull(Type.Boolean()), isSecret: Type.Boolean() })),
  }),
  async handle({ scope, services }) {
    const rows = await services.polls.list(scope);
    return {
      polls: rows.map(({ id, text, state, closesOn, isSecret, result }) => ({ id, text, state, closesOn, isSecret, isAdopted: result?.isAdopted ?? null })),
    };
  },
});

export const showPollRoute = route("GET /polls/:pollId", {
  summary: "A vote: its rules, who took part so far, and the result once it is closed",
  may: meetings.permissions.see,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  returns: PollShape,
  handle: async ({ params, services }) => services.polls.show((await services.polls.find(params.pollId))!),
});

const Unit = Type.Object({ label: Line, area: Type.Optional(Type.String({ maxLength: 20 })), personId: Type.Optional(Id), owner: Type.Optional(Line) });

export const setRollRoute = route("PUT /polls/:pollId/roll", {
  summary: "Who may vote, unit by unit; frozen when the vote opens",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ units: Type.Array(Unit, { minItems: 1, maxItems: 5000 }) }),
  returns: Type.Object({
    ...{ units: Count, area: Count },
    unlinked: Type.Array(Type.Object({ label: Text, owner: Text, isSeveral: Type.Boolean() })),
    repeated: Type.Array(Type.Object({ owner: Text, units: Text })),
  }),
  async handle({ params, body, services }) {
    const { unlinked, repeated, ...kept } = await services.polls.setRoll((await services.polls.find(params.pollId))!, body.units);
    return { ...kept, unlinked: [...unlinked], repeated: [...repeated] };
  },
});

const RollUnit = Type.Object({
  ...{
    id: Text,
    label: Text,
    area: orNull(Text),
    person: orNull(Text),
    delegate: orNull(Text),
    proof: orNull(Text),
    votedBy: orNull(Text),
    votedOn: orNull(Text),
  },
});

export const showRollRoute = route("GET /polls/:pollId/roll", {
  summary: "The roll: which unit took part by what way, never what it said",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  returns: Type.Object({ units: Type.Array(RollUnit) }),
  handle: async ({ params, services }) => ({ units: await services.polls.showRoll((await services.polls.find(params.pollId))!) }),
});

export const printPollRoute = route("GET /polls/:pollId/ballot-papers", {
  summary: "Voting papers for every unit of the roll, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "表决票.html",
    type: "text/html; charset=utf-8",
    body: await services.polls.print((await services.polls.find(params.pollId))!),
  }),
});

export const printPollTallyRoute = route("GET /polls/:pollId/tally-sheet", {
  summary: "The sheet to count on; once the vote is closed with what was counted, why papers are spoilt and who voted for whom",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "计票表.html",
    type: "text/html; charset=utf-8",
    body: await services.polls.printTally((await services.polls.find(params.pollId))!),
  }),
});

export const openPollRoute = route("POST /polls/:pollId/opening", {
  summary: "Freeze the roll and let people vote; where the rules ask for a notice, with the day people were told",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ noticedOn: Type.Optional(Day), lateReason: Type.Optional(Words) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.open((await services.polls.find(params.pollId))!, body);
    return {};
  },
});

export const setLastDayRoute = route("PUT /polls/:pollId/last-day", {
  summary: "Until when ballots are taken; once the vote is open only later, with a reason that is shown",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ closesOn: Day, reason: Type.Optional(Words) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.setLastDay((await services.polls.find(params.pollId))!, body);
    return {};
  },
});

export const closePollRoute = route("POST /polls/:pollId/closing", {
  summary: "Count the votes and end the vote; before its last day with a reason, while somebody may still vote",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ reason: Type.Optional(Words) }),
  returns: PollShape,
  async handle({ params, body, services }) {
    await services.polls.close((await services.polls.find(params.pollId))!, body.reason);
    return services.polls.show((await services.polls.find(params.pollId))!);
  },
});

export const withdrawPollRoute = route("POST /polls/:pollId/withdrawal", {
  summary: "End a vote without a count",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.polls.placeOf(params.pollId))!,
  body: Type.Object({ reason: Words }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.polls.withdraw((await services.polls.find(params.pollId))!, body.reason);
    return {};
  },
});
