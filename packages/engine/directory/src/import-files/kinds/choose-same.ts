import type { Proposal } from "../import-plan.js";
import type { Chosen } from "./choose-person.js";
import type { KnownPerson } from "./known-people.repository.js";

const word = "同一人";
/** Said in the cell that tells people of one name apart: this is somebody who is there already, of several the one with this note or at this place. */
export interface Same {
  readonly mark: string | undefined;
}
type PlaceNameOf = (person: KnownPerson) => string | undefined;

/** "同一人", "同一人：3栋"; undefined when the cell says anything else. */
export function readSame(distinction: string | undefined): Same | undefined {
  const [, mark] = /^(?:同一人|same)\s*(?:[：:]\s*(.+))?$/i.exec(distinction ?? "") ?? [];
  return distinction !== undefined && /^(同一人|same)\s*([：:]|$)/i.test(distinction) ? { mark } : undefined;
}

const isMarked = (person: KnownPerson, mark: string | undefined, placeNameOf: PlaceNameOf): boolean =>
  mark === undefined || person.distinction === mark || placeNameOf(person) === mark;

/** The one of these people who is meant; nobody by guess: without exactly one it stays to be said. O(candidates). */
export function chooseSame(candidates: readonly KnownPerson[], { mark }: Same, placeNameOf: PlaceNameOf): Exclude<Chosen, { isNew: true }> {
  const found = candidates.filter((person) => isMarked(person, mark, placeNameOf));
  return found.length === 1 ? { person: found[0]! } : { isAmbiguous: true };
}

/** What can be put into the cell to mean each of these people, as far as note or place tell them apart. O(candidates²). */
export function proposeSame(candidates: readonly KnownPerson[], placeNameOf: PlaceNameOf): Proposal[] {
  return candidates.flatMap((person) => {
    const where = person.distinction ?? placeNameOf(person);
    const text = candidates.length === 1 ? word : `${word}：${where}`;
    const chosen = chooseSame(candidates, readSame(text)!, placeNameOf);
    if (!("person" in chosen) || chosen.person.id !== person.id) return [];
    return [{ text, label: where === undefined ? "isSame" : "isSameAt", params: { where: where ?? "" } }];
  });
}
