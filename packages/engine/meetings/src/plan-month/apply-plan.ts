import type { TaskContext } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findMeeting, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext } from "../plugin.js";
import { chooseSlot, rescheduleMeeting } from "../publish-meeting/publish-meeting.js";
import { localOf, tellDay } from "../tell-time/tell-time.js";
import { changePlan, type PlanRow } from "./plan.repository.js";
import { readPlanState } from "./read-state.js";
import { showPlan } from "./show-plan.js";

type Entry = Awaited<ReturnType<typeof showPlan>>["entries"][number];
export interface Appliable {
  readonly meetingId: string;
  readonly startsAt: string;
  readonly venueId: string | null;
  /** Where it stood when the plan was made; null for a draft. */
  readonly stood: { readonly startsAt: string; readonly venueId: string | null } | null;
}

/** What applying a plan changes: every placed draft of a month, and only the moved meetings of a repair. */
export function chooseAppliable(kind: string, entries: readonly Entry[]): Appliable[] {
  const changed = entries.filter(({ place, was }) => place !== null && (kind === "month" || was !== null));
  return changed.map(({ meetingId, place, was }) => ({
    meetingId,
    startsAt: place!.startsAt,
    venueId: place!.venueId,
    stood: kind === "repair" && was ? { startsAt: was.startsAt, venueId: was.venueId } : null,
  }));
}

/** Begins to put a plan to use; throws planNotReady, planBreaksRules while a placed meeting breaks a rule, noticeLate for a move without a reason. */
export async function beginApplying(ctx: MeetingsContext, plan: PlanRow, lateReason: string | undefined): Promise<void> {
  if ((await readPlanState(ctx, plan)) !== "ready") throw errors.planNotReady();
  const { entries } = await showPlan(ctx, plan);
  const broken = entries.find(({ place, broken: rules }) => place !== null && rules.length > 0);
  if (broken) throw errors.planBreaksRules({ title: broken.title, rule: broken.broken[0]! });
  const late =
    plan.kind === "repair" && !lateReason?.trim() && entries.find(({ was, postBy }) => was !== null && postBy !== null && postBy < ctx.clock.today());
  if (late) throw errors.noticeLate({ day: tellDay(late.postBy!) }, "body.lateReason");
  const taskId = await ctx.tasks.begin("applyPlan", { planId: plan.id, changes: chooseAppliable(plan.kind, entries), lateReason });
  await changePlan(ctx.db, plan.id, { state: "applying", taskId });
  ctx.audit("applyPlan", plan.id, { kind: plan.kind });
}

/** Still a draft, or announced where it stood when the plan was made. */
function isUnchanged(meeting: MeetingRow, { stood }: Appliable): boolean {
  if (!stood) return meeting.state === "draft";
  return meeting.state === "noticed" && Date.parse(meeting.startsAt!) === Date.parse(stood.startsAt) && meeting.venueId === stood.venueId;
}

/** It was given this time already, when the plan was put to use the first time. */
const hasMoved = (meeting: MeetingRow, { startsAt, venueId, stood }: Appliable): boolean =>
  stood !== null && meeting.state === "noticed" && Date.parse(meeting.startsAt!) === Date.parse(startsAt) && meeting.venueId === venueId;

/** Gives one meeting its time: a draft quietly, an announced one with letters to those invited. One that was announced or moved meanwhile is left alone: false. */
export async function applyOne(ctx: MeetingsContext, change: Appliable, lateReason: string | undefined): Promise<boolean> {
  const { meetingId, startsAt, venueId } = change;
  if (!(await findMeeting(ctx.db, meetingId))) return false;
  const meeting = await takeMeetingTurn(ctx.db, meetingId);
  if (hasMoved(meeting, change)) return true;
  if (!isUnchanged(meeting, change)) return false;
  const at = localOf(startsAt, ctx.clock.zone).toString({ smallestUnit: "minute" });
  const slot = { startsAt: at, ...(venueId ? { venueId } : { placeText: meeting.venueName ?? ctx.text("meetings.time.placeOpen") }) };
  if (meeting.state === "draft") await chooseSlot(ctx, meeting, slot);
  else await rescheduleMeeting(ctx, meeting, { ...slot, lateReason });
  return true;
}

export interface ApplyInput {
  readonly planId: string;
  readonly changes: readonly Appliable[];
  readonly lateReason?: string | undefined;
}
interface ApplyContext {
  readonly clock: MeetingsContext["clock"];
  readonly services: {
    readonly plans: {
      applyOne(change: Appliable, lateReason: string | undefined): Promise<boolean>;
      change(id: string, changes: object): Promise<unknown>;
    };
  };
}

/** One turn of the lane for each meeting, so that nobody waits long; stopped or refused halfway, the rest keep their times and the plan can be applied again. */
export async function applyPlan(run: TaskContext<ApplyContext>, { planId, changes, lateReason }: ApplyInput): Promise<void> {
  let [done, skipped] = [0, 0];
  try {
    while (done < changes.length && !run.signal.aborted) {
      if (!(await run.write(({ services }) => services.plans.applyOne(changes[done]!, lateReason)))) skipped++;
      run.tell({ done: ++done, share: done / changes.length, skipped });
    }
  } finally {
    const isAll = done === changes.length;
    await run.write(({ services, clock }) => services.plans.change(planId, isAll ? { state: "applied", appliedAt: clock.now() } : { state: "ready" }));
  }
}
