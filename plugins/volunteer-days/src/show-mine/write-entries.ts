import { DocumentRefused, writeFeed, writeInvitation, type CalendarEvent } from "@lianxin/documents";
import type { VolunteerDaysContext } from "../plugin.js";
import { linkOf } from "../sign-up/private-link.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { entriesById, entriesOf, type EntryRow } from "./calendar.repository.js";

/** A feed keeps what is over for so long, in days. */
const keeps = 90;

const titleOf = ({ text }: VolunteerDaysContext, { title, siteName, confirmedAt }: EntryRow): string =>
  confirmedAt === null ? text("volunteer-days.feed.waits", { title: `${title} ${siteName}` }, "zh-CN") : `${title} ${siteName}`;

/** One UID for a sign-up for ever, in the feed, the file and the mail; a SEQUENCE that rises with each change; cancelled when it ended or the day was called off. */
const eventOf = (ctx: VolunteerDaysContext, row: EntryRow): CalendarEvent => ({
  // Whoever waits in line has no place to go to yet.
  isTentative: row.confirmedAt === null,
  uid: `${row.id}@lianxin`,
  sequence: row.sequence + row.daySequence,
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, zone: ctx.clock.zone, title: titleOf(ctx, row) },
  place: row.siteMeetingPoint ?? row.dayMeetingPoint ?? row.meetingPoint,
  description: [row.work, row.tools].filter(Boolean).join("\n"),
  attendees: [],
  url: ctx.linkTo(linkOf(ctx, row.id)),
  reminderMinutes: 60,
  isCancelled: row.endedAt !== null || row.dayState === "cancelled",
});

/** The file of one sign-up. */
export async function writeMine(ctx: VolunteerDaysContext, signUpId: string): Promise<string> {
  const [row] = await entriesById(ctx.db, [signUpId]);
  return writeInvitation({ ...eventOf(ctx, row!), method: "PUBLISH", stamp: ctx.clock.now() });
}

/** The calendar one volunteer subscribes to: every date they have or had, cancelled ones kept as cancelled. */
export async function writeMyFeed(ctx: VolunteerDaysContext, volunteerId: string): Promise<string> {
  const rows = await entriesOf(ctx.db, volunteerId, addMinutes(ctx.clock.now(), -keeps * 1440));
  const name = (await ctx.use.directory.community())?.name ?? "";
  // When what it says was last revised, not when it was asked for: the same calendar twice is the same file.
  const revised = rows.flatMap(({ confirmedAt, endedAt }) => [confirmedAt ?? "", endedAt ?? ""]).sort();
  return writeFeed({
    name: `${name}${ctx.text("volunteer-days.feed.name", {}, "zh-CN")}`,
    stamp: revised.at(-1) || ctx.clock.now(),
    events: rows.map((row) => eventOf(ctx, row)),
  });
}

/** A letter to an address that cannot stand in a calendar goes without. */
function orNothing(write: () => string): string | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof DocumentRefused) return undefined;
    throw error;
  }
}

/** The same entries for letters: each invites its own person, or takes the invitation back. Addresses are opened by the caller. */
export async function writeInvitations(
  ctx: VolunteerDaysContext,
  people: readonly { readonly signUpId: string; readonly name: string; readonly mail: string }[],
): Promise<ReadonlyMap<string, { readonly method: "REQUEST" | "CANCEL"; readonly ics: string }>> {
  const rows = await entriesById(
    ctx.db,
    people.map(({ signUpId }) => signUpId),
  );
  const events = new Map(rows.map((row) => [row.id, eventOf(ctx, row)]));
  const written = people.flatMap(({ signUpId, name, mail }) => {
    const event = events.get(signUpId);
    if (!event) return [];
    const method = event.isCancelled ? ("CANCEL" as const) : ("REQUEST" as const);
    const attendees = [{ name, mail, role: "required" as const, rsvp: false }];
    const ics = orNothing(() => writeInvitation({ ...event, attendees, method, stamp: ctx.clock.now() }));
    return ics === undefined ? [] : [[signUpId, { method, ics }] as const];
  });
  return new Map(written);
}
