import { useSignal } from "@preact/signals";
import { Button, dayText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import type { Adult } from "./AdultsPage.js";

interface Props {
  readonly adult: Pick<Adult, "name" | "checks">;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
type Check = Adult["checks"][number];
const line = ({ checkedOn, verdict }: Check) => ({ day: dayText(checkedOn, { year: true }), verdict: told("verdict", verdict) });

/** Every check that counts for or against an adult, each to be voided after a question: a mistyped verdict as much as one that should never have held. */
export function ChecksList({ adult, act }: Props) {
  const asked = useSignal<Check | undefined>(undefined);
  if (adult.checks.length === 0) return null;
  const revoke = ({ id }: Check) =>
    act(async () => {
      await api("POST /checks/:checkId/revocation", { params: { checkId: id } });
      toast(text("children-activities.check.revoked"));
    });
  return (
    <section class="lx-stack">
      <p class="lx-hint">{text("children-activities.check.list")}</p>
      <ul class="adult-checks">
        {adult.checks.map((check) => (
          <li key={check.id} class="lx-actions">
            <span class="lx-num">{text("children-activities.check.line", line(check))}</span>
            <Button
              look="plain"
              aria-label={`${text("children-activities.check.revoke")} ${text("children-activities.check.line", line(check))}`}
              onClick={() => (asked.value = check)}
            >
              {text("children-activities.check.revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked.value !== undefined}
        onClose={() => (asked.value = undefined)}
        title={text("children-activities.check.revoke")}
        verb={text("children-activities.check.revoke")}
        isDanger
        onConfirm={() => revoke(asked.value!)}
      >
        {asked.value && <p>{text("children-activities.check.revoke.of", { name: adult.name, ...line(asked.value) })}</p>}
      </ConfirmDialog>
    </section>
  );
}
