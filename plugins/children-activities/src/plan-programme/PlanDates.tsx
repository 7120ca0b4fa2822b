import { Card, dayText, Notice, Status } from "@lianxin/web-kit";
import { tellRule, text, told } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import { CallOff } from "./CallOff.js";
import { mayPlan, type Plan } from "./PlanPage.js";
import { RestoreDate } from "./RestoreDate.js";
import { WhomToCall } from "./WhomToCall.js";

/** Each date of a plan: how it stands, who is enrolled and on duty, and what calls it off or brings it back. */
export function Dates({ plan, act }: Acting & { readonly plan: Plan }) {
  const mayCallOff = mayPlan(plan);
  return (
    <Card title={text("children-activities.task.dates")}>
      {mayCallOff && plan.homeClosedOn !== null && (
        <Notice kind="warning">{text("children-activities.task.homeClosed", { day: dayText(plan.homeClosedOn, { year: true }) })}</Notice>
      )}
      <ul class="plan-rows">
        {plan.sessions.map(({ id, heldOn, state, violations, adults, enrolled, calledOff, mayRestore }) => (
          <li key={id} class="plan-date">
            <a href={`/children-activities/sessions/${id}`}>{dayText(heldOn)}</a>{" "}
            <span>{calledOff === null ? told("session", state) : text("children-activities.off.told", { reason: calledOff })}</span>
            <span class="lx-hint lx-num">{text("children-activities.task.figures", { enrolled, adults })}</span>
            {state !== "cancelled" && violations.map(({ code, params }) => <Status key={code} kind="gap" word={tellRule({ code, params })} />)}
            {mayCallOff && (state === "planned" || state === "published") && <CallOff sessionId={id} heldOn={heldOn} act={act} />}
            {mayCallOff && mayRestore && <RestoreDate sessionId={id} heldOn={heldOn} act={act} />}
            {plan.isMine && calledOff !== null && <WhomToCall sessionId={id} heldOn={heldOn} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
