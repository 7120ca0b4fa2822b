import { Temporal } from "temporal-polyfill";
import { DocumentRefused } from "../document-refused.js";
import type { CalendarEvent, CalendarPerson } from "./calendar-event.js";
import { cleanLine } from "./clean-text.js";
import { readInstant } from "./zoned-time.js";

const mailRule = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const urlRule = /^https?:\/\/[A-Za-z0-9.\-]+(:\d{2,5})?([/?#][^\s\u0000-\u001f\u007f]*)?$/;

/** Refuses an event that calendars would drop or misread, naming the field. */
export function checkEvent(event: CalendarEvent): void {
  if (cleanLine(event.uid) === "" || cleanLine(event.uid) !== event.uid) throw new DocumentRefused("calendar.uid.missing");
  if (!Number.isInteger(event.sequence) || event.sequence < 0) throw new DocumentRefused("calendar.sequence.wrong", { value: event.sequence });
  checkTimes(event);
  checkPeople(event);
  if (event.url !== undefined && !urlRule.test(event.url)) throw new DocumentRefused("calendar.url.wrong", { value: event.url });
  checkReminder(event.reminderMinutes);
}

function checkTimes({ startsAt, endsAt }: CalendarEvent): void {
  const starts = readInstant("startsAt", startsAt);
  const ends = readInstant("endsAt", endsAt);
  if (Temporal.Instant.compare(starts, ends) >= 0) throw new DocumentRefused("calendar.end.early", { startsAt, endsAt });
}

function checkPeople({ organizer, attendees }: CalendarEvent): void {
  if (organizer) checkMail("organizer", organizer);
  for (const attendee of attendees) checkMail(cleanLine(attendee.name), attendee);
}

function checkMail(field: string, { mail }: CalendarPerson): void {
  if (!mailRule.test(mail)) throw new DocumentRefused("calendar.mail.wrong", { field, value: mail });
}

function checkReminder(minutes: number | undefined): void {
  if (minutes === undefined) return;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 40_320) throw new DocumentRefused("calendar.reminder.wrong", { value: minutes });
}
