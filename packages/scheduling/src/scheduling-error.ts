/** Every way in which a problem, a file or a call is refused; the texts are in `messages/`. */
export type SchedulingErrorCode =
  | "bad-date"
  | "bad-moment"
  | "bad-time"
  | "bad-interval"
  | "bad-number"
  | "bad-shape"
  | "bad-objective"
  | "zero-day-horizon"
  | "horizon-too-long"
  | "empty-day"
  | "zone-without-offset"
  | "too-many-people"
  | "calendars-too-large"
  | "too-many-meetings"
  | "duplicate-id"
  | "unknown-person"
  | "unknown-venue"
  | "unknown-meeting"
  | "role-without-holders"
  | "quorum-without-members"
  | "meeting-too-long"
  | "overlapping-pins"
  | "pin-outside-horizon"
  | "pin-off-grid"
  | "circular-after"
  | "missing-holiday-year"
  | "stopwatch-missing"
  | "budget-missing";

export type Params = Readonly<Record<string, string | number>>;

/** A refusal: `code` (what), `item` (which person, meeting or field), `params` (for the text). Nothing half-done is returned beside it. */
export class SchedulingError extends Error {
  constructor(
    readonly code: SchedulingErrorCode,
    readonly item: string,
    readonly params: Params = {},
  ) {
    super(`${code}: ${item} ${JSON.stringify(params)}`);
    this.name = "SchedulingError";
  }
}

/** Gives a whole number within its bounds back. Error: `bad-number`. */
export function checkWhole(value: number, least: number, most: number, item: string): number {
  if (!Number.isInteger(value) || value < least || value > most) throw new SchedulingError("bad-number", item, { value: String(value), least, most });
  return value;
}
