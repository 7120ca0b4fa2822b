import { Button, dayText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { EndCollector } from "../keep-children/EndCollector.js";
import type { Props } from "./OwnChild.js";

/** Who may collect the child, named by the guardian: for good, or on one day alone. */
export function OwnCollectors({ child, at, act }: Omit<Props, "words">) {
  const { guardianId, token } = at;
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const said = new FormData(form);
    const value = (name: string): string => String(said.get(name) ?? "").trim();
    const [phone, sessionId] = [value("phone"), value("session")];
    void act(async () => {
      await api("POST /public/guardians/:guardianId/children/:childId/collectors", {
        params: { guardianId, childId: child.id },
        body: { token, name: value("name"), relation: value("relation"), ...(phone && { phone }), ...(sessionId && { sessionId }) },
      });
      form.reset();
    });
  };
  const field = (name: string, label: string, isNeeded = true) => (
    <div class="lx-field">
      <label for={`${child.id}-new-${name}`}>{label}</label>
      <input id={`${child.id}-new-${name}`} class="lx-input" name={name} maxLength={30} required={isNeeded} />
    </div>
  );
  return (
    <div class="lx-stack own-part">
      <h3>{told("child", "collectors")}</h3>
      <ul class="own-list">
        {child.collectors.map(({ id, relation, name, isOneOff }) => (
          <li key={id}>
            <div class="lx-actions">
              <span>
                {relation} {name} {isOneOff && <small class="lx-hint">{text("children-activities.collector.once")}</small>}
              </span>
              <EndCollector
                name={name}
                look="soft"
                onEnd={() =>
                  act(() => api("POST /public/guardians/:guardianId/collectors/:collectorId/end", { params: { guardianId, collectorId: id }, body: { token } }))
                }
              />
            </div>
          </li>
        ))}
      </ul>
      <Fold title={text("children-activities.collector.add")}>
        <form class="lx-form" onSubmit={add}>
          {field("name", text("children-activities.child.name"))}
          {field("relation", text("children-activities.oneOff.relation"))}
          {field("phone", text("children-activities.collector.phone"), false)}
          <div class="lx-field">
            <label for={`${child.id}-new-session`}>{text("children-activities.collector.when")}</label>
            <select id={`${child.id}-new-session`} class="lx-input" name="session">
              <option value="">{text("children-activities.collector.always")}</option>
              {child.sessions.map(({ id, heldOn }) => (
                <option key={id} value={id}>
                  {text("children-activities.collector.only", { day: dayText(heldOn) })}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit">{text("children-activities.collector.add")}</Button>
        </form>
      </Fold>
    </div>
  );
}
