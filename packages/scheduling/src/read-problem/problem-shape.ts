import { LEVELS, TERM_NAMES } from "../objective.js";
import { either, isFlag, isText, isWhole, listOf, oneOf, record, tuple, type Shape } from "./shape.js";

const intervals = listOf(record({ from: isText, to: isText }));
const spans = listOf(tuple(isText, isText));
const days = Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((day) => [day, spans]));
const hours = record({ days: record({}, days) }, { holiday: spans, makeUp: spans });
const texts = listOf(isText);

const horizon = record({ start: isText, days: isWhole }, { zone: isText, offsetMinutes: isWhole, from: isText, to: isText });
const holidayYear = record(
  { year: isWhole, days: listOf(record({ date: isText, isOffDay: isFlag, name: isText })) },
  { $schema: isText, $id: isText, papers: texts },
);
const person = record({ id: isText }, { roles: texts, hours, busy: intervals, leave: intervals, tentative: intervals });
const venue = record({ id: isText }, { seats: isWhole, equipment: texts, site: isText, hours, busy: intervals, closures: intervals, bufferMinutes: isWhole });
const role = record({ id: isText }, { need: isWhole, anyOf: texts });
const quorum = record({ id: isText, of: texts, atLeast: tuple(isWhole, isWhole) }, { op: oneOf("gte", "gt") });
const notice = record({ n: isWhole, basis: oneOf("calendar", "working"), count: oneOf("clear", "back") });
const weekdayRule = record({ weekday: oneOf(1, 2, 3, 4, 5, 6, 7), nth: oneOf(1, 2, 3, 4, 5, -1) });
const series = record(
  { on: either("weekday", weekdayRule, record({ day: isWhole })), shift: oneOf("skip", "next", "previous", "sameWeekdayNextWeek") },
  { at: isText },
);

const meeting: Shape = record(
  { id: isText, minutes: isWhole },
  {
    required: texts,
    roles: listOf(role),
    quorums: listOf(quorum),
    preferred: listOf(record({ person: isText }, { weight: isWhole })),
    seats: isWhole,
    equipment: texts,
    sites: texts,
    venues: texts,
    noVenue: isFlag,
    hours,
    workingDaysOnly: isFlag,
    startEvery: isWhole,
    notice,
    notBefore: isText,
    deadline: isText,
    priority: isWhole,
    series,
    pinned: record({ start: isText }, { venue: isText }),
    after: listOf(record({ meeting: isText }, { gapMinutes: isWhole })),
  },
);

/** The form of a problem file; `docs/scheduling-json.md` says it in words. */
export const problemShape: Shape = record(
  { horizon, people: listOf(person), venues: listOf(venue), meetings: listOf(meeting) },
  {
    version: oneOf(1),
    postFrom: isText,
    holidays: listOf(holidayYear),
    closures: intervals,
    objective: listOf(record({ term: oneOf(...TERM_NAMES), level: oneOf(...LEVELS), weight: isWhole })),
  },
);

export const assignmentsShape: Shape = listOf(record({ meeting: isText, start: isText, end: isText }, { venue: isText }));
