import { Button } from "@lianxin/web-kit";
import { text, word } from "../api.js";
import { Asked } from "./Asked.js";
import { healthKinds } from "../words.js";
import { kindOf, noNeed, type NeedEntry } from "./visit-entry.js";

const kinds = ["medical", "repair", "supplies", "policy", "company", "dispute", "safety", "other"];
/** As many as the server takes with one visit. */
const most = 10;

interface NeedProps {
  readonly need: NeedEntry;
  /** "" for the first one. */
  readonly which: string;
  readonly notesHealth: boolean;
  readonly onChange: (part: Partial<NeedEntry>) => void;
}

/** One need: of what kind, in the elder's words, settled or passed on, and whether whoever deals with it may read the words. */
const Need = ({ need, which, notesHealth, onChange }: NeedProps) => (
  <>
    <label class="lx-field">
      <span class="lx-label">{`${text("elder-pairing.visit.need")} ${which}`.trim()}</span>
      <select class="lx-input" value={kindOf(need, notesHealth)} onChange={(event) => onChange({ category: event.currentTarget.value })}>
        <option value="">{text("elder-pairing.visit.noNeed")}</option>
        {(notesHealth ? kinds : kinds.filter((code) => !healthKinds.has(code))).map((code) => (
          <option key={code} value={code}>
            {word("need", code)}
          </option>
        ))}
      </select>
    </label>
    {kindOf(need, notesHealth) && (
      <>
        <label class="lx-field">
          <span class="lx-label">{`${text("elder-pairing.needs.words")} ${which}`.trim()}</span>
          <textarea class="lx-input" rows={2} maxLength={500} value={need.words} onInput={(event) => onChange({ words: event.currentTarget.value })} />
        </label>
        <Asked
          label={`${text("elder-pairing.visit.action")} ${which}`.trim()}
          options={[
            { value: "on_spot", label: text("elder-pairing.visit.onSpot") },
            { value: "matter", label: text("elder-pairing.visit.matter") },
          ]}
          chosen={need.action}
          onChoose={(action) => onChange({ action: action as NeedEntry["action"] })}
        />
        {need.action === "matter" && need.words.trim() !== "" && (
          <>
            <label class="lx-choice" data-checked={need.mayTell}>
              <input type="checkbox" checked={need.mayTell} onChange={() => onChange({ mayTell: !need.mayTell })} />
              <span>{text("elder-pairing.needs.mayTell")}</span>
            </label>
            <p class="lx-hint">{text("elder-pairing.needs.notTold")}</p>
          </>
        )}
      </>
    )}
  </>
);

interface NeedsProps {
  readonly needs: readonly NeedEntry[];
  /** Notes on health were agreed to; without them nobody writes that somebody wants to see a doctor. */
  readonly notesHealth: boolean;
  readonly onChange: (needs: readonly NeedEntry[]) => void;
}

/** What the elder asks for, one after the other; an ordinary visit leaves the one line as it is. */
export function NeedFields({ needs, notesHealth, onChange }: NeedsProps) {
  const shown = needs.length === 0 ? [noNeed] : needs;
  const set = (i: number, part: Partial<NeedEntry>) => onChange(shown.map((one, k) => (k === i ? { ...one, ...part } : one)));
  const which = (i: number): string => (i === 0 ? "" : text("elder-pairing.needs.which", { n: i + 1 }));
  return (
    <>
      {shown.map((need, i) => (
        <div key={i} class="lx-stack" role="group" aria-label={text("elder-pairing.needs.which", { n: i + 1 })}>
          <Need need={need} which={which(i)} notesHealth={notesHealth} onChange={(part) => set(i, part)} />
          {i > 0 && (
            <div class="lx-actions">
              <Button look="plain" onClick={() => onChange(shown.filter((_, k) => k !== i))}>
                {`${text("elder-pairing.needs.drop")} ${which(i)}`}
              </Button>
            </div>
          )}
        </div>
      ))}
      {!notesHealth && <p class="lx-hint">{text("elder-pairing.needs.noHealth")}</p>}
      {shown.every(({ category }) => category !== "") && shown.length < most && (
        <div class="lx-actions">
          <Button look="plain" onClick={() => onChange([...shown, noNeed])}>
            {text("elder-pairing.needs.add")}
          </Button>
        </div>
      )}
    </>
  );
}
