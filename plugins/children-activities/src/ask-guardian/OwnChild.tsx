import { useSignal } from "@preact/signals";
import { Button, Card, SummaryList } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import type { Own } from "./GuardianPage.js";
import { OwnCollectors } from "./OwnCollectors.js";

type Child = Own["children"][number];
export interface Props {
  readonly child: Child;
  readonly words: Own["words"];
  readonly at: { readonly guardianId: string; readonly token: string };
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
const fields = ["name", "bornIn", "grade", "gridName", "health", "aloneRoute"] as const;

function Correct({ child, at, act }: Omit<Props, "words">) {
  const correct = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const said = Object.fromEntries(
      fields.map((field) => [field, String(form.get(field) ?? "")]).filter(([field, value]) => value !== (child[field as "name"] ?? "")),
    );
    const isGirl = form.get("sex") === "girl";
    void act(() =>
      api("POST /public/guardians/:guardianId/children/:childId/corrections", {
        params: { guardianId: at.guardianId, childId: child.id },
        body: { token: at.token, ...said, ...(isGirl !== child.isGirl && { isGirl }) },
      }),
    );
  };
  return (
    <details>
      <summary>{text("children-activities.own.correct")}</summary>
      <form class="lx-stack" onSubmit={correct}>
        {fields.map((field) => (
          <div key={field} class="lx-field">
            <label for={`${child.id}-${field}`}>{told("child", field)}</label>
            <input id={`${child.id}-${field}`} class="lx-input" name={field} defaultValue={child[field] ?? ""} maxLength={200} />
          </div>
        ))}
        <div class="lx-field">
          <label for={`${child.id}-sex`}>{told("child", "isGirl")}</label>
          <select id={`${child.id}-sex`} class="lx-input" name="sex" defaultValue={child.isGirl ? "girl" : "boy"}>
            <option value="girl">{told("sex", "girl")}</option>
            <option value="boy">{told("sex", "boy")}</option>
          </select>
        </div>
        <Button type="submit">{text("children-activities.own.save")}</Button>
      </form>
    </details>
  );
}

/** One child of a guardian: what is kept, what was agreed to in full wording, and all of it to be changed or ended. */
export function OwnChild({ child, words, at, act }: Props) {
  const asks = useSignal(false);
  const params = { guardianId: at.guardianId, childId: child.id };
  const rows = [
    ...fields.filter((field) => child[field]).map((field) => ({ label: told("child", field), value: child[field]! })),
    { label: told("child", "isGirl"), value: told("sex", child.isGirl ? "girl" : "boy") },
  ];
  const answer = (purpose: string, isYes: boolean) =>
    act(() => api("POST /public/guardians/:guardianId/children/:childId/consents", { params, body: { token: at.token, purpose: purpose as "data", isYes } }));
  return (
    <Card title={child.name}>
      <div class="lx-stack">
        <SummaryList rows={rows.map(({ label, value }) => ({ label, value }))} />
        <ul class="lx-stack">
          {child.consents.map(({ purpose, isGiven }) => (
            <li key={purpose}>
              <p>{words[purpose as "data"]}</p>
              <div class="lx-actions">
                <strong>{text(isGiven ? "children-activities.own.yes" : "children-activities.own.no")}</strong>
                <Button
                  look="soft"
                  aria-label={`${text(isGiven ? "children-activities.own.withdraw" : "children-activities.own.agree")} ${told("consent", purpose)}`}
                  onClick={() => (purpose === "data" && isGiven ? (asks.value = true) : void answer(purpose, !isGiven))}
                >
                  {text(isGiven ? "children-activities.own.withdraw" : "children-activities.own.agree")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <OwnCollectors child={child} at={at} act={act} />
        <Correct child={child} at={at} act={act} />
        <Button look="danger" onClick={() => (asks.value = true)}>
          {text("children-activities.own.erase")}
        </Button>
        <ConfirmDialog
          isOpen={asks.value}
          onClose={() => (asks.value = false)}
          title={text("children-activities.own.erase")}
          verb={text("children-activities.own.erase")}
          isDanger
          onConfirm={() => act(() => api("POST /public/guardians/:guardianId/children/:childId/erasure", { params, body: { token: at.token } }))}
        >
          <p>{text("children-activities.own.eraseSure")}</p>
        </ConfirmDialog>
      </div>
    </Card>
  );
}
