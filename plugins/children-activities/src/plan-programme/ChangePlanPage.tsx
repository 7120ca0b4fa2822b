import { useLocation, useRoute } from "preact-iso";
import { Await, Notice, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { PlanForm } from "./PlanForm.js";
import type { Plan } from "./PlanPage.js";

const valuesOf = (plan: Plan) => ({
  ...{
    homeId: plan.homeId,
    room: plan.room ?? "",
    title: plan.title,
    purpose: plan.purpose,
    policy: `${plan.packId} ${plan.mode}`,
    modeNote: plan.modeNote ?? "",
  },
  ...{ isRisky: plan.isRisky, weekdays: plan.weekdays.map(String), fromOn: plan.fromOn, untilOn: plan.untilOn, closesOn: plan.closesOn },
  ...{ startTime: plan.startTime, endTime: plan.endTime, emergencyPlan: plan.emergencyPlan ?? "", insurance: plan.insurance ?? "" },
  ...{ small: String(plan.expected["6_8"]), middle: String(plan.expected["9_12"]), big: String(plan.expected["13_15"]) },
});

/** A plan changed before any of its dates began: both sign it anew. */
export default function ChangePlanPage() {
  const { programmeId } = useRoute().params as { programmeId: string };
  const { route } = useLocation();
  const params = { programmeId };
  const loaded = useLoaded(() => api("GET /programmes/:programmeId", { params }), [programmeId]);
  const href = `/children-activities/programmes/${programmeId}`;
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.change")} />
      <Notice kind="info">{text("children-activities.plan.again")}</Notice>
      <Await of={loaded} lines={8}>
        {(plan) => (
          <PlanForm
            start={valuesOf(plan)}
            homes={[{ id: plan.homeId, name: plan.homeName, rooms: plan.rooms, hours: plan.hours }]}
            submit={text("children-activities.plan.save")}
            send={(_, body) => api("PUT /programmes/:programmeId", { params, body: { ...body, version: plan.version } })}
            onDone={() => route(href)}
          />
        )}
      </Await>
    </div>
  );
}
