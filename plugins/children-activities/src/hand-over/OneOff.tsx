import { useSignal } from "@preact/signals";
import { Button, ButtonLink, Notice, timeText } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import { tellTry } from "./PickUp.js";

interface Props extends Acting {
  readonly attendanceId: string;
  readonly name: string;
  readonly guardians: readonly { readonly id: string; readonly name: string; readonly relation: string; readonly getsTexts: boolean }[];
  /** A guardian whose code is waited for already, since before this page was opened. */
  readonly asked: { readonly guardianId: string; readonly untilAt: string } | null;
  readonly home: { readonly id: string; readonly director: string; readonly isMine: boolean };
}
const valueOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** No code reaches anybody who answers for the child: the director rings them and puts the person on the child's list. */
function NoText({ home }: Pick<Props, "home">) {
  return (
    <>
      <p>{text(home.isMine ? "children-activities.oneOff.noText.mine" : "children-activities.oneOff.noText", { director: home.director })}</p>
      {home.isMine && (
        <div class="lx-actions">
          <ButtonLink href={`/children-activities/homes/${home.id}`}>{text("children-activities.oneOff.toList")}</ButtonLink>
        </div>
      )}
    </>
  );
}

/** Not on the list: the child stays. Only the guardian, by a code to their own phone, can let this person collect once. */
export function OneOff({ attendanceId, name, guardians, asked, home, act }: Props) {
  const params = { attendanceId };
  const [isAsked, problem] = [useSignal(false), useSignal<string | undefined>(undefined)];
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const body = { name: valueOf(form, "name"), relation: valueOf(form, "relation"), guardianId: valueOf(form, "guardian") };
    void act(async () => {
      await api("POST /attendances/:attendanceId/one-off", { params, body });
      isAsked.value = true;
    });
  };
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    const code = valueOf(new FormData(event.currentTarget as HTMLFormElement), "code");
    void act(async () => {
      problem.value = tellTry(await api("POST /attendances/:attendanceId/one-off/confirmation", { params, body: { code } }), name);
    });
  };
  const reached = guardians.filter(({ getsTexts }) => getsTexts);
  const never = (
    <Notice kind="warning">
      <strong>{text("children-activities.desk.never")}</strong>
    </Notice>
  );
  if (reached.length === 0)
    return (
      <div class="lx-stack">
        {never}
        <NoText home={home} />
      </div>
    );
  return (
    <div class="lx-stack">
      {never}
      <form class="board-ask" onSubmit={ask}>
        <div class="lx-field">
          <label for="one-off-name">{text("children-activities.oneOff.name")}</label>
          <input id="one-off-name" class="lx-input" name="name" autocomplete="off" maxLength={50} required />
        </div>
        <div class="lx-field">
          <label for="one-off-relation">{text("children-activities.oneOff.relation")}</label>
          <input id="one-off-relation" class="lx-input" name="relation" autocomplete="off" maxLength={20} required />
        </div>
        <div class="lx-field">
          <label for="one-off-guardian">{text("children-activities.oneOff.guardian")}</label>
          <select id="one-off-guardian" class="lx-input" name="guardian">
            {reached.map(({ id, relation, name: guardian }) => (
              <option key={id} value={id}>
                {relation} {guardian}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit">{text("children-activities.oneOff.ask")}</Button>
      </form>
      {asked && !isAsked.value && (
        <p>
          {text("children-activities.oneOff.asked", {
            time: timeText(asked.untilAt),
            guardian: guardians.find(({ id }) => id === asked.guardianId)?.name ?? "",
          })}
        </p>
      )}
      {(isAsked.value || asked) && (
        <form class="board-line" onSubmit={confirm}>
          <label for="one-off-code">{text("children-activities.oneOff.code")}</label>
          <input id="one-off-code" class="lx-input board-number" name="code" inputMode="numeric" autocomplete="off" minLength={6} maxLength={6} required />
          <Button type="submit" look="filled">
            {text("children-activities.oneOff.hand")}
          </Button>
        </form>
      )}
      {problem.value && <Notice kind="warning">{problem.value}</Notice>}
    </div>
  );
}
