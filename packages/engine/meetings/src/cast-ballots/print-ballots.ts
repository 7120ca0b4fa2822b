import { writeBallot, writeDay } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { unitsOf, type PollRow } from "./poll.repository.js";

/** Voting papers, one for each unit of the roll: numbered in its order where the vote is by name, without a number where it is secret. Throws rollEmpty. */
export async function printBallots({ db, use, clock }: MeetingsContext, poll: PollRow): Promise<string> {
  const units = await unitsOf(db, poll.id);
  if (units.length === 0) throw errors.rollEmpty();
  const body = (await use.directory.community())?.name ?? "";
  return writeBallot({ body, motion: poll.text, day: writeDay(poll.closesOn ?? clock.today()), count: units.length, isNumbered: !poll.isSecret });
}
