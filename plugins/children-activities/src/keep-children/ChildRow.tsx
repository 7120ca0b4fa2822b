import { useSignal } from "@preact/signals";
import { Button, saveFile } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { Limits } from "../keep-consents/Limits.js";
import { CorrectForm } from "./CorrectForm.js";
import { CollectorForm, GuardianForm } from "./MoreForms.js";
import type { Child } from "./ChildrenPart.js";

interface Props {
  readonly child: Child;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
type Guardian = Child["guardians"][number];

/** Custody ended: asked once more, since what this guardian said and whom they named end with it. */
function EndGuardian({ child, guardian, act }: Props & { readonly guardian: Guardian }) {
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
function GuardianLine({ child, guardian, act, onErase }: Props & { readonly guardian: Guardian; readonly onErase: () => void }) {
  const address = `/api/children-activities/guardians/${guardian.guardianId}/link-sheet`;
  const changePhone = (event: SubmitEvent) => {
    event.preventDefault();
    const phone = String(new FormData(event.currentTarget as HTMLFormElement).get("phone") ?? "").trim();
    void act(() => api("PATCH /guardians/:guardianId", { params: { guardianId: guardian.guardianId }, body: { phone } }));
  };
  const answer = (purpose: "data" | "participation" | "photo" | "health", isYes: boolean) =>
    act(() => api("POST /children/:childId/consents", { params: { childId: child.id }, body: { guardianId: guardian.guardianId, purpose, isYes } }));
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
        {child.consents.map(({ purpose, isGiven }) => (
          <Button
            key={purpose}
            look="soft"
            aria-pressed={isGiven}
            onClick={() => (purpose === "data" && isGiven ? onErase() : void answer(purpose as "data", !isGiven))}
          >
            {told("consent", purpose)} {text(isGiven ? "children-activities.home.yes" : "children-activities.home.no")}
          </Button>
        ))}
        {guardian.getsTexts && (
          <Button look="plain" onClick={() => void act(() => saveFile(text("children-activities.link.file"), "POST", address, { body: {} }))}>
            {text("children-activities.link.print")}
          </Button>
        )}
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

/** One child of the home's list: shut, its name, band and first guardian; open, all that is kept and what can be done. */
export function ChildRow({ child, act }: Props) {
  const asks = useSignal(false);
  const [first] = child.guardians;
  const params = { childId: child.id };
  return (
    <li>
      <Fold
        title={
          <>
            <strong>{child.name}</strong>{" "}
            <span class="lx-hint">
              {told("band", child.ageBand)} · {first?.relation} {first?.name}
            </span>
          </>
        }
      >
        <p class="lx-num">{[text("children-activities.home.born", { month: child.bornIn }), child.grade, child.gridName].filter(Boolean).join("，")}</p>
        {child.health && <p>{text("children-activities.home.health", { note: child.health })}</p>}
        {child.aloneRoute && <p>{text("children-activities.home.alone", { route: child.aloneRoute })}</p>}
        {child.guardians.map((guardian) => (
          <GuardianLine key={guardian.guardianId} child={child} guardian={guardian} act={act} onErase={() => (asks.value = true)} />
        ))}
        <ul class="home-collectors">
          {child.collectors.map(({ id, relation, name }) => (
            <li key={id} class="lx-actions">
              {text("children-activities.home.collectors", { names: `${relation} ${name}` })}
              <Button
                look="plain"
                aria-label={`${text("children-activities.collector.end")} ${name}`}
                onClick={() => void act(() => api("POST /collectors/:collectorId/end", { params: { collectorId: id } }))}
              >
                {text("children-activities.collector.end")}
              </Button>
            </li>
          ))}
        </ul>
        <CorrectForm child={child} send={(said) => act(() => api("PATCH /children/:childId", { params, body: said }))} />
        <CollectorForm child={child} act={act} />
        <GuardianForm child={child} act={act} />
        <div class="lx-actions">
          <Button look="danger" onClick={() => (asks.value = true)}>
            {text("children-activities.own.erase")}
          </Button>
        </div>
      </Fold>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={text("children-activities.own.erase")}
        verb={text("children-activities.own.erase")}
        isDanger
        onConfirm={() => act(() => api("POST /children/:childId/erasure", { params }))}
      >
        <p>{text("children-activities.own.eraseSure")}</p>
      </ConfirmDialog>
    </li>
  );
}
