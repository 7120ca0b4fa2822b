import { Button, mayAnywhere, Notice, timeText } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import type { Plan } from "../plan-programme/PlanPage.js";

/** An emergency at a session of this plan that waits for a second person, for who signs for the community: the board is not theirs to open. */
export function WaitingOverrides({ plan, act }: Acting & { readonly plan: Plan }) {
  if (!mayAnywhere("children-activities.signOff")) return null;
  return (
    <>
      {plan.overrides
        .filter(({ isOwn }) => !isOwn)
        .map(({ id, reason, untilAt, askedBy }) => (
          <Notice key={id} kind="warning">
            <p>
              <strong>{text("children-activities.override.asked", { name: askedBy, time: timeText(untilAt) })}</strong>
            </p>
            <p>{reason}</p>
            <Button onClick={() => void act(() => api("POST /overrides/:overrideId/confirmation", { params: { overrideId: id } }))}>
              {text("children-activities.override.confirm")}
            </Button>
          </Notice>
        ))}
    </>
  );
}
