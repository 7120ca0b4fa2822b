import type { Interval } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import { announcedBetween, inviteesOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { findBody, partiesOf } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { addDays, daysBetween, instantOf, isDay, localOf } from "../tell-time/tell-time.js";
import type { SlotParty, SlotQuestion } from "./describe-problem.js";

export interface SlotWish {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly minutes?: number | undefined;
  /** Parties that need not be there this time. */
  readonly waivedPartyIds?: readonly string[] | undefined;
  /** People who may be missing although they lead: the chair hands over. */
  readonly waivesChair?: boolean | undefined;
}

const longestWindow = 60;

function checkWindow({ clock }: MeetingsContext, { fromOn, untilOn }: SlotWish): string {
  for (const [field, day] of Object.entries({ fromOn, untilOn })) if (!isDay(day)) throw errors.dayUnknown({ day }, `body.${field}`);
  const from = fromOn < clock.today() ? clock.today() : fromOn;
  if (untilOn < from || daysBetween(from, untilOn) >= longestWindow) throw errors.windowWrong({ days: longestWindow }, "body.untilOn");
  return from;
}

/** Times that other announced meetings take, by venue and by the people asked there. Two queries. */
async function readTaken(db: MeetingsDb, except: readonly string[], from: string, to: string): Promise<Pick<SlotQuestion, "bookings" | "meetingsOf">> {
  const others = await announcedBetween(db, from, to, except);
  const spans = new Map(others.map(({ id, startsAt, endsAt }) => [id, { from: startsAt!, to: endsAt! }]));
  const rows = await db
    .selectFrom("meetings_invitee")
    .select(["meetingId", "personId"])
    .where("meetingId", "in", ["", ...spans.keys()])
    .where("kind", "<>", "observer")
    .where("rsvp", "<>", "not_coming")
    .execute();
  const [bookings, meetingsOf] = [new Map<string, Interval[]>(), new Map<string, Interval[]>()];
  const add = (map: Map<string, Interval[]>, key: string, span: Interval) => void map.set(key, [...(map.get(key) ?? []), span]);
  for (const { id, venueId } of others) if (venueId) add(bookings, venueId, spans.get(id)!);
  for (const row of rows) add(meetingsOf, row.personId, spans.get(row.meetingId)!);
  return { bookings, meetingsOf };
}

async function readPeople({ db }: MeetingsContext, meeting: MeetingRow, wish: SlotWish): Promise<Pick<SlotQuestion, "voting" | "others" | "parties">> {
  const invitees = await inviteesOf(db, meeting.id);
  const parties = await partiesOf(db, meeting.bodyId);
  const of = (kinds: readonly string[]) => invitees.filter(({ kind }) => kinds.includes(kind)).map(({ personId }) => personId);
  const sides: SlotParty[] = parties.map(({ id, name, isNeeded }) => ({
    id,
    name,
    isNeeded: isNeeded && !wish.waivedPartyIds?.includes(id),
    people: invitees.filter((invitee) => invitee.partyId === id && invitee.kind !== "observer").map(({ personId }) => personId),
  }));
  return { voting: of(["voting"]), others: of(["non_voting"]), parties: sides };
}

/**
 * Reads everything a search needs: people, calendars, rooms, holidays, other meetings. `beside`: announced meetings that are placed together with this one,
 * so that where they stand takes nobody's time. Throws windowWrong, dayUnknown.
 */
export async function readQuestion(ctx: MeetingsContext, meeting: MeetingRow, wish: SlotWish, beside: readonly string[] = []): Promise<SlotQuestion> {
  const { db, use, clock } = ctx;
  const fromOn = checkWindow(ctx, wish);
  const pack = await getPackOf(db, (await findBody(db, meeting.bodyId))!, fromOn);
  const people = await readPeople(ctx, meeting, wish);
  const [from, to] = [instantOf(`${fromOn}T00:00`, clock.zone), instantOf(`${addDays(wish.untilOn, 1)}T00:00`, clock.zone)];
  const chairId = wish.waivesChair ? null : meeting.chairId;
  const asked = [...new Set([...people.voting, ...people.others, ...(chairId ? [chairId] : [])])];
  const years = [...new Set([clock.today(), fromOn, wish.untilOn].map((day) => Number(day.slice(0, 4))))];
  return {
    ...{
      meetingId: meeting.id,
      minutes: wish.minutes ?? meeting.minutes,
      today: clock.today(),
      now: localOf(clock.now(), clock.zone).toString({ smallestUnit: "minute" }),
    },
    ...{ fromOn, untilOn: wish.untilOn, ...people, chairId, pack },
    ...(await readTaken(db, [meeting.id, ...beside], from, to)),
    calendars: await use.directory.calendarsOf(asked, from, to),
    venues: await use.directory.venuesAt(meeting.placePath),
    holidays: await use.directory.holidays(years),
  };
}
