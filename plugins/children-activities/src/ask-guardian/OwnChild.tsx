import { useSignal } from "@preact/signals";
import { Card, SummaryList } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import { CorrectForm } from "../keep-children/CorrectForm.js";
import { EraseChild } from "../keep-children/EraseChild.js";
import { Limits, type LimitedAnswer } from "../keep-consents/Limits.js";
import { AskNo, type No } from "./AskNo.js";
import { EndsWith } from "./EndsWith.js";
import type { Own } from "./GuardianPage.js";
import { OwnAhead } from "./OwnAhead.js";
import { OwnCollectors } from "./OwnCollectors.js";
import { OwnConsents } from "./OwnConsents.js";
import { OwnIncidents } from "./OwnIncidents.js";
import { OwnReadings } from "./OwnReadings.js";
import { OwnVisits } from "./OwnVisits.js";
import "./Own.css";

type Child = Own["children"][number];
export interface Props {
  readonly child: Child;
  readonly words: Own["words"];
  readonly at: { readonly guardianId: string; readonly token: string };
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
const fields = ["name", "bornIn", "grade", "gridName", "health", "aloneRoute"] as const;

/** One child of a guardian: what is kept, what was agreed to in full wording, and all of it to be changed or ended. */
export function OwnChild({ child, words, at, act }: Props) {
  const asks = useSignal(false);
  const params = { guardianId: at.guardianId, childId: child.id };
  const rows = [
    ...fields.filter((field) => child[field]).map((field) => ({ label: told("child", field), value: child[field]! })),
    { label: told("child", "isGirl"), value: told("sex", child.isGirl ? "girl" : "boy") },
  ];
  const no = useSignal<No | undefined>(undefined);
  const answer = (said: LimitedAnswer) =>
    act(async () => {
      await api("POST /public/guardians/:guardianId/children/:childId/consents", { params, body: { token: at.token, ...said } });
      toast(text("children-activities.consent.noted"));
    });
  /** A no holds at once and is asked about first; a yes takes nothing away. */
  const say = async ({ isYes, ...said }: LimitedAnswer) => void (isYes ? await answer({ ...said, isYes }) : (no.value = said));
  return (
    <Card title={child.name}>
      <div class="lx-stack">
        <SummaryList rows={rows.map(({ label, value }) => ({ label, value }))} />
        <OwnAhead child={child} />
        <OwnIncidents child={child} />
        <OwnConsents child={child} words={words} answer={(purpose, isYes) => void say({ purpose, isYes })} onErase={() => (asks.value = true)} />
        <Limits child={child} guardianId={at.guardianId} send={say} />
        <AskNo no={no.value} child={child} onClose={() => (no.value = undefined)} onConfirm={(said) => answer({ ...said, isYes: false })} />
        <OwnVisits child={child} />
        <OwnReadings child={child} />
        <OwnCollectors child={child} at={at} act={act} />
        <CorrectForm
          child={child}
          send={(said) => act(() => api("POST /public/guardians/:guardianId/children/:childId/corrections", { params, body: { token: at.token, ...said } }))}
        />
        <EraseChild
          askedAt={child.eraseAskedAt}
          isOpen={asks.value}
          onOpen={() => (asks.value = true)}
          onClose={() => (asks.value = false)}
          erase={() => api("POST /public/guardians/:guardianId/children/:childId/erasure", { params, body: { token: at.token } })}
          undo={() => api("POST /public/guardians/:guardianId/children/:childId/erasure-undone", { params, body: { token: at.token } })}
          act={act}
        >
          <EndsWith sessions={child.sessions} here={text("children-activities.own.erase.here")} />
        </EraseChild>
      </div>
    </Card>
  );
}
