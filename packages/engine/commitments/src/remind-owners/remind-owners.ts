import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { openStates } from "../keep-state/commitment-state.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { loadCalendar } from "../measure-time/working-calendar.js";
import type { CommitmentsContext } from "../plugin.js";
import { planSteps, type Step, type StepDone } from "./plan-steps.js";
import { writeToOwner } from "./write-to-owner.js";

/** So many at a time, as other writes wait meanwhile; the rest at the next turn. */
const slice = 100;

const rowsToRemind = ({ db, clock }: CommitmentsContext, steps: readonly Step[]): Promise<CommitmentRow[]> =>
  everywhere(db, "commitments_commitment", "reminding owners is a job without a reader")
    .selectAll()
    .where("isActive", "=", true)
    .where("state", "in", openStates)
    .where("nextStep", "in", steps)
    .where("nextStepOn", "<=", clock.today())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("commitments_part")
            .select("commitments_part.id")
            .whereRef("commitments_part.id", "=", "commitments_commitment.partId")
            .where("commitments_part.reviewOn", "is not", null),
        ),
      ),
    )
    .orderBy("nextStepOn")
    .limit(slice)
    .execute();

/** The row of a step is its mark: who finds it written already does nothing. */
async function doStep(ctx: CommitmentsContext, row: CommitmentRow, { step, outcome }: StepDone): Promise<void> {
  const { db, newId, clock, publish } = ctx;
  const marks = await db
    .insertInto("commitments_reminder")
    .values({ id: newId(), commitmentId: row.id, round: row.round, step, outcome, doneOn: clock.today() })
    .onConflict((oc) => oc.columns(["commitmentId", "round", "step"]).doNothing())
    .returning("id")
    .execute();
  if (marks.length === 0 || outcome === "overtaken") return;
  const part = (await findPartRow(db, row.partId))!;
  const wasSent = await writeToOwner(ctx, row, part, { words: step, key: step });
  const note = wasSent ? step : `${step}_by_hand`;
  await db
    .insertInto("commitments_entry")
    .values({
      id: newId(),
      partId: row.partId,
      commitmentId: row.id,
      move: "remind",
      fromState: row.state,
      toState: row.state,
      at: clock.now(),
      byId: null,
      forId: row.ownerId,
      note,
    })
    .execute();
  publish("reminded", row.id, { commitmentId: row.id, partId: row.partId, step });
}

async function remind(ctx: CommitmentsContext, row: CommitmentRow, isWorkingDay: boolean): Promise<void> {
  const pending = { step: row.nextStep as Step, on: row.nextStepOn! };
  const { done, next } = planSteps(pending, row.dueOn, ctx.clock.today(), isWorkingDay);
  for (const step of done) await doStep(ctx, row, step);
  await ctx.db
    .updateTable("commitments_commitment")
    .set({ nextStep: next?.step ?? null, nextStepOn: next?.on ?? null })
    .where("id", "=", row.id)
    .execute();
}

/** Is today worked? Undefined when the year is not loaded. */
async function findWorking(ctx: CommitmentsContext): Promise<boolean | undefined> {
  const today = ctx.clock.today();
  const { missingYears } = await ctx.use.directory.holidays([Number(today.slice(0, 4))]);
  return missingYears.length > 0 ? undefined : (await loadCalendar(ctx.use.directory, today, today)).isWorkingDay(today);
}

/**
 * Reminds the owners whose turn it is, a slice at a time, and gives how many there were. Overdue reminders wait for a working day; in a year
 * nobody loaded they stay to come, and holidaysMissing is thrown once nothing else is to be done.
 */
export async function remindOwners(ctx: CommitmentsContext): Promise<number> {
  const isWorking = await findWorking(ctx);
  const rows = await rowsToRemind(ctx, isWorking ? ["before_due", "overdue"] : ["before_due"]);
  for (const row of rows) await remind(ctx, row, isWorking ?? false);
  const isBlocked = rows.length === 0 && isWorking === undefined && (await rowsToRemind(ctx, ["overdue"])).length > 0;
  if (isBlocked) throw errors.holidaysMissing({ year: Number(ctx.clock.today().slice(0, 4)) });
  return rows.length;
}
