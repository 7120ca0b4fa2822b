import fc from "fast-check";
import { expect, test } from "vitest";
import { densePlanCase } from "../oracle/dense-plan-case.js";
import { describe as say, schedulingMessages, textOfError, textOfRemedy } from "../messages/describe.js";
import { plan } from "../plan-meetings/plan.js";
import { SchedulingError } from "../scheduling-error.js";
import { readPlanFile, readProblem, writePlan } from "./plan-file.js";

const good = {
  version: 1,
  horizon: { start: "2026-09-01", days: 30 },
  holidays: [{ year: 2026, days: [] }],
  people: [{ id: "chair" }, { id: "guest", busy: [{ from: "2026-09-09T09:00", to: "2026-09-09T10:00" }] }],
  venues: [{ id: "hall", seats: 30 }],
  meetings: [{ id: "council", minutes: 90, required: ["chair"] }],
};
const withMeeting = (change: object): unknown => ({ ...good, meetings: [{ ...good.meetings[0], ...change }] });
const pinned = (id: string) => ({ id, minutes: 60, required: ["chair"], pinned: { start: "2026-09-09T10:00" } });

const refusals: readonly [string, string, unknown][] = [
  ["bad-shape", "problem", "{"],
  ["bad-shape", "people[0]", { ...good, people: [7] }],
  ["bad-shape", "meetings[0](council).lenght", withMeeting({ lenght: 3 })],
  ["bad-shape", "meetings[0](council).quorums[0](q).op", withMeeting({ quorums: [{ id: "q", of: ["chair"], atLeast: [1, 2], op: ">" }] })],
  ["bad-shape", "meetings[0](council).series.on.nth", withMeeting({ series: { on: { weekday: 2, nth: 9 }, shift: "skip" } })],
  ["unknown-person", "nobody", withMeeting({ required: ["nobody"] })],
  ["unknown-venue", "attic", withMeeting({ venues: ["attic"] })],
  ["unknown-meeting", "other", withMeeting({ after: [{ meeting: "other" }] })],
  ["meeting-too-long", "council", withMeeting({ minutes: 1500 })],
  ["bad-number", "council.minutes", withMeeting({ minutes: 0 })],
  ["role-without-holders", "council.roles.clerk", withMeeting({ roles: [{ id: "clerk" }] })],
  ["quorum-without-members", "council.quorums.q", withMeeting({ quorums: [{ id: "q", of: ["chair"], atLeast: [1, 1], op: "gt" }] })],
  ["bad-date", "council.deadline", withMeeting({ deadline: "2026-02-30" })],
  ["zero-day-horizon", "horizon.days", { ...good, horizon: { start: "2026-09-01", days: 0 } }],
  ["horizon-too-long", "horizon.days", { ...good, horizon: { start: "2026-09-01", days: 100_000 } }],
  ["empty-day", "horizon.to", { ...good, horizon: { ...good.horizon, from: "18:00", to: "08:00" } }],
  ["duplicate-id", "chair", { ...good, people: [{ id: "chair" }, { id: "chair" }] }],
  ["too-many-people", "people", { ...good, people: Array.from({ length: 100_001 }, (_, i) => ({ id: `${i}` })) }],
  ["bad-interval", "guest.busy[0]", { ...good, people: [{ id: "chair" }, { id: "guest", busy: [{ from: "2026-09-09T10:00", to: "2026-09-09T10:00" }] }] }],
  ["bad-moment", "guest.busy[0].to", { ...good, people: [{ id: "chair" }, { id: "guest", busy: [{ from: "2026-09-09T10:00", to: "noon" }] }] }],
  ["overlapping-pins", "a", { ...good, meetings: [pinned("a"), pinned("b")] }],
  ["pin-outside-horizon", "a.pinned", { ...good, meetings: [{ ...pinned("a"), pinned: { start: "2026-12-09T10:00" } }] }],
  ["pin-off-grid", "a.pinned", { ...good, meetings: [{ ...pinned("a"), pinned: { start: "2026-09-09T10:05" } }] }],
  [
    "circular-after",
    "a",
    {
      ...good,
      meetings: [
        { id: "a", minutes: 15, after: [{ meeting: "b" }] },
        { id: "b", minutes: 15, after: [{ meeting: "a" }] },
      ],
    },
  ],
  ["missing-holiday-year", "2027", { ...good, horizon: { start: "2026-12-20", days: 30 }, meetings: [{ id: "council", minutes: 60, workingDaysOnly: true }] }],
  ["bad-objective", "finishEarly", { ...good, objective: [{ term: "finishEarly", level: "soft", weight: -1 }] }],
];

