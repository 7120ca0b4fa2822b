import { dayText, Notice, type Task } from "@lianxin/web-kit";
import { tellSum, text, told } from "../api.js";
import { mayPlan, type Plan } from "./PlanPage.js";

/** Two days as a span; one day is said once. */
const spanText = (from: string, until: string): string => (from === until ? dayText(from) : `${dayText(from)}–${dayText(until)}`);

/** The gate in words: how many adults that asks for by this way of counting, and by the other. */
export function Gate({ plan }: { readonly plan: Plan }) {
  const strictest = Math.max(...plan.choices.map(({ needed }) => needed));
  const isShort = plan.sessions.some(({ state, violations }) => state !== "cancelled" && violations.some(({ code }) => code === "tooFewAdults"));
  return (
    <Notice kind={isShort ? "warning" : "info"}>
      <p>
        <strong>{text("children-activities.gate.needed", { mode: told("mode", plan.mode), needed: plan.ratio.needed })}</strong>{" "}
        <span class="lx-num">{tellSum(plan.ratio)}</span>
      </p>
      {strictest > plan.ratio.needed && <p>{text("children-activities.gate.other", { needed: strictest })}</p>}
      {plan.modeNote && <p>{text("children-activities.gate.note", { note: plan.modeNote })}</p>}
      {isShort && <p>{plan.placesFor > 0 ? text("children-activities.gate.places", { places: plan.placesFor }) : text("children-activities.gate.people")}</p>}
      <p class="lx-hint">{plan.citation}</p>
    </Notice>
  );
}

/** Nobody signs a plan that does not say all it has to say: what is missing, all at once, and where to write it. */
export function Gaps({ plan }: { readonly plan: Plan }) {
  if (plan.gaps.length === 0 || plan.signatures.length === 2) return null;
  return (
    <Notice kind="warning">
      <p>{text("children-activities.plan.gaps", { fields: plan.gaps.map((gap) => told("plan", gap)).join("、") })}</p>
      {mayPlan(plan) ? (
        <a href={`/children-activities/programmes/${plan.id}/change`}>{text("children-activities.page.change")}</a>
      ) : (
        <p>{text("children-activities.plan.gaps.ask")}</p>
      )}
    </Notice>
  );
}

const kinds = ["director", "community"] as const;
/** Whose signature a plan with dates to publish waits for. */
export const unsigned = ({ waiting, gaps, signatures }: Pick<Plan, "waiting" | "gaps" | "signatures">) =>
  waiting === 0 || gaps.length > 0 ? [] : kinds.filter((kind) => !signatures.some((one) => one.kind === kind));

/** Said in place of the button that publishes, which would be refused. */
export function Unsigned({ plan }: { readonly plan: Plan }) {
  const who = unsigned(plan).map((kind) => told("sign", kind));
  return who.length === 0 ? null : <Notice kind="info">{text("children-activities.plan.unsigned", { who: who.join("、") })}</Notice>;
}

/** What has to be seen to before a plan is published, each with how it stands. */
export function tasksOf(plan: Plan): Task[] {
  const href = `/children-activities/programmes/${plan.id}`;
  const signed = (kind: string) => plan.signatures.find((one) => one.kind === kind);
  const status = (isDone: boolean) => ({
    kind: isDone ? ("done" as const) : ("todo" as const),
    word: text(isDone ? "children-activities.task.done" : "children-activities.task.open"),
  });
  const adults = plan.sessions.every(({ state, violations }) => state === "cancelled" || violations.length === 0);
  const line = (id: string, isDone: boolean, title: string, why: string): Task => ({ id, status: status(isDone), title, href, why: [why] });
  return [
    line(
      "when",
      true,
      text("children-activities.task.when"),
      `${plan.homeName}${plan.room ? ` ${plan.room}` : ""} ${spanText(plan.fromOn, plan.untilOn)} ${plan.startTime}–${plan.endTime}`,
    ),
    line(
      "adults",
      adults,
      text("children-activities.task.adults"),
      text("children-activities.gate.needed", { mode: told("mode", plan.mode), needed: plan.ratio.needed }),
    ),
    line("emergency", !plan.gaps.includes("emergencyPlan"), text("children-activities.plan.emergencyPlan"), plan.emergencyPlan ?? "–"),
    line("insurance", !plan.gaps.includes("insurance"), text("children-activities.plan.insurance"), plan.insurance ?? "–"),
    ...kinds.map((kind) => line(kind, signed(kind) !== undefined, told("sign", kind), signed(kind)?.name ?? "–")),
  ];
}
