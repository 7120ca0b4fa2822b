import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { CalendarEvent, Invitation } from "./calendar-event.js";
import { writeFeed, writeInvitation } from "./write-calendar.js";

const anInvitation = (changes: Partial<Invitation> = {}): Invitation => ({
  method: "REQUEST",
  uid: "meeting-9@lianxin",
  sequence: 0,
  startsAt: "2026-09-09T07:00:00Z",
  endsAt: "2026-09-09T08:30:00Z",
  zone: "Asia/Shanghai",
  title: "莲心议事会第 9 次会议",
  place: "光明路社区二楼会议室",
  description: "议题：东侧挡土墙\n请准时到会",
  organizer: { name: "王秀珍", mail: "secretary@example.org" },
  attendees: [{ name: "何志远", mail: "he@example.org", role: "required", rsvp: true }],
  stamp: "2026-09-05T01:00:00Z",
  ...changes,
});

const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
const eventOf = (text: string) => eventsOf(text)[0]!;
const longestLine = (text: string) => Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      "\r",
      "\n",
      ",",
      ";",
      ":",
      "\\",
      "^",
      "n",
      "'",
      "\t",
      "\u2028",
      "\u0085",
      "\u0000",
      "\ud800",
      "张",
      "👩‍👩‍👧",
      "X-EVIL:1",
      "\r\nEND:VEVENT\r\n",
    ),
  }),
);

test("is read back as it was meant, at Beijing time", () => {
  const text = writeInvitation(anInvitation({ reminderMinutes: 60, url: "https://example.org/meetings/9" }));

  const event = new ICAL.Event(eventOf(text));
  expect(event.summary).toBe("莲心议事会第 9 次会议");
  expect(event.description).toBe("议题：东侧挡土墙\n请准时到会");
  expect(event.startDate.toJSDate().toISOString()).toBe("2026-09-09T07:00:00.000Z");
  expect(event.endDate.toJSDate().toISOString()).toBe("2026-09-09T08:30:00.000Z");
  expect(event.attendees[0]!.getParameter("cn")).toBe("何志远");
  expect(text).toContain("DTSTART;TZID=Asia/Shanghai:20260909T150000");
  expect(text).toContain("DTSTAMP:20260905T010000Z");
  expect(text).toContain("METHOD:REQUEST");
  expect(text).toContain("TRIGGER:-PT60M");
});

test("keeps the UID and raises the SEQUENCE when the meeting is withdrawn", () => {
  const text = writeInvitation(anInvitation({ method: "CANCEL", sequence: 2, reminderMinutes: 60 }));

  const event = eventOf(text);
  expect([event.getFirstPropertyValue("uid"), event.getFirstPropertyValue("sequence"), event.getFirstPropertyValue("status")]).toEqual([
    "meeting-9@lianxin",
    2,
    "CANCELLED",
  ]);
  expect(text).toContain("METHOD:CANCEL");
  expect(event.getAllSubcomponents("valarm")).toEqual([]);
});

test("lets no name, title or place add a line, and folds at 75 octets", () => {
  const properties = (text: string) => eventOf(text).getAllProperties().length;
  const plain = properties(writeInvitation(anInvitation()));

  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (name, title, place, description) => {
      const people = { organizer: { name, mail: "a@example.org" }, attendees: [{ name, mail: "b@example.org", role: "chair" as const, rsvp: false }] };
      const text = writeInvitation(anInvitation({ ...people, title: `议${title}`, place: `楼${place}`, description: `请${description}` }));

      expect(eventsOf(text)).toHaveLength(1);
      expect(properties(text)).toBe(plain);
      expect(longestLine(text)).toBeLessThanOrEqual(75);
    }),
    { seed: 20260909, numRuns: 300 },
  );
});

test("keeps a name with commas, quotes, a caret and emoji readable", () => {
  const text = writeInvitation(anInvitation({ attendees: [{ name: 'Li "Lei", 主任^n👍', mail: "li@example.org", role: "optional", rsvp: true }] }));

  expect(eventOf(text).getFirstProperty("attendee")!.getParameter("cn")).toBe("Li 'Lei', 主任^n👍");
});

test("names nobody when it only tells", () => {
  const text = writeInvitation(anInvitation({ method: "PUBLISH" }));

  expect(eventOf(text).getAllProperties("attendee")).toEqual([]);
});

test("moves with summer time where the meeting is", () => {
  const winter = writeInvitation(anInvitation({ zone: "America/New_York", startsAt: "2026-01-15T14:30:00Z", endsAt: "2026-01-15T15:30:00Z" }));
  const summer = writeInvitation(anInvitation({ zone: "America/New_York", startsAt: "2026-07-15T13:30:00Z", endsAt: "2026-07-15T14:30:00Z" }));

  expect(winter).toContain("DTSTART;TZID=America/New_York:20260115T093000");
  expect(summer).toContain("DTSTART;TZID=America/New_York:20260715T093000");
  expect(winter).toContain("BEGIN:DAYLIGHT");
});

test("writes a feed of several events with each zone once and no person in it", () => {
  const { method: _method, stamp, ...event } = anInvitation();
  const events: CalendarEvent[] = [event, { ...event, uid: "b@lianxin" }, { ...event, uid: "c@lianxin", zone: "UTC", isCancelled: true }];

  const text = writeFeed({ name: "莲心议事会", stamp, events });

  expect(eventsOf(text).map((one) => one.getFirstPropertyValue("uid"))).toEqual(["meeting-9@lianxin", "b@lianxin", "c@lianxin"]);
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(text).toContain("DTSTART:20260909T070000Z");
  expect(text).not.toContain("example.org");
});

test("writes an empty feed that calendars accept", () => {
  const text = writeFeed({ name: "空", stamp: "2026-09-05T01:00:00Z", events: [] });

  expect(eventsOf(text)).toEqual([]);
});

test.each([
  ["calendar.uid.missing", { uid: " " }],
  ["calendar.uid.missing", { uid: "a\r\nX-EVIL:1" }],
  ["calendar.sequence.wrong", { sequence: -1 }],
  ["calendar.instant.wrong", { startsAt: "2026-09-09 15:00" }],
  ["calendar.end.early", { endsAt: "2026-09-09T07:00:00Z" }],
  ["calendar.zone.unknown", { zone: "Nowhere/Land" }],
  ["calendar.zone.unknown", { zone: "+08:00" }],
  ["calendar.mail.wrong", { attendees: [{ name: "甲", mail: "a@b\r\nX:1", role: "required" as const, rsvp: true }] }],
  ["calendar.url.wrong", { url: "javascript:alert(1)" }],
  ["calendar.reminder.wrong", { reminderMinutes: 0.5 }],
])("refuses with %s", (code, changes) => {
  const attempt = () => writeInvitation(anInvitation(changes));

  expect(attempt).toThrow(expect.objectContaining({ code }));
});
