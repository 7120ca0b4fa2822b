export { DocumentRefused, type Language, type TextParams } from "./document-refused.js";
export type { RefusalCode } from "./refusal-texts.js";
export { writeFeed, writeInvitation } from "./write-calendar/write-calendar.js";
export type { CalendarAttendee, CalendarEvent, CalendarFeed, CalendarPerson, Invitation } from "./write-calendar/calendar-event.js";
