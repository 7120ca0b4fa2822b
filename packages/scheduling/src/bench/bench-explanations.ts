import { compileProblem } from "../compile-calendars/compile-problem.js";
import { grainMinutes } from "../compile-calendars/grid.js";
import { momentText } from "../count-days/moment.js";
import { generateCalendarWorld, generateQuery } from "../generate-world/generate-query.js";
import type { Meeting, Problem } from "../problem.js";
import type { Diagnosis, Rule } from "../proposal.js";
import { propose } from "../propose-slots/propose.js";
import { seedRandom } from "../random.js";
import { score } from "../judge-plan/score.js";
import type { Violation } from "../verify-plan/check-place.js";
import { atLeast, type BenchRow, type BenchTools } from "./bench-row.js";

const nameOf = (rule: Rule): string => (rule.id === undefined ? rule.kind : `${rule.kind}:${rule.id}`);

function nameViolation({ term, params }: Violation): string {
  if (term === "quorumShort") return `quorum:${params["quorum"]}`;
  if (term === "roleMissing") return `role:${params["role"]}`;
  if (term === "seatsShort") return "seats";
  return params["person"] === undefined ? String(params["rule"]) : `person:${params["person"]}`;
}

/** The rules that close every slot of a meeting, by asking the independent checker about each start in each room. */
function listClosed(problem: Problem, meeting: Meeting): { at: string; closed: string[] }[] {
  const { grid } = compileProblem(problem);
  const length = Math.ceil(meeting.minutes / 15);
  const slots: { at: string; closed: string[] }[] = [];
  for (let grain = 0; grain < grid.size; grain++) {
    if ((grain % grid.perDay) + length > grid.perDay) continue;
    const [start, end] = [grainMinutes(grid, grain), grainMinutes(grid, grain) + length * 15].map((minutes) => momentText(minutes, grid.offset));
    for (const { id } of problem.venues) {
      const { violations } = score({ ...problem, meetings: [meeting] }, [{ meeting: meeting.id, start: start!, end: end!, venue: id }]);
      slots.push({ at: `${start} ${id}`, closed: violations.map(nameViolation) });
    }
  }
  return slots;
}

function isTrue(problem: Problem, meeting: Meeting, diagnosis: Diagnosis): boolean {
  const slots = listClosed(problem, meeting);
  const opens = (rules: readonly string[]): boolean => slots.some((slot) => !slot.closed.some((rule) => rules.includes(rule)));
  const areBlocks = diagnosis.blocking.every((block) => {
    const names = block.map(nameOf);
    return !opens(names) && names.every((name) => opens(names.filter((other) => other !== name)));
  });
  return (
    areBlocks &&
    diagnosis.relax.every(({ start, venue, rules }) => {
      const slot = slots.find((one) => one.at === `${start} ${venue}`);
      return slot !== undefined && [...slot.closed].sort().join() === rules.map(nameOf).sort().join();
    })
  );
}

/** The row about explanations, checked by the independent checker; `diagnose.test.ts` checks 10,000 more against another oracle. */
export function benchExplanations(tools: BenchTools): BenchRow[] {
  const wanted = tools.size === "full" ? 100 : 15;
  let [blocked, isRight] = [0, 0];
  for (let seed = 1; blocked < wanted; seed++) {
    const problem = generateCalendarWorld(seed, 24, 2, 2);
    const query = generateQuery(seedRandom(seed), problem, 12);
    const meeting: Meeting = {
      ...query,
      required: query.preferred!.slice(0, 4).map((one) => one.person),
      preferred: [],
      seats: 40,
      notice: { n: 1, basis: "calendar", count: "clear" },
    };
    const offer = propose(problem, meeting);
    if (offer.kind !== "blocked") continue;
    blocked++;
    if (isTrue(problem, meeting, offer.diagnosis)) isRight++;
  }
  return [atLeast("explanations", `true of ${blocked} explanations of blocked meetings`, (100 * isRight) / blocked, "%", 100)];
}
