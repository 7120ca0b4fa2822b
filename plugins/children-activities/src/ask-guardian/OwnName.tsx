import { Button } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Own } from "./GuardianPage.js";
import type { Props } from "./OwnChild.js";

/** The guardian's own name, to be put right; another number goes through the home. */
export function OwnName({ own, at, act }: Pick<Props, "at" | "act"> & { readonly own: Own }) {
  const name = own.children.flatMap(({ guardians }) => guardians).find(({ guardianId }) => guardianId === at.guardianId)?.name;
  if (name === undefined) return null;
  const correct = (event: SubmitEvent) => {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget as HTMLFormElement).get("name") ?? "");
    void act(() => api("POST /public/guardians/:guardianId/name", { params: { guardianId: at.guardianId }, body: { token: at.token, name: said } }));
  };
  return (
    <form class="lx-form" onSubmit={correct}>
      <div class="lx-field">
        <label for="own-name">{text("children-activities.own.name")}</label>
        <input id="own-name" class="lx-input" name="name" defaultValue={name} maxLength={50} required />
      </div>
      <Button type="submit">{text("children-activities.own.save")}</Button>
      <p class="lx-hint">{text("children-activities.own.phone")}</p>
    </form>
  );
}
