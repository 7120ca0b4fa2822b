import { text } from "../api.js";

const kinds = [
  { isStanding: true, label: "meetings.body.standing", hint: "meetings.body.standingHint" },
  { isStanding: false, label: "meetings.body.adHoc", hint: "meetings.body.adHocHint" },
] as const;

/** Does a body meet for years, or for one matter? */
export const StandingField = ({ isStanding, onChange }: { readonly isStanding: boolean; readonly onChange: (isStanding: boolean) => void }) => (
  <fieldset class="lx-field">
    <legend>{text("meetings.body.standingField")}</legend>
    {kinds.map((kind) => (
      <label key={kind.label} class="lx-choice" data-checked={isStanding === kind.isStanding}>
        <input type="radio" name="standing" checked={isStanding === kind.isStanding} onChange={() => onChange(kind.isStanding)} />
        <span>
          {text(kind.label)}
          <small>{text(kind.hint)}</small>
        </span>
      </label>
    ))}
  </fieldset>
);
