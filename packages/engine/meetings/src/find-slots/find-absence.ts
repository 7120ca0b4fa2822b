import type { Absence } from "@lianxin/scheduling";
import { Temporal } from "temporal-polyfill";
import type { SlotQuestion } from "./describe-problem.js";

/** Why somebody cannot come, as little as is needed: never an illness or a detail. */
export type AbsenceKind = "work" | "leave" | "away" | "meeting" | "hours";
export interface ToldAbsence {
  readonly personId: string;
  readonly kind: AbsenceKind;
  /** When it ends, an instant; null when it is a usual hour or not known. */
  readonly until: string | null;
}

const instant = (moment: string): bigint => Temporal.Instant.from(moment).epochNanoseconds;

/** The kind and end of what keeps a person away between two moments. O(spans of the person). */
export function findAbsence(
  { person }: Pick<Absence, "person">,
  start: string,
  end: string,
  { calendars, meetingsOf }: Pick<SlotQuestion, "calendars" | "meetingsOf">,
): ToldAbsence {
  const overlaps = ({ from, to }: { from: string; to: string }) => instant(from) < instant(end) && instant(to) > instant(start);
  const busy = calendars.get(person)?.busy.find(({ startsAt, endsAt }) => overlaps({ from: startsAt, to: endsAt }));
  if (busy) return { personId: person, kind: busy.kind, until: busy.endsAt };
  const meeting = meetingsOf.get(person)?.find(overlaps);
  return meeting ? { personId: person, kind: "meeting", until: meeting.to } : { personId: person, kind: "hours", until: null };
}
