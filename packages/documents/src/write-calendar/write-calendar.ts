import { createEvents, type EventAttributes } from "ics";
import { DocumentRefused } from "../document-refused.js";
import type { CalendarAttendee, CalendarEvent, CalendarFeed, Invitation } from "./calendar-event.js";
import { checkEvent } from "./check-event.js";
import { cleanLine, cleanName, cleanText, escapeText } from "./clean-text.js";
import { foldLines } from "./fold-lines.js";
import { readInstant, writeUtc, writeWallTime, writeZone } from "./zoned-time.js";

const roles = { chair: "CHAIR", required: "REQ-PARTICIPANT", optional: "OPT-PARTICIPANT", informed: "NON-PARTICIPANT" } as const;

/**
 * One invitation as the text of an .ics file: CRLF line ends, lines of at most 75 octets, wall time with TZID and VTIMEZONE (UTC when the zone
 * is UTC), the given UID and SEQUENCE. CANCEL carries STATUS:CANCELLED; PUBLISH names no attendees (RFC 5546 §3.2.1). No name, title or place
 * can add a line. Throws `DocumentRefused` naming the field.
 */
export function writeInvitation({ method, stamp, ...event }: Invitation): string {
  const told: CalendarEvent = {
    ...event,
    attendees: method === "PUBLISH" ? [] : event.attendees,
    isCancelled: method === "CANCEL" || event.isCancelled === true,
  };
  return writeCalendar({ method }, stamp, [told]);
}

/**
 * A calendar to subscribe to: METHOD:PUBLISH, one VEVENT for each event in the given order, each zone described once. Attendees and organizers
 * are left out, since a feed's address may be shared. Linear in the number of events.
 */
export function writeFeed({ name, stamp, events }: CalendarFeed): string {
  const told = events.map(({ organizer: _organizer, ...event }) => ({ ...event, attendees: [] }));
  return writeCalendar({ method: "PUBLISH", calName: cleanLine(name) }, stamp, told);
}

function writeCalendar(header: { method: string; calName?: string }, stamp: string, events: readonly CalendarEvent[]): string {
  events.forEach(checkEvent);
  const zones = [...new Set(events.map((event) => event.zone))].map(writeZone).join("");
  const timestamp = writeUtc(readInstant("stamp", stamp));
  const { error, value } = createEvents(
    events.map((event) => describeEvent(event, timestamp)),
    { productId: "-//Lianxin//documents//ZH", ...header },
  );
  if (error || value === null) throw new DocumentRefused("calendar.event.wrong", { reason: cleanLine(error?.message ?? "") });
  return foldLines(placeZones(nameZones(value, events), zones));
}

// The library takes ready-made text for any date (its types do not say so for `timestamp`), which keeps the machine's own zone out of the file.
function describeEvent(event: CalendarEvent, timestamp: string): EventAttributes & { timestamp: string } {
  const { organizer, url, reminderMinutes, isCancelled, isTentative } = event;
  const title = cleanLine(event.title) || "会议";
  return {
    timestamp,
    uid: event.uid,
    sequence: event.sequence,
    start: writeWallTime(readInstant("startsAt", event.startsAt), event.zone),
    end: writeWallTime(readInstant("endsAt", event.endsAt), event.zone),
    title,
    location: cleanLine(event.place),
    description: cleanText(event.description),
    status: isCancelled ? "CANCELLED" : isTentative ? "TENTATIVE" : "CONFIRMED",
    attendees: event.attendees.map(describeAttendee),
    ...(url !== undefined && { url }),
    ...(organizer && { organizer: { name: cleanName(organizer.name) || organizer.mail, email: organizer.mail } }),
    ...(reminderMinutes !== undefined && !isCancelled && !isTentative && { alarms: [describeAlarm(title, reminderMinutes)] }),
  };
}

function describeAttendee({ name, mail, role, rsvp }: CalendarAttendee) {
  return { name: cleanName(name) || mail, email: mail, rsvp, role: roles[role], partstat: "NEEDS-ACTION" as const };
}

function describeAlarm(title: string, minutes: number) {
  return { action: "display" as const, description: escapeText(title), trigger: { minutes, before: true } };
}

/** Gives each event's wall times the name of its zone; the library itself writes bare times only. */
function nameZones(text: string, events: readonly CalendarEvent[]): string {
  let index = -1;
  return text
    .split("\r\n")
    .map((line) => {
      if (line === "BEGIN:VEVENT") index += 1;
      return line.replace(/^(DTSTART|DTEND):(\d{8}T\d{6})$/, (_, property, time) => `${property};TZID=${events[index]?.zone}:${time}`);
    })
    .join("\r\n");
}

function placeZones(text: string, zones: string): string {
  return text.replace("BEGIN:VEVENT\r\n", () => `${zones}BEGIN:VEVENT\r\n`);
}
