import { compileProblem, propose, SchedulingError, type Offer } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { judgeQuorum } from "../keep-rules/judge-quorum.js";
import type { MeetingsContext } from "../plugin.js";
import { instantIn } from "../tell-time/tell-time.js";
import { countHours, type HourCell } from "./count-hours.js";
import { describeProblem, holidayYears, type SlotQuestion } from "./describe-problem.js";
import { readQuestion, type SlotWish } from "./read-question.js";
import { tellBlock, type ToldRelaxation, type ToldRule } from "./tell-block.js";
import { tellSlot, type Teller, type ToldSlot } from "./tell-slot.js";

export interface FoundSlots {
  readonly need: number;
  readonly members: number;
  /** Best first; empty when nothing fits, and then `blocking` and `relax` say why and what would help. */
  readonly slots: ToldSlot[];
  readonly hours: HourCell[];
  readonly blocking: ToldRule[];
  readonly relax: ToldRelaxation[];
  /** Years without holiday data: what is said of them is a draft. */
  readonly unloadedYears: number[];
}

interface Search {
  readonly offer: Offer;
  readonly hours: HourCell[];
  readonly need: number;
}

/** Offers begin so far apart that they are different half-days. */
const apartMinutes = 240;

/** The search itself: pure, milliseconds for a council of some dozens. Throws holidaysMissing where a working-day notice needs a year. */
export function searchSlots(question: SlotQuestion): Search {
  const { need } = judgeQuorum(question.pack, { members: question.voting.length, present: 0 });
  const { problem, meeting } = describeProblem(question);
  try {
    const compiled = compileProblem(problem);
    const offer = propose(compiled, meeting, { k: 5, apartMinutes });
    const asked = { question, holidays: holidayYears(question.holidays), need, isBlocked: offer.kind === "blocked" };
    return { offer, hours: countHours(compiled, meeting, asked), need };
  } catch (error) {
    if (error instanceof SchedulingError && error.code === "missing-holiday-year") throw errors.holidaysMissing({ year: question.untilOn.slice(0, 4) });
    throw error;
  }
}

/** The best times for a meeting with reasons in words, or what blocks and what would open. Reads only. */
export async function findSlots(ctx: MeetingsContext, meeting: MeetingRow, wish: SlotWish): Promise<FoundSlots> {
  const question = await readQuestion(ctx, meeting, wish);
  const { offer, hours, need } = searchSlots(question);
  const names = await ctx.use.directory.namesOf([...question.voting, ...question.others, ...(question.chairId ? [question.chairId] : [])]);
  const teller: Teller = { text: ctx.text, names, zone: ctx.clock.zone };
  const found = offer.kind === "slots" ? offer.proposals.map((proposal) => tellSlot(question, proposal, teller)) : [];
  // Whoever moves an announced meeting looks for another time than the one it has.
  const slots = found.filter((slot) => meeting.state === "draft" || instantIn(slot.startsAt, ctx.clock.zone) !== meeting.startsAt);
  const block = offer.kind === "blocked" ? tellBlock(offer.diagnosis, question, teller) : { blocking: [], relax: [] };
  return { need, members: question.voting.length, slots, hours, ...block, unloadedYears: [...offer.unloadedYears] };
}
