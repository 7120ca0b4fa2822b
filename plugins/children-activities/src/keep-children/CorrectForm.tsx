import { Button } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";

const fields = ["name", "bornIn", "grade", "gridName", "health", "aloneRoute"] as const;
type Field = (typeof fields)[number];
/** Only what differs; an empty text takes a value out. */
export type Corrected = Partial<Record<Field, string>> & { readonly isGirl?: boolean };
interface Correctable extends Readonly<Record<Field, string | null>> {
  readonly id: string;
  readonly isGirl: boolean;
}

/** All that is kept of a child, to be put right: for its guardian, and for the director to whom a guardian says so. */
export function CorrectForm({ child, send }: { readonly child: Correctable; readonly send: (said: Corrected) => Promise<void> }) {
  const correct = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const differing = fields.filter((field) => String(form.get(field) ?? "") !== (child[field] ?? ""));
    const isGirl = form.get("sex") === "girl";
    void send({
      ...Object.fromEntries(differing.map((field) => [field, String(form.get(field) ?? "")])),
      ...(isGirl !== child.isGirl && { isGirl }),
    });
  };
  return (
    <Fold title={text("children-activities.own.correct")}>
      <form class="lx-form" onSubmit={correct}>
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
    </Fold>
  );
}
