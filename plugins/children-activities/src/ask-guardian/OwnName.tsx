import { Button } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Own } from "./GuardianPage.js";
import type { Props } from "./OwnChild.js";

/** The guardian's own name, to be put right, and their number; another one goes through the home. */
export function OwnName({ own, at, act }: Pick<Props, "at" | "act"> & { readonly own: Own }) {
  const self = own.children.flatMap(({ guardians }) => guardians).find(({ guardianId }) => guardianId === at.guardianId);
  if (self === undefined) return null;
  const correct = (event: SubmitEvent) => {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget as HTMLFormElement).get("name") ?? "");
    void act(() => api("POST /public/guardians/:guardianId/name", { params: { guardianId: at.guardianId }, body: { token: at.token, name: said } }));
  };
  return (
    <form class="lx-form" onSubmit={correct}>
      <div class="lx-field">
        <label for="own-name">{text("children-activities.own.name")}</label>
        <input id="own-name" class="lx-input" name="name" defaultValue={self.name} maxLength={50} required />
      </div>
      <Button type="submit">{text("children-activities.own.save")}</Button>
      <p>
        {text("children-activities.own.phone.kept")} <span class="lx-num">{self.phone}</span>
      </p>
      <p class="lx-hint">{text("children-activities.own.phone")}</p>
    </form>
  );
}
