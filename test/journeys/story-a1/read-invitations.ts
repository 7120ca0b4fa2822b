import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { expect } from "vitest";

export interface Invitation {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly status: string | null;
  /** Name and mail address of those invited. */
  readonly attendees: readonly (readonly [name: string, mail: string])[];
}

/** The calendar of a letter as it came over the wire. */
const icsOf = (letter: ParsedMail): string =>
  letter.attachments.find(({ contentType }) => contentType === "text/calendar" || contentType === "application/ics")!.content.toString("utf8");

/** Reads a letter's calendar back with ical.js; checks that no line is longer than 75 octets and that there is one event. */
export function readInvitation(letter: ParsedMail): Invitation {
  const text = icsOf(letter);
  expect(text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
  const calendar = new ICAL.Component(ICAL.parse(text) as string);
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  const event = new ICAL.Event(events[0]!);
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toString(),
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: events[0]!.getFirstPropertyValue("status") as string | null,
    attendees: events[0]!.getAllProperties("attendee").map((one) => [String(one.getParameter("cn")), String(one.getFirstValue()).replace(/^mailto:/i, "")]),
  };
}

/** The calendars of letters about a meeting, oldest first. */
export const readInvitations = (letters: readonly ParsedMail[]): Invitation[] =>
  letters.filter(({ attachments }) => attachments.length > 0).map(readInvitation);

/** The link by which a letter is answered. */
export const answerLinkOf = (letter: ParsedMail): string => /http\S+\/meetings\/answer\?key=\S+/.exec(letter.text ?? "")![0];