test.each(refusals)("refuses with %s, naming %s", (code, item, json) => {
  const read = (): unknown => readProblem(json);

  expect(read).toThrow(SchedulingError);
  expect(read).toThrow(expect.objectContaining({ code, item }));
});

function refusalOf(json: unknown): SchedulingError {
  try {
    readProblem(json);
  } catch (thrown) {
    return thrown as SchedulingError;
  }
  throw new Error("read");
}

test("says of every refusal what is wrong and what to do, in both languages with nothing left open", () => {
  for (const [, , json] of refusals) {
    const error = refusalOf(json);

    for (const language of ["zh-CN", "en"] as const)
      for (const text of [textOfError(error), textOfRemedy(error)]) expect(say(language, text)).not.toMatch(/…|\{|scheduling\./);
  }
});

test.each([
  ["bad-number", { ...good, meetings: [{ ...good.meetings[0], priority: 12 }] }, "“council.priority”的数值是 12", "请写 1 到 9 的整数"],
  [
    "a step",
    withMeeting({ startEvery: 7 }),
    "“council.startEvery”的格式不对",
    "应为：能整除一天 1440 分钟的分钟数，并且每天的时段里有这样的开始时刻（现为 7）",
  ],
  ["a list", { ...good, people: 7 }, "“people”的格式不对", "应为：列表"],
  ["twice", { ...good, people: [{ id: "chair" }, { id: "chair" }] }, "“chair”出现了两次（人员）", "请删去一个，或换一个编号"],
])("shows the numbers and says forms in the reader's language: %s", (_, json, what, remedy) => {
  const error = refusalOf(json);

  expect([say("zh-CN", textOfError(error)), say("zh-CN", textOfRemedy(error))]).toEqual([what, remedy]);
});

test("has a remedy for every code, and no foreign word in a Chinese text", () => {
  const zh = schedulingMessages["zh-CN"];
  const codes = Object.keys(zh).flatMap((key) => /^scheduling\.error\.(.+)$/.exec(key)?.[1] ?? []);

  expect(codes.length).toBeGreaterThan(25);
  for (const code of codes) expect(zh[`scheduling.remedy.${code}`], code).toBeTruthy();
  for (const text of Object.values(zh)) expect(text.replace(/\{\w+\}|JSON|2026-09-09T15:00/g, "")).not.toMatch(/[A-Za-z]/);
});

test("has every text in both languages with the same parameters", () => {
  const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]!).sort();

  for (const [key, text] of Object.entries(schedulingMessages.en)) expect([key, names(text)]).toEqual([key, names(schedulingMessages["zh-CN"][key]!)]);
});

test("marks a plan as a draft when the holidays of a year are not loaded, as long as no rule needs them", () => {
  const problem = readProblem({ ...good, horizon: { start: "2026-12-20", days: 30 } });

  const file = JSON.parse(writePlan(plan(problem, { iterations: 512 }))) as object;

  expect(file).toMatchObject({ isDraft: true, unloadedYears: [2027] });
});

test("writes plans that it reads back, for 50 random problems (seed 3)", () => {
  fc.assert(
    fc.property(fc.nat(100_000), (seed) => {
      const problem = readProblem(JSON.stringify(densePlanCase(seed)));
      const made = plan(problem, { iterations: 512 });

      const read = readPlanFile(writePlan(made));

      expect(read).toEqual(made.assignments);
    }),
    { seed: 3, numRuns: 50 },
  );
});
