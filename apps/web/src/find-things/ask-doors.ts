import type { Found } from "@lianxin/plugin-kit/web";
import type { DoorEntry, DoorFind } from "../load-doors/door-list.js";

export interface FoundGroup {
  readonly id: string;
  /** A text key. */
  readonly title: string;
  readonly found: readonly Found[];
  /** This kind could not be asked; the others still show. */
  readonly hasFailed?: boolean;
}
/** One kind of things and the door that finds it. */
export interface Finder {
  readonly door: DoorEntry;
  readonly find: DoorFind;
}
const mostShown = 8;

/** The kinds this person may look for, in their order. */
export const findersOf = (doors: readonly DoorEntry[], may: (permission: string) => boolean): readonly Finder[] =>
  doors
    .flatMap((door) => (door.finds ?? []).map((find) => ({ door, find })))
    .filter(({ find }) => !find.may || may(find.may))
    .sort((one, other) => one.find.order - other.find.order);

type Load = (door: DoorEntry, index: number) => Promise<(words: string) => Promise<readonly Found[]>>;

/** Asks every kind at once; one that fails leaves the others standing. Groups without a find are left out. */
export async function askDoors(finders: readonly Finder[], words: string, load: Load): Promise<FoundGroup[]> {
  const ask = async ({ door, find }: Finder): Promise<FoundGroup> => {
    const group = { id: `${door.id}.${find.index}`, title: find.title };
    try {
      return { ...group, found: (await (await load(door, find.index))(words)).slice(0, mostShown) };
    } catch {
      return { ...group, found: [], hasFailed: true };
    }
  };
  return (await Promise.all(finders.map(ask))).filter((group) => group.found.length > 0 || group.hasFailed);
}
