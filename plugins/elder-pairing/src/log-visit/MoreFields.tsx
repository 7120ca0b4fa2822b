import { text } from "../api.js";
import type { Entry } from "./visit-entry.js";

const contacts = ["week", "month", "longer", "never"] as const;
const ways = ["thumb", "signature", "voice"] as const;
interface MoreProps {
  readonly entry: Entry;
  readonly change: (part: Partial<Entry>) => void;
}
interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly words: readonly string[];
  readonly onChoose: (value: string) => void;
}
const Choice = ({ label, value, words, onChoose }: ChoiceProps) => (
  <label class="lx-field">
    <span class="lx-label">{label}</span>
    <select class="lx-input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="">{text("elder-pairing.visit.unsaid")}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  </label>
);

/** What an ordinary visit does not need: when the children were last in touch, the day agreed on, how the elder confirmed it. */
export const MoreFields = ({ entry, change }: MoreProps) => (
  <details>
    <summary>{text("elder-pairing.visit.more")}</summary>
    <div class="lx-stack">
      <Choice
        label={text("elder-pairing.visit.children")}
        value={entry.childContact}
        words={contacts.map((code) => text(`elder-pairing.visit.children.${code}`))}
        onChoose={(childContact) => change({ childContact })}
      />
      <label class="lx-field">
        <span class="lx-label">{text("elder-pairing.visit.nextOn")}</span>
        <input class="lx-input" type="date" value={entry.nextOn} onInput={(event) => change({ nextOn: event.currentTarget.value })} />
      </label>
      <Choice
        label={text("elder-pairing.visit.confirmed")}
        value={entry.confirmedBy}
        words={ways.map((code) => text(`elder-pairing.visit.confirmed.${code}`))}
        onChoose={(confirmedBy) => change({ confirmedBy })}
      />
    </div>
  </details>
);
