import { writeBallot, writeDay, type BallotVoter } from "@lianxin/documents";
import { errors } from "../errors.js";
import { tellArea } from "../keep-rules/tell-area.js";
import type { MeetingsContext } from "../plugin.js";
import { getPackOfPoll } from "./get-poll-pack.js";
import { unitsOf, type PollRow, type UnitRow } from "./poll.repository.js";

/** Whose paper each is: a paper of a vote by name is put to its unit when it comes back. */
async function tellVoters({ use }: MeetingsContext, { motionId }: PollRow, units: readonly UnitRow[]): Promise<BallotVoter[]> {
  const names = await use.directory.namesOf(units.flatMap(({ personId }) => personId ?? []));
  return units.map(({ label, area, personId }) => {
    const owner = motionId === null ? names.get(personId ?? "") : null;
    return { label, ...(area !== null && { area: `${tellArea(area)} ㎡` }), ...(owner !== undefined && { owner }) };
  });
}

/**
 * Voting papers, one for each unit of the roll: by name with number, unit, area, owner and room to sign; secret ones with nothing that leads to anybody.
 * Throws rollEmpty.
 */
export async function printBallots(ctx: MeetingsContext, poll: PollRow): Promise<string> {
  const { db, use, clock, text } = ctx;
  const units = await unitsOf(db, poll.id);
  if (units.length === 0) throw errors.rollEmpty();
  const community = await use.directory.community();
  const { name } = await getPackOfPoll(ctx, poll);
  const office = [text("meetings.notice.office", {}, "zh-CN"), community?.officePhone].filter(Boolean).join(" ");
  return writeBallot({
    ...{ body: [community?.name, name.zh].filter(Boolean).join(" "), motion: poll.text, day: writeDay(poll.closesOn ?? clock.today()) },
    ...{ count: units.length, isNumbered: !poll.isSecret },
    ...(!poll.isSecret && { voters: await tellVoters(ctx, poll, units) }),
    ...(poll.motionId === null && poll.closesOn && { handIn: text("meetings.poll.handIn", { day: writeDay(poll.closesOn), office }, "zh-CN") }),
  });
}
