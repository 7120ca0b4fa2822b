import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { text } from "../api.js";
import type { Narrowed } from "./use-narrowed.js";
import { PlaceSelect } from "../show-pairs/PlaceSelect.js";
import "./Narrow.css";

export interface NarrowPlace {
  readonly id: string;
  readonly name: string;
}
interface NarrowProps {
  readonly narrowed: Narrowed;
  readonly label: string;
  /** The whole first, then townships and villages. */
  readonly places: readonly NarrowPlace[];
  readonly children?: ComponentChildren;
}
/** The list follows what is typed once the keys rest. */
const rest = 250;

/** A part of a name, and a township or village, by which a list is narrowed. */
export function NarrowFields({ narrowed: { query, narrow }, label, places, children }: NarrowProps) {
  const [typed, setTyped] = useState(query.name ?? "");
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const type = (words: string): void => {
    setTyped(words);
    clearTimeout(timer);
    setTimer(setTimeout(() => narrow({ name: words.trim() }), rest));
  };
  return (
    <div class="lx-stack">
      <div class="narrow">
        <label class="lx-field">
          <span class="lx-label">{label}</span>
          <input class="lx-input" type="search" maxLength={40} value={typed} onInput={(event) => type(event.currentTarget.value)} />
        </label>
        <PlaceSelect
          label={text("elder-pairing.narrow.place")}
          places={places}
          chosen={query.place ?? places[0]?.id ?? ""}
          onChoose={(place) => narrow({ place })}
        />
      </div>
      {children}
    </div>
  );
}
