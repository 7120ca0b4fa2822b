import { useSignal } from "@preact/signals";
import { dayText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { CorrectForm } from "./CorrectForm.js";
import { EndCollector } from "./EndCollector.js";
import { EraseChild } from "./EraseChild.js";
import { GuardianLine } from "./GuardianLine.js";
import { CollectorForm, GuardianForm } from "./MoreForms.js";
import type { Child, Texts } from "./ChildrenPart.js";

interface Props {
  readonly child: Child;
  readonly texts: Texts;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}

/** One child of the home's list: shut, its name, band and first guardian; open, all that is kept and what can be done. */
export function ChildRow({ child, texts, act }: Props) {
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
        {child.corrected && (
          <p class="lx-hint">
            {text("children-activities.home.corrected", {
              day: dayText(child.corrected.on),
              parts: child.corrected.parts.map((part) => told("child", part)).join("、"),
            })}
          </p>
        )}
        {child.health && <p>{text("children-activities.home.health", { note: child.health })}</p>}
        {child.aloneRoute && <p>{text("children-activities.home.alone", { route: child.aloneRoute })}</p>}
        {child.guardians.length > 1 && (
          <p>
            {text("children-activities.home.together", {
              list: child.consents.map(({ purpose, isGiven }) => `${told("consent", purpose)} ${told("answered", isGiven ? "yes" : "no")}`).join("，"),
            })}
          </p>
        )}
        {child.guardians.map((guardian) => (
          <GuardianLine key={guardian.guardianId} child={child} guardian={guardian} texts={texts} act={act} onErase={() => (asks.value = true)} />
        ))}
        <ul class="home-collectors">
          {child.collectors.map(({ id, relation, name }) => (
            <li key={id} class="lx-actions">
              {text("children-activities.home.collectors", { names: `${relation} ${name}` })}
              <EndCollector name={name} look="plain" onEnd={() => act(() => api("POST /collectors/:collectorId/end", { params: { collectorId: id } }))} />
            </li>
          ))}
        </ul>
        <CorrectForm child={child} send={(said) => act(() => api("PATCH /children/:childId", { params, body: said }))} />
        <CollectorForm child={child} act={act} />
        <GuardianForm child={child} texts={texts} act={act} />
        <EraseChild
          askedAt={child.eraseAskedAt}
          isOpen={asks.value}
          onOpen={() => (asks.value = true)}
          onClose={() => (asks.value = false)}
          erase={() => api("POST /children/:childId/erasure", { params })}
          undo={() => api("POST /children/:childId/erasure-undone", { params })}
          act={act}
        />
      </Fold>
    </li>
  );
}
