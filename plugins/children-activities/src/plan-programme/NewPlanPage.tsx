import { useLocation } from "preact-iso";
import { Await, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { hoursToPropose } from "../keep-homes/hours-text.js";
import { NoHome } from "../keep-homes/NoHome.js";
import { readHomesToPlan } from "../keep-homes/read-homes.js";
import { emptyPlan, PlanForm } from "./PlanForm.js";

/** A new plan at one of the homes one may plan at. */
export default function NewPlanPage() {
  const { route } = useLocation();
  const homes = useLoaded(readHomesToPlan, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.new")} />
      <Await of={homes}>
        {(rows) =>
          rows.length === 0 ? (
            <NoHome />
          ) : (
            <PlanForm
              start={{ ...emptyPlan, ...hoursToPropose(rows[0]!.hours), homeId: rows[0]!.id }}
              homes={rows}
              submit={text("children-activities.plan.submit")}
              send={(homeId, body) => api("POST /programmes", { body: { homeId, ...body } })}
              onDone={({ id }) => route(`/children-activities/programmes/${id}`)}
              draft="children-activities.plan"
            />
          )
        }
      </Await>
    </div>
  );
}
