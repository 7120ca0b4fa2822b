import type { Reading } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import { atTheDoor, directorsIn, whoRead, type ReaderKind } from "./who-read.js";

/** So many openings of a child's data are told, the last ones. */
export const mostReadings = 500;

/** Who read a child's data on one day for one purpose. */
export interface OwnReadings {
  readonly on: string;
  /** The last of that day, an instant. */
  readonly lastAt: string;
  readonly reader: ReaderKind;
  /** Of who works with the child; null of guardians, of the house, and of who was erased. */
  readonly name: string | null;
  readonly purpose: string;
  readonly times: number;
}

/** Who read a child's data, newest first, day by day, for its guardian: people who work with it by name. `directorId`: of its home, now. O(readings told). */
export async function readingsOf({ readings, use, clock }: ActivitiesContext, childId: string, directorId: string | undefined) {
  // The age band that a guardian's own correction works out is no reading: nobody sees anything.
  const found = (await readings.find(childId, mostReadings)).filter((one) => one.purpose !== "age" || !atTheDoor(one));
  const directors = directorsIn(found, directorId === undefined ? [] : [directorId]);
  const dayAnd = (one: Reading): string => [dayOf(one.at, clock.zone), whoRead(one, directors), one.personId, one.purpose].join(" ");
  const names = await use.directory.namesOf([...new Set(found.flatMap(({ personId }) => personId ?? []))]);
  return [...groupBy(found, dayAnd).values()].map((some): OwnReadings => {
    const [last] = some as [Reading, ...Reading[]];
    const reader = whoRead(last, directors);
    const isNamed = (reader === "director" || reader === "adult") && last.personId !== null;
    const name = isNamed ? names.get(last.personId!) || null : null;
    return { on: dayOf(last.at, clock.zone), lastAt: last.at, reader, name, purpose: last.purpose, times: some.length };
  });
}
