import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { openStates } from "../keep-state/commitment-state.js";
import { takePartTurns } from "../keep-state/take-turn.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { loadRests, restsOf, type Lateness } from "../keep-ledger/show-rows.js";
import { findPartRow, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { shiftDay } from "../measure-time/choose-light.js";
import { countLate } from "../measure-time/count-late.js";
import { findWorkingDays } from "../measure-time/working-calendar.js";
import type { CommitmentsContext } from "../plugin.js";
import { findHearers } from "./find-hearers.js";
import { chooseLadder, stepsBeforeDue } from "./ladder.js";
import { planSteps, type StepDone } from "./plan-steps.js";
import { wordLetter, writeTo, writeToOffice, type Occasion } from "./write-to-owner.js";
import { wordStep } from "./word-step.js";

/** So many at a time, as other writes wait meanwhile; the rest at the next turn. */
const slice = 100;

/** Promises whose step's day has come, and that neither rest nor are blocked; `steps` when only those can be judged, `ids` of only those. */
async function rowsToRemind({ db, clock }: CommitmentsContext, steps?: readonly string[], ids?: readonly string[]): Promise<CommitmentRow[]> {
  if (ids?.length === 0) return [];
  const found = await everywhere(db, "commitments_line", "reminding owners is a job without a reader")
    .innerJoin("commitments_commitment as c", "c.id", "commitments_line.commitmentId")
    .selectAll("c")
    .where("commitments_line.phase", "in", ["todo", "track"])
    .where("c.state", "in", openStates)
    .where("c.nextStepOn", "<=", clock.today())
    .$if(steps !== undefined, (query) => query.where("c.nextStep", "in", ["", ...steps!]))
    .$if(ids !== undefined, (query) => query.where("c.id", "in", ids!))
    .orderBy("c.nextStepOn")
    .orderBy("c.id")
    .limit(slice)
    .execute();
  return found;
}

/** What a step says to whoever hears it. */
function occasionOf({ text }: CommitmentsContext, { step, outcome }: StepDone): Occasion {
  if (step.when === "days_before") return { words: outcome === "late" ? "late_notice" : "before_due", key: step.id };
  if (step.id === "overdue") return { words: "overdue", key: step.id };
  return { words: "step", key: step.id, note: text(`commitments.step.${step.id}`, {}, "zh-CN") };
}

async function tellStep(ctx: CommitmentsContext, row: CommitmentRow, part: PartRow, done: StepDone): Promise<void> {
  const occasion = occasionOf(ctx, done);
  const { people, office, unfilled } = await findHearers(ctx, row, done.step.tells);
  const missed = new Set<string>(unfilled.map((hearer) => (hearer === "superior" ? hearer : `no_${hearer}`)));
  for (const [personId, hearer] of people) if (!(await writeTo(ctx, personId, row, part, occasion))) missed.add(hearer);
  if (office && !writeToOffice(ctx, office, await wordLetter(ctx, row, part, occasion), `${row.id}/${row.round}/${occasion.key}`)) missed.add("superior");
  const note = wordStep(done.step.id, [...missed]);
  const about = { partId: row.partId, commitmentId: row.id, fromState: row.state, toState: row.state };
  await noteEntry(ctx, { ...about, move: "remind", byId: null, forId: done.step.tells.includes("owner") ? row.ownerId : null, note });
}

/** The row of a step is its mark: who finds it written already does nothing. */
async function doStep(ctx: CommitmentsContext, row: CommitmentRow, done: StepDone): Promise<void> {
  const { db, newId, clock, publish } = ctx;
  const { step, outcome } = done;
  const marks = await db
    .insertInto("commitments_reminder")
    .values({ id: newId(), commitmentId: row.id, round: row.round, step: step.id, outcome, doneOn: clock.today() })
    .onConflict((oc) => oc.columns(["commitmentId", "round", "step"]).doNothing())
    .returning("id")
    .execute();
  if (marks.length === 0) return;
  await tellStep(ctx, row, (await findPartRow(db, row.partId))!, done);
  publish("reminded", row.id, { commitmentId: row.id, partId: row.partId, step: step.id });
}

async function remind(ctx: CommitmentsContext, row: CommitmentRow, lateness: Lateness): Promise<void> {
  const today = ctx.clock.today();
  const worked = (from: string, to: string) => findWorkingDays(lateness.calendar, from, to);
  const now = worked(shiftDay(today, -1), today);
  const plan = planSteps({
    ladder: chooseLadder(ctx.config.ladders, row.startedOn),
    pending: { step: row.nextStep!, on: row.nextStepOn! },
    dueOn: row.dueOn,
    today,
    daysLate: countLate(row.dueOn, today, restsOf(lateness, row.id, row.partId), worked),
    isWorked: now === undefined ? undefined : now === 1,
  });
  for (const step of plan.done) await doStep(ctx, row, step);
  // What only a missing year of holidays keeps open is looked at again tomorrow: it takes nobody's turn today.
  const nextOn = plan.isUnknown && now !== undefined ? shiftDay(today, 1) : (plan.next?.on ?? null);
  await ctx.db
    .updateTable("commitments_commitment")
    .set({ nextStep: plan.next?.step ?? null, nextStepOn: nextOn })
    .where("id", "=", row.id)
    .execute();
}

/**
 * Reminds the owners whose turn it is, a slice at a time, and gives how many there were. Steps after the due day wait for working days; in a year
 * nobody loaded they stay to come, and holidaysMissing is thrown once nothing else is to be done.
 */
export async function remindOwners(ctx: CommitmentsContext): Promise<number> {
  const today = ctx.clock.today();
  const year = Number(today.slice(0, 4));
  const isYearKnown = (await ctx.use.directory.holidays([year])).missingYears.length === 0;
  const steps = isYearKnown ? undefined : stepsBeforeDue(ctx.config.ladders);
  const found = await rowsToRemind(ctx, steps);
  await takePartTurns(
    ctx.db,
    found.map(({ partId }) => partId),
  );
  // Whoever had the turn before may have put it off, closed it or given it another day.
  const rows = await rowsToRemind(
    ctx,
    steps,
    found.map(({ id }) => id),
  );
  const earliest = [today, ...rows.map(({ dueOn }) => dueOn)].sort()[0]!;
  const lateness = await loadRests(
    ctx,
    rows.map(({ id, partId }) => ({ commitmentId: id, partId })),
    earliest,
  );
  for (const row of rows) await remind(ctx, row, lateness);
  if (found.length === 0 && !isYearKnown && (await rowsToRemind(ctx)).length > 0) throw errors.holidaysMissing({ year });
  return found.length;
}
