import { seatMarks, type SeatMark } from "../words.js";

export interface PartyDraft {
  readonly name: string;
  readonly kind: "voting" | "non_voting" | "observer";
  readonly isNeeded: boolean;
  /** How many seats the template suggests. */
  readonly wanted: number;
  readonly people: readonly { readonly id: string; readonly name: string; readonly marks: readonly SeatMark[] }[];
}
interface Suggested {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly seats: number;
  readonly isNeeded: boolean;
}

/** Empty parties as a template suggests them, named in a language. */
export const startParties = (parties: readonly Suggested[], language: string): PartyDraft[] =>
  parties.map(({ nameZh, nameEn, kind, seats, isNeeded }) => ({
    name: language === "en" ? nameEn : nameZh,
    kind: kind as PartyDraft["kind"],
    isNeeded,
    wanted: seats,
    people: [],
  }));

export const removePerson = (parties: readonly PartyDraft[], personId: string): PartyDraft[] =>
  parties.map((party) => ({ ...party, people: party.people.filter(({ id }) => id !== personId) }));

/** One person has one seat: who is added to a party leaves the others. */
export const addPerson = (parties: readonly PartyDraft[], at: number, person: { readonly id: string; readonly name: string }): PartyDraft[] =>
  removePerson(parties, person.id).map((party, i) =>
    i === at ? { ...party, people: [...party.people, { id: person.id, name: person.name, marks: [] }] } : party,
  );

/** What a seat counts as beside a member: once it does, once more it does not. */
export const flipMark = (parties: readonly PartyDraft[], personId: string, mark: SeatMark): PartyDraft[] =>
  parties.map((party) => ({
    ...party,
    people: party.people.map((person) =>
      person.id === personId ? { ...person, marks: seatMarks.filter((one) => person.marks.includes(one) !== (one === mark)) } : person,
    ),
  }));

/** Seats with a vote. */
export const countSeats = (parties: readonly PartyDraft[]): number =>
  parties.reduce((sum, { kind, people }) => sum + (kind === "voting" ? people.length : 0), 0);
