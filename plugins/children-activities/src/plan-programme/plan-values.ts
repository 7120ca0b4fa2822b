import { errors } from "../errors.js";
import { ageBands, type AgeBand } from "../judge-safety/age-bands.js";
import { sumOf, type Counts } from "../judge-safety/count-adults.js";
import type { ratioModes } from "../judge-safety/ratio-packs.js";
import { ratioPackOn } from "../judge-safety/ratio-packs.js";
import { daysBetween, isDay, isTime } from "../tell-time/tell-time.js";

export interface PlanWords {
  readonly title: string;
  readonly purpose: string;
  /** Of the home; none: all of it. */
  readonly room?: string | undefined;
  readonly expected: Counts;
  readonly packId: string;
  readonly mode: (typeof ratioModes)[number];
  readonly modeNote?: string | undefined;
  readonly isRisky: boolean;
  readonly weekdays: readonly number[];
  readonly fromOn: string;
  readonly untilOn: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly closesOn: string;
  readonly emergencyPlan?: string | undefined;
  readonly insurance?: string | undefined;
}

/** At most so many dates in one plan: a school year's Saturdays and more. */
const mostDates = 120;

/** The days of a plan. */
export const datesOf = ({ fromOn, untilOn, weekdays }: Pick<PlanWords, "fromOn" | "untilOn" | "weekdays">): string[] => daysBetween(fromOn, untilOn, weekdays);

/** Checks a plan by itself and gives its dates and columns. Throws dayInvalid, timeInvalid, timesTurned, datesTurned, noDates, placesNone, packUnknown. */
export function readPlan(said: PlanWords) {
  for (const field of ["fromOn", "untilOn", "closesOn"] as const) if (!isDay(said[field])) throw errors.dayInvalid({ value: said[field] }, `body.${field}`);
  for (const field of ["startTime", "endTime"] as const) if (!isTime(said[field])) throw errors.timeInvalid({ value: said[field] }, `body.${field}`);
  if (said.endTime <= said.startTime) throw errors.timesTurned({}, "body.endTime");
  if (said.untilOn < said.fromOn) throw errors.datesTurned({}, "body.untilOn");
  if (said.closesOn > said.untilOn) throw errors.datesTurned({}, "body.closesOn");
  if (sumOf(said.expected) === 0) throw errors.placesNone({}, "body.expected");
  if (!ratioPackOn(said.packId, said.fromOn)) throw errors.packUnknown({ pack: said.packId }, "body.packId");
  const days = datesOf(said);
  if (days.length === 0 || days.length > mostDates) throw errors.noDates({ most: mostDates }, "body.weekdays");
  const bands: readonly AgeBand[] = ageBands.filter((band) => said.expected[band] > 0);
  const { title, purpose, expected, packId, mode, isRisky, weekdays, fromOn, untilOn, startTime, endTime, closesOn } = said;
  const columns = {
    ...{ title, purpose, bands, expected, packId, mode, isRisky, weekdays, fromOn, untilOn, startTime, endTime, closesOn },
    room: said.room?.trim() || null,
    ...{ modeNote: said.modeNote ?? null, emergencyPlan: said.emergencyPlan ?? null, insurance: said.insurance ?? null },
  };
  return { days, columns };
}
