import { latestPostingDate, SchedulingError, type Diagnosis, type ExplainedMeeting, type Violation } from "@lianxin/scheduling";
import { holidayYears } from "../find-slots/describe-problem.js";
import { tellBlock } from "../find-slots/tell-block.js";
import type { Teller } from "../find-slots/tell-slot.js";
import type { PlannedQuestion } from "./merge-questions.js";
import type { PlanFact } from "./plan-words.js";

/** A broken rule in words; a rule's own name when there is one, else the term's. */
export function tellViolation({ term, params }: Violation, { text, names }: Teller): string {
  const rule = typeof params["rule"] === "string" ? `.${params["rule"]}` : "";
  const shown = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, names.get(String(value)) ?? String(value)]));
  return text(`meetings.broken.${term}${rule}`, shown);
}

/** The last day for a notice of a meeting that begins then; null without a rule, or in a year whose holidays are not loaded. */
function postByOf({ question: { pack, holidays } }: PlannedQuestion, start: string): string | null {
  if (!pack.notice) return null;
  const { days: n, basis, count } = pack.notice;
  try {
    return latestPostingDate(holidayYears(holidays), { n, basis, count }, start.slice(0, 10));
  } catch (error) {
    if (error instanceof SchedulingError) return null;
    throw error;
  }
}

/** What a plan says of a meeting that has its time. O(people). */
export function tellPlaced({ meeting, start, present, quorums, violations }: ExplainedMeeting, planned: PlannedQuestion, teller: Teller): PlanFact {
  const { question } = planned;
  const there = new Set(present);
  return {
    meetingId: meeting,
    present: question.voting.filter((id) => there.has(id)).length,
    members: question.voting.length,
    need: Math.max(0, ...quorums.map(({ need }) => need)),
    postBy: postByOf(planned, start),
    broken: violations.map((violation) => tellViolation(violation, teller)),
  };
}

/** What a plan says of a meeting that found no time: the rules that block it together. */
export function tellUnplaced(diagnosis: Diagnosis | undefined, { question }: PlannedQuestion, teller: Teller): PlanFact {
  const blocking = diagnosis ? tellBlock(diagnosis, question, teller).blocking.map(({ text }) => text) : [];
  return {
    ...{ meetingId: question.meetingId, present: 0, members: question.voting.length, need: 0, postBy: null },
    broken: blocking.length > 0 ? blocking : [teller.text("meetings.broken.others")],
  };
}
