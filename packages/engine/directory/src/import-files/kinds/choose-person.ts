import type { KnownPerson } from "./known-people.repository.js";

/** What a line says to tell whom it means. */
export interface Nameplate {
  /** Keyed hash of the phone, when the line has one. */
  readonly phoneIndex?: string | undefined;
  /** Where the line puts them; undefined when it names no place. */
  readonly placeId?: string | undefined;
  readonly distinction?: string | undefined;
}
export type Chosen = { readonly person: KnownPerson } | { readonly isNew: true } | { readonly isAmbiguous: true };

const only = (found: readonly KnownPerson[]): Chosen | undefined =>
  found.length === 1 ? { person: found[0]! } : found.length > 1 ? { isAmbiguous: true } : undefined;
const hasPhone = (person: KnownPerson): boolean => person.channels.some((c) => c.kind !== "mail");

/**
 * Whom of the people of one name a line means: who has the phone; else who bears the note that tells them apart; else, when nothing in
 * the line speaks against it, who lives there, or the only one there is. Two phones are two people. O(candidates).
 */
export function choosePerson(candidates: readonly KnownPerson[], { phoneIndex, placeId, distinction }: Nameplate): Chosen {
  const byPhone = phoneIndex ? only(candidates.filter((p) => p.channels.some((c) => c.index === phoneIndex))) : undefined;
  if (byPhone) return byPhone;
  const open = phoneIndex ? candidates.filter((p) => !hasPhone(p)) : candidates;
  const byNote = distinction ? only(open.filter((p) => p.distinction === distinction)) : undefined;
  if (byNote) return byNote;
  if (distinction) return { isNew: true };
  const there = placeId ? open.filter((p) => p.placeId === placeId) : open;
  return only(there) ?? { isNew: true };
}
