import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { GuardianConsents } from "../keep-consents/GuardianConsents.js";
import { Limits } from "../keep-consents/Limits.js";
import { PrintLink } from "./PrintLink.js";
import type { Child, Texts } from "./ChildrenPart.js";

interface Props {
  readonly child: Child;
  readonly guardian: Child["guardians"][number];
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}

/** Custody ended: asked once more, since what this guardian said and whom they named end with it. */
function EndGuardian({ child, guardian, act }: Props) {
  const asks = useSignal(false);
  const end = () =>
    act(async () => {
      await api("POST /children/:childId/guardians/:guardianId/end", { params: { childId: child.id, guardianId: guardian.guardianId } });
      toast(text("children-activities.guardian.ended"));
    });
  return (
    <>
      <Button look="plain" aria-label={`${text("children-activities.guardian.end")} ${guardian.name}`} onClick={() => (asks.value = true)}>
        {text("children-activities.guardian.end")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={`${text("children-activities.guardian.end")}：${guardian.name}`}
        verb={text("children-activities.guardian.end")}
        isDanger
        onConfirm={end}
      >
        <p>{text("children-activities.guardian.end.sure", { name: guardian.name })}</p>
      </ConfirmDialog>
    </>
  );
}

/** One guardian: whom to call, what they said, and their private link on paper, shown this once. */
export function GuardianLine({ child, guardian, texts, act, onErase }: Props & { readonly texts: Texts; readonly onErase: () => void }) {
  const changePhone = (event: SubmitEvent) => {
    event.preventDefault();
    const phone = String(new FormData(event.currentTarget as HTMLFormElement).get("phone") ?? "").trim();
    void act(() => api("PATCH /guardians/:guardianId", { params: { guardianId: guardian.guardianId }, body: { phone } }));
  };
  return (
    <section class="home-guardian">
      <p class="lx-num">
        {guardian.relation} {guardian.name} {guardian.phone}
      </p>
      <Fold title={text("children-activities.guardian.phone")}>
        <form class="home-month" onSubmit={changePhone}>
          <input
            class="lx-input"
            name="phone"
            inputMode="tel"
            aria-label={`${text("children-activities.register.phone")} ${guardian.name}`}
            defaultValue={guardian.phone}
            maxLength={20}
            required
          />
          <Button type="submit">{text("children-activities.own.save")}</Button>
        </form>
      </Fold>
      <div class="lx-actions">
        <GuardianConsents childId={child.id} guardian={guardian} texts={texts} act={act} onErase={onErase} />
        {guardian.getsTexts && <PrintLink guardian={guardian} act={act} />}
        <EndGuardian child={child} guardian={guardian} act={act} />
      </div>
      <Limits
        child={child}
        guardianId={guardian.guardianId}
        send={(said) =>
          act(() => api("POST /children/:childId/consents", { params: { childId: child.id }, body: { guardianId: guardian.guardianId, ...said } }))
        }
      />
      {!guardian.getsTexts && <p class="lx-hint">{text("children-activities.guardian.noTexts")}</p>}
    </section>
  );
}
