import type { TaskContext } from "@lianxin/plugin-kit";
import type { Assignment, Diagnosis, ExplainedMeeting, Meeting, Offer } from "@lianxin/scheduling";
import type { Teller } from "../find-slots/tell-slot.js";
import { task } from "../services.js";
import type { readPlanProblem } from "./ask-plan.js";
import type { PlanFact } from "./plan-words.js";
import { tellPlaced, tellUnplaced } from "./tell-plan.js";

const thread = "@lianxin/scheduling/worker";
/** How many meetings without a time are told why; the rest are told that others took it. */
const mostDiagnosed = 30;
type Asked = Awaited<ReturnType<typeof readPlanProblem>>;
interface Found {
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly string[];
}

/** Said also of a search that was stopped: it takes moments, and without it the best so far could not be shown. */
const explainIn = (run: TaskContext, problem: Asked["problem"], assignments: readonly Assignment[]): Promise<readonly ExplainedMeeting[]> =>
  run.runInWorker(thread, { call: "explain", problem, assignments }, { isFinished: true }) as Promise<readonly ExplainedMeeting[]>;

/**
 * What stands stays unless it breaks a rule as calendars and rooms are now; those that do are taken up again, nearest first, and after the times of an offer
 * that was not liked.
 */
async function mend(run: TaskContext, { problem, stood, later, freezeBefore }: Asked): Promise<Found> {
  const isTakenUp = ({ violations, start }: ExplainedMeeting) => violations.length > 0 && start.slice(0, 10) >= freezeBefore;
  const broken = new Set((await explainIn(run, problem, stood)).filter(isTakenUp).map(({ meeting }) => meeting));
  const moveOn = (meeting: Meeting): Meeting => (later.has(meeting.id) ? { ...meeting, notBefore: later.get(meeting.id)! } : meeting);
  const changed = problem.meetings.filter(({ id }) => broken.has(id)).map(moveOn);
  return run.runInWorker(thread, { call: "replan", problem, current: stood, changes: { changed }, options: { freezeBefore } }) as Promise<Found>;
}

const search = (run: TaskContext, asked: Asked): Promise<Found> =>
  asked.kind === "repair"
    ? mend(run, asked)
    : (run.runInWorker(thread, { call: "plan", problem: asked.problem, options: { seed: 1, timeMs: asked.seconds * 1_000 } }) as Promise<Found>);

async function diagnose(run: TaskContext, { problem }: Asked, { assignments, unplaced }: Found): Promise<ReadonlyMap<string, Diagnosis>> {
  const found = new Map<string, Diagnosis>();
  for (const id of unplaced.slice(0, mostDiagnosed)) {
    const meeting = problem.meetings.find((one) => one.id === id)!;
    const offer = (await run.runInWorker(thread, { call: "propose", problem, meeting, options: { k: 1, around: assignments } }, { isFinished: true })) as Offer;
    if (offer.kind === "blocked") found.set(id, offer.diagnosis);
  }
  return found;
}

async function tell(run: TaskContext, asked: Asked, found: Found, teller: Teller): Promise<PlanFact[]> {
  const explained = await explainIn(run, asked.problem, found.assignments);
  const diagnoses = await diagnose(run, asked, found);
  const questionOf = new Map(asked.questions.map((one) => [one.question.meetingId, one]));
  return [
    ...explained.map((one) => tellPlaced(one, questionOf.get(one.meeting)!, teller)),
    ...found.unplaced.map((id) => tellUnplaced(diagnoses.get(id), questionOf.get(id)!, teller)),
  ];
}

/** Places the meetings of a plan in a thread: reads, searches, explains, keeps. Asked to stop, it keeps the best so far. */
export const planMeetingsTask = task<{ readonly planId: string }>("planMeetings", async (run, { planId }) => {
  try {
    const asked = await run.read(({ services }) => services.plans.readProblem(planId));
    const teller = await run.read(({ services }) => services.plans.tellerFor(asked.problem));
    const found = await search(run, asked);
    const facts = await tell(run, asked, found, teller);
    const { problem, stood } = asked;
    await run.write(({ services }) => services.plans.change(planId, { state: "ready", problem, stood, assignments: found.assignments, facts }));
  } catch (error) {
    await run.write(({ services }) => services.plans.change(planId, { state: "failed" }));
    throw error;
  }
});
