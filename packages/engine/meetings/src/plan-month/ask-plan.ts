import { errors } from "../errors.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { dayEnd, dayStart } from "../find-slots/describe-problem.js";
import { readQuestion, type SlotWish } from "../find-slots/read-question.js";
import type { MeetingsContext } from "../plugin.js";
import { addDays, instantOf, localOf } from "../tell-time/tell-time.js";
import { laterThanTried } from "./later-than-tried.js";
import { mergeQuestions, type PlannedQuestion } from "./merge-questions.js";
import { frozenDays, type PlanKind } from "./plan-words.js";
import { changePlan, declinesOf, findPlan, meetingsToPlan, type PlanRow } from "./plan.repository.js";

export interface NewPlan {
  readonly placeId: string;
  readonly kind: PlanKind;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly seconds: number;
}

/** Writes a plan down and begins its search; throws placeUnknown, nothingToPlan. */
export async function beginPlan(ctx: MeetingsContext, { placeId, ...asked }: NewPlan): Promise<string> {
  const place = await ctx.use.directory.findPlace(placeId);
  if (!place) throw errors.placeUnknown({}, "body.placeId");
  return startPlanning(ctx, { ...asked, placePath: place.path, otherThan: null });
}

type AskedPlan = Pick<PlanRow, "placePath" | "kind" | "fromOn" | "untilOn" | "seconds" | "otherThan">;

/** As `beginPlan`, of a place that is known; throws nothingToPlan. */
export async function startPlanning(ctx: MeetingsContext, asked: AskedPlan): Promise<string> {
  const { db, clock, newId, actor, tasks, audit } = ctx;
  if ((await meetingsOfPlan(ctx, asked)).length === 0) throw errors.nothingToPlan();
  const id = newId();
  const empty = { problem: null, stood: [], assignments: [], facts: [], appliedAt: null } as const;
  const row = { id, ...asked, state: "planning", taskId: null, ...empty, createdBy: actor.personId, createdAt: clock.now() };
  await db.insertInto("meetings_plan").values(row).execute();
  await changePlan(db, id, { taskId: await tasks.begin("planMeetings", { planId: id }) });
  audit("plan", id, { kind: asked.kind, fromOn: asked.fromOn, untilOn: asked.untilOn });
  return id;
}

/** Can the planner hold it where it stands: on a quarter hour, within the hours of one day? Others keep their time and take it from the rest. */
export function isOnGrid({ startsAt, endsAt }: MeetingRow, zone: string): boolean {
  const [start, end] = [startsAt!, endsAt!].map((instant) => localOf(instant, zone).toString({ smallestUnit: "minute" })) as [string, string];
  return start.slice(0, 10) === end.slice(0, 10) && Number(start.slice(14)) % 15 === 0 && start.slice(11) >= dayStart && end.slice(11) <= dayEnd;
}

/** The meetings that a plan is about. */
export async function meetingsOfPlan({ db, clock }: MeetingsContext, plan: Pick<PlanRow, "placePath" | "kind" | "fromOn" | "untilOn">): Promise<MeetingRow[]> {
  const [from, to] = [instantOf(`${plan.fromOn}T00:00`, clock.zone), instantOf(`${addDays(plan.untilOn, 1)}T00:00`, clock.zone)];
  const meetings = await meetingsToPlan(db, plan.kind as PlanKind, plan.placePath, from, to);
  return plan.kind === "repair" ? meetings.filter((meeting) => isOnGrid(meeting, clock.zone)) : meetings;
}

/** What is asked of one meeting's time, and, for a repair, where it stands and who declined; `beside`: announced meetings placed together with it. */
export async function plannedOf(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  span: SlotWish,
  isRepair: boolean,
  beside: readonly string[] = [],
): Promise<PlannedQuestion> {
  const question = await readQuestion(ctx, meeting, span, beside);
  if (!isRepair) return { question, declined: [] };
  const local = (instant: string) => localOf(instant, ctx.clock.zone).toString({ smallestUnit: "minute" });
  const declines = await declinesOf(ctx.db, [meeting.id]);
  const standing = { start: local(meeting.startsAt!), end: local(meeting.endsAt!), venueId: meeting.venueId };
  return { question, standing, declined: declines.map(({ personId }) => personId) };
}

async function questionsOf(ctx: MeetingsContext, plan: PlanRow): Promise<PlannedQuestion[]> {
  const isRepair = plan.kind === "repair";
  const meetings = await meetingsOfPlan(ctx, plan);
  const beside = isRepair ? meetings.map(({ id }) => id) : [];
  const questions: PlannedQuestion[] = [];
  for (const meeting of meetings) questions.push(await plannedOf(ctx, meeting, plan, isRepair, beside));
  return questions;
}

/** Everything the search of a plan needs: read on the readers, handed to a thread. A handful of queries a meeting. */
export async function readPlanProblem(ctx: MeetingsContext, planId: string) {
  const plan = (await findPlan(ctx.db, planId))!;
  const questions = await questionsOf(ctx, plan);
  const later = await laterThanTried(ctx, plan);
  return {
    ...mergeQuestions(questions),
    questions,
    later,
    seconds: plan.seconds,
    kind: plan.kind as PlanKind,
    freezeBefore: addDays(ctx.clock.today(), frozenDays),
  };
}
