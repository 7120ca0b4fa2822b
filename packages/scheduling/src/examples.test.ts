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

test("says in plain words why someone is away", () => {
  const words = say("zh-CN", textOfAbsence({ person: "吴琴", part: "required", reason: "leave", until: "2026-09-10T00:00+08:00" }));

  expect(words).toBe("吴琴 请假，到 2026-09-10T00:00+08:00");
});
