import { latestPostingDate, SchedulingError } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { holidayYears } from "../find-slots/describe-problem.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { addMinutes, dayOf, instantOf, isDay } from "../tell-time/tell-time.js";

export interface ChosenSlot {
  /** "2026-09-09T15:00" in the community's zone. */
  readonly startsAt: string;
  readonly minutes?: number | undefined;
  readonly venueId?: string | undefined;
  /** Where, when it is no venue of the directory: 12 栋楼下. */
  readonly placeText?: string | undefined;
}
export interface Placed {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly venueId: string | null;
  readonly venueName: string;
  /** The last day for the notice; null when the rules ask for none. */
  readonly postBy: string | null;
}

/** The last day on which a notice can be put up for a meeting on a day; null without a notice rule. Throws holidaysMissing. */
export async function findPostBy({ use }: Pick<MeetingsContext, "use">, pack: RulePack, day: string): Promise<string | null> {
  if (!pack.notice) return null;
  const { days: n, basis, count } = pack.notice;
  const year = Number(day.slice(0, 4));
  const holidays = holidayYears(await use.directory.holidays([year - 1, year]));
  try {
    return latestPostingDate(holidays, { n, basis, count }, day);
  } catch (error) {
    if (error instanceof SchedulingError && error.code === "missing-holiday-year") throw errors.holidaysMissing({ year });
    throw error;
  }
}

async function findPlaceOf({ use }: MeetingsContext, meeting: MeetingRow, { venueId, placeText }: ChosenSlot): Promise<Pick<Placed, "venueId" | "venueName">> {
  if (!venueId) {
    if (!placeText?.trim()) throw errors.placeNeeded({}, "body.placeText");
    return { venueId: null, venueName: placeText.trim() };
  }
  const venue = await use.directory.findVenue(venueId);
  if (!venue?.placePath.startsWith(meeting.placePath)) throw errors.venueUnknown({}, "body.venueId");
  return { venueId: venue.id, venueName: venue.name };
}

/** When and where, with the last day for the notice by the rules of the meeting's day; throws timePast, placeNeeded, venueUnknown, holidaysMissing. */
export async function placeMeeting(ctx: MeetingsContext, meeting: MeetingRow, slot: ChosenSlot): Promise<Placed> {
  if (!isDay(slot.startsAt.slice(0, 10))) throw errors.dayUnknown({ day: slot.startsAt.slice(0, 10) }, "body.startsAt");
  const startsAt = instantOf(slot.startsAt, ctx.clock.zone);
  if (startsAt <= ctx.clock.now()) throw errors.timePast({}, "body.startsAt");
  const minutes = slot.minutes ?? meeting.minutes;
  const where = await findPlaceOf(ctx, meeting, slot);
  const day = dayOf(startsAt, ctx.clock.zone);
  const pack = await getPackOf(ctx.db, (await findBody(ctx.db, meeting.bodyId))!, day);
  return { startsAt, endsAt: addMinutes(startsAt, minutes), minutes, ...where, postBy: await findPostBy(ctx, pack, day) };
}
