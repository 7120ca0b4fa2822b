import { everywhere } from "@lianxin/plugin-kit";
import type { Choice } from "../cast-ballots/judge-poll.js";
import { getPackOfPoll } from "../cast-ballots/get-poll-pack.js";
import type { UnitRow } from "../cast-ballots/poll.repository.js";
import type { MeetingsContext } from "../plugin.js";

const unitsOfPerson = ({ db }: MeetingsContext, personId: string) =>
  db
    .selectFrom("meetings_poll_unit")
    .innerJoin("meetings_poll", "meetings_poll.id", "meetings_poll_unit.pollId")
    .selectAll("meetings_poll_unit")
    .where("meetings_poll.state", "=", "open")
    .where((eb) => eb.or([eb("meetings_poll_unit.personId", "=", personId), eb("meetings_poll_unit.delegateId", "=", personId)]))
    .orderBy("meetings_poll_unit.id")
    .limit(100)
    .execute();

const pollsOfIds = ({ db }: MeetingsContext, ids: readonly string[]) =>
  everywhere(db, "meetings_poll", "the open votes one person has a ballot in, wherever they lie")
    .selectAll()
    .where("id", "in", ["", ...ids])
    .execute();

/** What somebody said by named ballots: the one that counts, and whether another waits to be settled. */
async function saidBy({ db }: MeetingsContext, units: readonly UnitRow[]) {
  const ids = units.map(({ id }) => id);
  const ballots = await db
    .selectFrom("meetings_poll_ballot")
    .selectAll()
    .where("unitId", "in", ["", ...ids])
    .execute();
  return (unitId: string) => {
    const own = ballots.filter((ballot) => ballot.unitId === unitId);
    const counted = own.find(({ state }) => state === "counted")?.choice;
    return { choice: (counted ?? null) as Choice | null, isWaiting: own.some(({ state }) => state === "waiting") };
  };
}

/**
 * The units of open votes that somebody may vote for online, their own and those that named them, and their own they named somebody else for. What was
 * said in a secret vote is nowhere, so it is not told either.
 */
export async function showOwnVotes(ctx: MeetingsContext) {
  const { actor, clock, use } = ctx;
  if (!actor.personId) return [];
  const units = await unitsOfPerson(ctx, actor.personId);
  const polls = new Map(
    (
      await pollsOfIds(
        ctx,
        units.map(({ pollId }) => pollId),
      )
    ).map((poll) => [poll.id, poll]),
  );
  const names = await use.directory.namesOf(units.flatMap(({ personId, delegateId }) => [personId, delegateId].flatMap((id) => id ?? [])));
  const said = await saidBy(ctx, units);
  const votes = [];
  for (const { id: unitId, pollId, label, personId, delegateId, votedBy } of units) {
    const poll = polls.get(pollId)!;
    const { delegation } = await getPackOfPoll(ctx, poll);
    const isOver = poll.closesOn !== null && clock.today() > poll.closesOn;
    votes.push({
      ...{ unitId, pollId, label, text: poll.text, closesOn: poll.closesOn, isSecret: poll.isSecret, isOver, hasVoted: votedBy !== null, votedBy },
      ...said(unitId),
      forName: delegateId === actor.personId && personId !== actor.personId ? ((personId && names.get(personId)) ?? label) : null,
      delegateName: delegateId !== null && delegateId !== actor.personId ? (names.get(delegateId) ?? "") : null,
      mayDelegate: delegation.isAllowed && poll.motionId === null && personId === actor.personId && votedBy === null && !isOver,
    });
  }
  return votes;
}
