import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as scheduling from "./index.js";
import { describe as say, textOfAbsence } from "./messages/describe.js";
import { readPlanFile, readProblem, writePlan } from "./read-problem/plan-file.js";

const page = readFileSync(new URL("../../../docs/scheduling-json.md", import.meta.url), "utf8");
const [problemText, planText] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((one) => one[1]!);

test("plans the problem of the documentation to the plan of the documentation", () => {
  const problem = readProblem(problemText);

  const made = scheduling.plan(problem, { seed: 1, iterations: 20_000 });

  expect(made.violations).toEqual([]);
  expect(made.assignments.map((one) => one.meeting)).toEqual(["council", "assignment/2026-09", "assignment/2026-10", "report"]);
  expect(made.assignments[2]!.start).toBe("2026-10-13T14:30+08:00");
  expect(Object.keys(JSON.parse(planText!) as object)).toEqual(Object.keys(JSON.parse(writePlan(made)) as object));
});

test("answers each call of the README", () => {
  const problem = readProblem(problemText);
  const compiled = scheduling.compileProblem(problem);
  const council = problem.meetings[0]!;

  const offer = scheduling.propose(compiled, council, { k: 3 });
  const blocked = scheduling.propose(compiled, { ...council, seats: 300 });
  const made = scheduling.plan(problem, { seed: 1, iterations: 2000 });
  const explained = scheduling.explain(problem, readPlanFile(writePlan(made)));
  const open = scheduling.openPlan(problem, made.assignments);
  const next = scheduling.replanOpen(open, { cancelled: ["report"] });

  expect(offer.kind === "slots" && offer.proposals.length).toBe(3);
  expect(blocked.kind === "blocked" && blocked.diagnosis.blocking.map((block) => block.map((rule) => say("zh-CN", rule)))).toEqual([["需要 300 个座位"]]);
  expect(explained.every((one) => one.violations.length === 0)).toBe(true);
  expect(next.moves.map((move) => move.meeting)).toEqual(["report"]);
  expect(scheduling.latestPostingDate([], council.notice!, "2026-09-09")).toBe("2026-09-05");
});

test("plans in slices, re-plans in one call, and judges what someone has dragged", () => {
  const problem = readProblem(problemText);
  const planning = scheduling.beginPlan(problem, { seed: 1, iterations: 4096 });

  const shares: number[] = [];
  while (planning.construction) scheduling.advancePlan(planning, 512);
  while (!scheduling.advancePlan(planning, 1024)) shares.push(scheduling.readProgress(planning).share);
  const made = scheduling.readBestPlan(planning);
  const next = scheduling.replan(problem, made.assignments, { cancelled: ["report"] }, { costPerMovedMeeting: 10 });
  const dragged = made.assignments.map((one) => (one.meeting === "report" ? { ...one, start: "2026-09-02T08:00", end: "2026-09-02T08:30" } : one));

  expect([made.unplaced, next.moves.length, shares[0]]).toEqual([[], 1, 0.25]);
  expect(scheduling.score(problem, dragged).violations.map((one) => one.term)).toEqual(["orderBroken"]);
  expect(scheduling.compareScores(made.score, made.score)).toBe(0);
});

test("changes one calendar in place, and counts days, series and quorums", () => {
  const problem = readProblem(problemText);
  const compiled = scheduling.compileProblem(problem);
  const wholeYear = [{ from: "2026-01-01T00:00", to: "2027-01-01T00:00" }];
  const years = problem.holidays!;

  scheduling.changePerson(compiled, { ...problem.people[0]!, leave: wholeYear });
  const withoutSecretary = scheduling.propose(compiled, problem.meetings[0]!);
  scheduling.changePerson(compiled, problem.people[0]!);
  scheduling.changeVenue(compiled, { ...problem.venues[0]!, closures: wholeYear });
  const withoutHall = scheduling.propose(compiled, problem.meetings[0]!);

  const blockers = [withoutSecretary, withoutHall].map((offer) => offer.kind === "blocked" && offer.diagnosis.blocking[0]!.map((rule) => rule.kind));
  expect(blockers).toEqual([["person"], ["venueFree"]]);
  expect([scheduling.addWorkingDays(years, "2026-09-09", 3), scheduling.countWorkingDays(years, "2026-09-09", "2026-09-14")]).toEqual(["2026-09-14", 3]);
  expect([scheduling.isWorkingDay(years, "2026-10-01"), scheduling.countQuorum(21, [2, 3]), scheduling.countQuorum(20, [1, 2], "gt")]).toEqual([false, 14, 11]);
  const series = { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" } as const;
  expect(scheduling.expandSeries(years, series, "2026-10-01", "2026-10-31").map((one) => one.date)).toEqual(["2026-10-13"]);
});

test("says in plain words why someone is away", () => {
  const words = say("zh-CN", textOfAbsence({ person: "吴琴", part: "required", reason: "leave", until: "2026-09-10T00:00+08:00" }));

  expect(words).toBe("吴琴 请假，到 2026-09-10T00:00+08:00");
});
