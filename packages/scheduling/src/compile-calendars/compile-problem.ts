import { buildHolidayTable, type HolidayTable } from "../count-days/holiday-table.js";
import { readWeights, type TermWeights } from "../objective.js";
import type { Meeting, Person, Problem, Venue } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { takeSteps, type Steps } from "../steps.js";
import { fillPerson, fillVenue } from "./fill-calendar.js";
import { buildGrid, horizonYears, type Grid } from "./grid.js";
import { makeHoursBook, type HoursBook } from "./hours.js";
import { makeRows, type Rows } from "./rows.js";
import { readStretches, type StretchList, type Stretches } from "./stretches.js";

const MOST_PEOPLE = 100_000;
/** Words of all calendars of one kind together: 80 MB, and as much again for each length of meeting. */
const MOST_WORDS = 20_000_000;
const MOST_VENUES = 10_000;

/** Calendars of one kind (people or venues), by row. */
export interface Calendars<T extends { readonly id: string }> {
  readonly all: T[];
  readonly ids: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: Rows;
  /** As they were read, or in order; see `stretchesAt`. */
  readonly stretches: (Stretches | StretchList)[];
  readonly hours: Int32Array[];
}

/** A problem made ready for any number of questions. Made by `compileProblem`, changed only by `changePerson` and `changeVenue`. */
export interface CompiledProblem {
  readonly problem: Problem;
  readonly grid: Grid;
  readonly holidays: HolidayTable;
  /** Years of the horizon whose holidays are not loaded: whatever is planned is a draft. */
  readonly unloadedYears: readonly number[];
  readonly book: HoursBook;
  readonly weights: TermWeights;
  /** Moments of the horizon already written out, by quarter hour. */
  readonly texts: string[];
  /** Who has been named already, by row: those whose number is `mark`. */
  readonly seen: { mark: number; readonly rows: Int32Array };
  readonly closures: StretchList;
  /** Starts that rules of the calendar leave (ends within its day, notice, closures), by rule: most meetings share them. */
  readonly ruleStarts: Map<string, Int32Array>;
  readonly people: Calendars<Person>;
  readonly venues: Calendars<Venue>;
  readonly meetingOf: ReadonlyMap<string, number>;
  /** Meetings that stand already, around the one that is asked about. */
  readonly standing: readonly Standing[];
}

/** When a meeting stands, in local minutes, and what it must follow. */
export interface Standing {
  readonly id: string;
  readonly after: NonNullable<Meeting["after"]>;
  readonly from: number;
  readonly to: number;
}

function indexIds(items: readonly { readonly id: string }[], kind: string): Map<string, number> {
  const rowOf = new Map<string, number>();
  for (const [row, item] of items.entries()) {
    if (typeof item.id !== "string" || item.id === "") throw new SchedulingError("bad-shape", `${kind}[${row}].id`, { rule: "id" });
    if (rowOf.has(item.id)) throw new SchedulingError("duplicate-id", item.id, { kind });
    rowOf.set(item.id, row);
  }
  return rowOf;
}

function makeCalendars<T extends { readonly id: string }>(items: readonly T[], kind: string, { words, days }: Grid): Calendars<T> {
  const count = items.length;
  if (count * words > MOST_WORDS) throw new SchedulingError("calendars-too-large", kind, { count, days, most: Math.floor(MOST_WORDS / words) });
  return { all: [...items], ids: items.map((item) => item.id), rowOf: indexIds(items, kind), rows: makeRows(count, words), stretches: [], hours: [] };
}

/** The problem by id, its calendars not yet read. Errors: those of the grid, `too-many-people`, `calendars-too-large`, `duplicate-id`, `bad-objective`. */
export function openProblem(problem: Problem): CompiledProblem {
  if (problem.people.length > MOST_PEOPLE) throw new SchedulingError("too-many-people", "people", { count: problem.people.length, most: MOST_PEOPLE });
  if (problem.venues.length > MOST_VENUES) throw new SchedulingError("too-many-people", "venues", { count: problem.venues.length, most: MOST_VENUES });
  const grid = buildGrid(problem.horizon);
  const holidays = buildHolidayTable(problem.holidays ?? []);
  const closures: StretchList = [];
  readStretches(closures, grid, problem.closures, "closure", "closures");
  return {
    problem,
    grid,
    holidays,
    unloadedYears: horizonYears(grid).filter((year) => !holidays.years.has(year)),
    book: makeHoursBook(),
    weights: readWeights(problem.objective),
    texts: new Array<string>(grid.days * 96),
    seen: { mark: 0, rows: new Int32Array(problem.people.length) },
    closures,
    ruleStarts: new Map(),
    people: makeCalendars(problem.people, "people", grid),
    venues: makeCalendars(problem.venues, "venues", grid),
    meetingOf: indexIds(problem.meetings, "meetings"),
    standing: [],
  };
}

/** Calendars read between two steps. */
const TOGETHER = 16;

/** Reads every calendar of an opened problem, a few a step. Errors: `bad-moment`, `bad-interval`, `bad-time`, `bad-number`, each naming its item. */
export function* readCalendars(compiled: CompiledProblem): Steps {
  const count = compiled.people.all.length;
  for (let row = 0; row < count + compiled.venues.all.length; row++) {
    if (row % TOGETHER === 0) yield;
    if (row < count) fillPerson(compiled, compiled.people.all[row]!);
    else fillVenue(compiled, compiled.venues.all[row - count]!);
  }
}

/**
 * Compiles every calendar to a bitset over the horizon: O(people · (intervals + words)); 1,000 calendars of 60 intervals take some 10 ms.
 * Errors: those of the grid, `too-many-people`, `duplicate-id`, `bad-moment`, `bad-interval`, `bad-time`, each naming its item.
 */
export function compileProblem(problem: Problem): CompiledProblem {
  const compiled = openProblem(problem);
  takeSteps(readCalendars(compiled));
  return compiled;
}

/** Puts a person's new calendar in place of the old one, ≤ 20 µs. Error: `unknown-person`; on any error the old calendar stays. */
export const changePerson: (compiled: CompiledProblem, person: Person) => void = fillPerson;

/** As `changePerson`, for a venue. Error: `unknown-venue`. */
export const changeVenue: (compiled: CompiledProblem, venue: Venue) => void = fillVenue;
