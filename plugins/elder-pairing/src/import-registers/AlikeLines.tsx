import { Notice } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Kind, Preview } from "./bring-sheet.js";

/** Who a line means, by line: an id of the register, or "" for somebody else. */
export type Sames = ReadonlyMap<number, string>;
interface AlikeProps {
  readonly kind: Kind;
  readonly alike: Preview["alike"];
  readonly sames: Sames;
  readonly onChoose: (sames: Sames) => void;
}

/** Lines that may mean somebody who is registered under another key: each is answered, and stays out until it is. */
export function AlikeLines({ kind, alike, sames, onChoose }: AlikeProps) {
  if (alike.length === 0) return null;
  const takenBy = new Map([...sames].map(([line, id]) => [id, line]));
  const isFree = (id: string, line: number) => (takenBy.get(id) ?? line) === line;
  const say = ({ village, fact }: Preview["alike"][number]["people"][number]) =>
    text(kind === "elders" ? "elder-pairing.alike.elder" : "elder-pairing.alike.cadre", { village: village ?? "", fact });
  return (
    <Notice kind="warning">
      <p>{text("elder-pairing.alike.heading", { count: alike.length })}</p>
      {alike.map(({ line, name, people }) => (
        <fieldset key={line} class="lx-field">
          <legend class="lx-label">{text("elder-pairing.alike.line", { line, name })}</legend>
          {[
            ...people.filter(({ id }) => isFree(id, line)).map((one) => ({ id: one.id, label: say(one) })),
            { id: "", label: text("elder-pairing.alike.other") },
          ].map(({ id, label }) => (
            <label key={id} class="lx-choice" data-checked={sames.get(line) === id}>
              <input type="radio" name={`alike-${line}`} checked={sames.get(line) === id} onChange={() => onChoose(new Map([...sames, [line, id]]))} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </Notice>
  );
}
