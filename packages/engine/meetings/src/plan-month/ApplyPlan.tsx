import { useSignal } from "@preact/signals";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { today } from "../convene-meeting/week-of.js";
import type { PlanAnswer } from "./plan-api.js";

/** How many meetings putting the plan to use would touch. */
export const countChanges = ({ kind, entries }: PlanAnswer): number =>
  entries.filter(({ place, was }) => place !== null && (kind === "month" || was !== null)).length;

/** Puts the plan to use, after saying who will hear of it. */
export function ApplyPlan({ plan, onApplied }: { readonly plan: PlanAnswer; readonly onApplied: () => Promise<void> }) {
  const [isOpen, reason, failed] = [useSignal(false), useSignal(""), useSignal<unknown>(undefined)];
  const kind = plan.kind as "month" | "repair";
  const count = countChanges(plan);
  const isLate = kind === "repair" && plan.entries.some(({ was, postBy }) => was !== null && postBy !== null && postBy < today());
  const apply = () =>
    api("POST /plans/:planId/application", { params: { planId: plan.id }, body: reason.value.trim() ? { lateReason: reason.value.trim() } : {} }).then(
      async () => {
        isOpen.value = false;
        await onApplied();
      },
      (error: unknown) => void (failed.value = error),
    );
  if (count === 0) return null;
  return (
    <>
      <Button look="filled" onClick={() => (isOpen.value = true)}>
        {text(`meetings.plan.apply.${kind}`, { count })}
      </Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text(`meetings.plan.apply.${kind}`, { count })}>
        <div class="lx-stack">
          {failed.value !== undefined && <ErrorNotice error={failed.value} />}
          <p>{text(`meetings.plan.apply.${kind}.ask`, { count })}</p>
          {isLate && (
            <div class="lx-field">
              <label for="plan-late">{text("meetings.plan.apply.late")}</label>
              <input id="plan-late" class="lx-input" maxLength={100} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
            </div>
          )}
          <div class="lx-actions">
            <Button look="filled" onClick={() => void apply()}>
              {text(`meetings.plan.apply.${kind}`, { count })}
            </Button>
            <Button onClick={() => (isOpen.value = false)}>{text("meetings.plan.apply.cancel")}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
