import { useEffect, useRef, useState } from "preact/hooks";
import { browserPorts } from "@lianxin/web-kit";
import { drafts, type VisitBody } from "../keep-offline/use-visits.js";
import { healthKinds, healthWrongs } from "../words.js";

export type Mode = VisitBody["mode"];
export type Condition = VisitBody["condition"];
/** Something the elder asks for; without a kind it is none yet. */
export interface NeedEntry {
  readonly category: string;
  readonly words: string;
  readonly action: "on_spot" | "matter";
  /** The elder agreed that the words stand in the matter. */
  readonly mayTell: boolean;
}
export const noNeed: NeedEntry = { category: "", words: "", action: "on_spot", mayTell: false };
/** A visit as it is being written down. */
export interface Entry {
  /** The same entry sent again is the same visit: made once, renewed when the next one begins. */
  readonly clientId: string;
  readonly mode: Mode;
  readonly isSeen: boolean;
  readonly condition: Condition;
  readonly wrong: readonly string[];
  readonly words: string;
  readonly needs: readonly NeedEntry[];
  readonly childContact: string;
  readonly confirmedBy: string;
  readonly nextOn: string;
  /** The day it was, where it is written down later; empty: now. */
  readonly visitedOn: string;
}
/** All preset to an ordinary visit: three taps write one down. */
const ordinary = (): Entry => ({
  clientId: browserPorts.newKey(),
  ...{ mode: "home", isSeen: true, condition: "normal", wrong: [], words: "", needs: [] },
  ...{ childContact: "", confirmedBy: "", nextOn: "", visitedOn: "" },
});
/** The draft is written when the thumb rests for so long. */
const rest = 400;

/** A draft from before a visit could have more than one need: its one need goes on. */
function needsOfOlder({ category, action }: { readonly category?: string; readonly action?: NeedEntry["action"] }): Partial<Entry> {
  return category ? { needs: [{ ...noNeed, category, ...(action && { action }) }] } : {};
}

/** What is being written, kept on the phone as it is typed. */
export function useEntry(elderId: string) {
  const [entry, setEntry] = useState<Entry>(ordinary);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () =>
      void drafts.find<Entry & Parameters<typeof needsOfOlder>[0]>(elderId).then((kept) => kept && setEntry({ ...ordinary(), ...needsOfOlder(kept), ...kept })),
    [elderId],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    entry,
    change(part: Partial<Entry>): void {
      const next = { ...entry, ...part };
      setEntry(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void drafts.save(elderId, next), rest);
    },
    async startOver(): Promise<void> {
      clearTimeout(timer.current);
      setEntry(ordinary());
      await drafts.drop(elderId);
    },
  };
}

/** Noon of a day that was named; now where none or today is: a visit cannot lie ahead. */
function momentOf(visitedOn: string): string {
  const now = browserPorts.now();
  const noon = visitedOn === "" ? now : new Date(`${visitedOn}T12:00`).getTime();
  return new Date(Number.isNaN(noon) ? now : Math.min(noon, now)).toISOString();
}

/** What was found, as far as it is asked: of whom nobody saw nothing, and without the consent nothing of health, also where it had been ticked before. */
function foundOf({ isSeen, condition, wrong, childContact, confirmedBy, nextOn }: Entry, notesHealth: boolean) {
  if (!isSeen) return { condition: "normal", wrong: [] } as const;
  return {
    ...{ condition: notesHealth ? condition : "normal", wrong: notesHealth ? wrong : wrong.filter((one) => !healthWrongs.has(one)) },
    ...(childContact && { childContact }),
    ...(confirmedBy && { confirmedBy }),
    ...(nextOn && { nextOn }),
  };
}

/** The kind of a need as it may be asked: none where the consent to notes on health is gone since it was chosen; its words stay until another is. */
export const kindOf = ({ category }: NeedEntry, notesHealth: boolean): string => (notesHealth || !healthKinds.has(category) ? category : "");

/** What is sent of it. */
export const bodyOf = (entry: Entry, notesHealth: boolean): VisitBody => ({
  ...{ clientId: entry.clientId, at: momentOf(entry.visitedOn), mode: entry.mode, isSeen: entry.isSeen },
  ...foundOf(entry, notesHealth),
  ...(entry.words.trim() && { words: entry.words.trim() }),
  needs: entry.needs
    .filter((need) => kindOf(need, notesHealth) !== "")
    .map(({ category, action, words: said, mayTell }) => ({
      ...{ category, action },
      ...(said.trim() && { words: said.trim() }),
      ...(action === "matter" && mayTell && said.trim() && { mayTell }),
    })),
});
