import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noCounts, publishPlan, setStage, type Stage } from "../testing/stage.js";
import { endConsentsJob } from "../keep-consents/end-consents.job.js";
import { renewBandsJob } from "../keep-bands/renew-bands.job.js";
import { retentionJobs } from "./end-retention.job.js";
import { attendanceKeptUntil, lastYearToEnd, retention, closedKeptUntil } from "./retention.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
/** Each job by itself, as the runner does: in a transaction of its own, whatever became of the one before. Gives those that failed. */
async function night(moment: string): Promise<string[]> {
  stage.app.ports.setTime(moment);
  const failed: string[] = [];
  for (const { id, run } of retentionJobs) await stage.app.write("children-activities", (ctx) => run(ctx)).catch(() => failed.push(id));
  return failed;
}
const rows = (table: string) =>
  stage.app.db
    .selectFrom(`children_activities_${table}` as never)
    .selectAll()
    .execute() as Promise<any[]>;
const count = async (table: string): Promise<number> => (await rows(table)).length;
const figures = async () => {
  const { children, visits, incidents } = await stage.must("GET /years/:year", { params: { year: "2027" } });
  return { children, visits, incidents };
};

/** A morning of six small children, all there and gone home, one of whom fell. */
async function holdMorning(): Promise<string[]> {
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const programmeId = await publishPlan(stage, adults, { weekdays: [1], untilOn: "2027-07-12", expected: { ...noCounts, "6_8": 6 } });
  const childIds: string[] = [];
  for (let n = 0; n < 6; n++) childIds.push(await stage.aChild(n));
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  stage.app.ports.setTime("2027-07-12T08:25");
  const sessionId = (await stage.must("GET /programmes/:programmeId", { params: { programmeId } })).sessions[0].id;
  const params = { sessionId };
  const board = await stage.must("GET /sessions/:sessionId/board", { as: "luo", params });
  for (const { id } of board.posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params });
  for (const { attendanceId } of board.children) await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  await stage.must("POST /sessions/:sessionId/incidents", { as: "luo", params, body: { kind: "accident", words: "孩子摔破了膝盖" } });
  for (const { attendanceId } of board.children) {
    const at = { as: "luo", params: { attendanceId } };
    const { collectors } = await stage.must("GET /attendances/:attendanceId/collectors", at);
    await stage.must("POST /attendances/:attendanceId/codes", at);
    const code = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
    await stage.must("POST /attendances/:attendanceId/hand-over", { ...at, body: { collectorId: collectors[0].id, code } });
  }
  await stage.must("POST /sessions/:sessionId/close", { as: "luo", params });
  return childIds;
}

test("attendance is kept to the end of the school year that begins in its year and not a night longer; the yearly report counts the same after it", async () => {
  await holdMorning();
  const before = await figures();

  await night("2028-08-31T00:25");
  const lastNight = await count("attendance");
  await night("2028-09-01T00:25");
  const [left, after] = [await Promise.all(["attendance", "code", "ladder_step"].map(count)), await figures()];
  await night("2028-09-02T00:25");

  expect([lastNight, left]).toEqual([6, [0, 0, 0]]);
  expect(after).toEqual(before);
  expect([after.children.cells["6_8"], after.visits.total, await count("tally")]).toEqual([6, 6, 6]);
  expect((await rows("incident")).map(({ kind, words }) => [kind, words])).toEqual([["accident", null]]);
});

test("a session nobody closed keeps nothing longer than the others of its year, and is counted with them once", async () => {
  await holdMorning();
  await stage.app.write("children-activities", ({ db }) => db.updateTable("children_activities_session").set({ state: "open", closedAt: null }).execute());
  const before = (await figures()).visits;

  for (const moment of ["2028-09-01T00:25", "2028-09-02T00:25"]) await night(moment);

  expect([await count("attendance"), await count("tally"), (await rows("session")).map(({ state }) => state)]).toEqual([0, 6, ["closed"]]);
  expect((await figures()).visits).toEqual(before);
});

test("a session of a year that was summed already, closed late, is added to it the next night: its visits all, none of its children twice", async () => {
  await holdMorning();
  const before = await figures();
  const [attendances, [session]] = [await rows("attendance"), await rows("session")];
  await night("2028-09-01T00:25");
  await stage.app.write("children-activities", ({ db }) =>
    db
      .insertInto("children_activities_attendance")
      .values(attendances.slice(0, 5).map((row) => ({ ...row, sessionId: session.id })))
      .execute(),
  );

  const failed = await night("2028-09-02T00:25");
  const after = await figures();
  await night("2028-09-03T00:25");

  expect([failed, await count("attendance"), await count("tally")]).toEqual([[], 0, 6]);
  expect(after.children).toEqual(before.children);
  expect([after.visits.total, (await figures()).visits.total]).toEqual([before.visits.total + 5, before.visits.total + 5]);
});

test("one step that fails stops none of the others, and says by its name that it did", async () => {
  const [childId] = await holdMorning();
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  const [session] = await rows("session");
  // A code that hangs on a collector of that day and on no attendance: what is ended with the day cannot be.
  await stage.app.write("children-activities", async ({ db }) => {
    const when = { createdAt: session.startsAt, expiresAt: session.endsAt, usedAt: null };
    const once = { name: "周师傅", phone: null, relation: "叔叔", namedById: guardianId, createdAt: session.startsAt, endedAt: null, confirmedAt: null };
    await db
      .insertInto("children_activities_collector")
      .values({ id: "once", childId: childId!, sessionId: session.id, ...once })
      .execute();
    await db
      .insertInto("children_activities_code")
      .values({ id: "odd", kind: "one_off", guardianId, attendanceId: null, collectorId: "once", tries: 0, ...when })
      .execute();
  });

  const failed = await night("2031-01-09T00:25");

  expect([failed, await count("attendance")]).toEqual([["end-attendance"], 6]);
  expect([(await rows("incident")).map(({ words }) => words), await count("record_check")]).toEqual([[null], 0]);
});

test("who was allowed to collect once is on no list the day after, and forgotten with that day's attendance", async () => {
  const [childId] = await holdMorning();
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  const [session] = await rows("session");
  const once = {
    name: "周师傅",
    phone: null,
    relation: "叔叔",
    namedById: guardianId,
    createdAt: session.startsAt,
    endedAt: null,
    confirmedAt: session.endsAt,
  };
  await stage.app.write("children-activities", ({ db }) =>
    db
      .insertInto("children_activities_collector")
      .values({ id: "once", childId: childId!, sessionId: session.id, ...once })
      .execute(),
  );
  const ended = async () => (await rows("collector")).find(({ id }) => id === "once")?.endedAt;
  stage.app.ports.setTime("2027-07-13T00:05");
  await stage.app.write("children-activities", (ctx) => endConsentsJob.run(ctx));
  const next = await ended();

  await night("2028-08-31T00:25");
  const kept = (await rows("collector")).some(({ id }) => id === "once");
  await night("2028-09-01T00:25");

  expect([next, kept, (await rows("collector")).some(({ id }) => id === "once")]).toEqual(["2027-07-12T16:05:00.000Z", true, false]);
});

test("who turned sixteen is taken by no plan any more, finishes what they were enrolled for, and is erased the night after", async () => {
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const more = { weekdays: [1], fromOn: "2027-08-02", untilOn: "2027-08-02", closesOn: "2027-08-02", expected: { ...noCounts, "13_15": 6 } };
  const programmeId = await publishPlan(stage, adults, more);
  const enrolled = await stage.aChild(1, { bornIn: "2011-07" });
  const free = await stage.aChild(2, { bornIn: "2011-07" });
  const enrol = (childId: string) =>
    stage.call("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [childId] } });
  await enrol(enrolled);
  stage.app.ports.setTime("2027-08-01T00:10");
  await stage.app.write("children-activities", (ctx) => renewBandsJob.run(ctx));
  const late = await enrol(free);
  const corrected = await stage.call("PATCH /children/:childId", { as: "luo", params: { childId: enrolled }, body: { grade: "高一" } });
  const erased = async () => (await rows("child")).filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);

  await night("2027-08-02T00:25");
  const first = await erased();
  await night("2027-08-03T00:25");

  expect([late.body.code, late.body.params.band, corrected.status]).toEqual(["children-activities.bandOutside", "16 岁以上", 200]);
  expect([first, (await erased()).sort()]).toEqual([[free], [enrolled, free].sort()]);
});

test("that an adult was looked up is kept three years after it ended; the report says of such a year that nothing is kept, and gives no part of the number", async () => {
  const [stays, left] = [
    await stage.anAdult("王芳", { familyGroup: "王家", firstAidUntil: "2028-01-01" }),
    await stage.anAdult("赵文", { familyGroup: "赵家" }),
  ];
  await stage.must("PATCH /adults/:adultId", { params: { adultId: left }, body: { hasLeft: true } });
  const told = async () => (await stage.must("GET /years/:year", { params: { year: "2027" } })).checks;
  const groups = async () => Object.fromEntries((await rows("adult")).map(({ id, familyGroup }) => [id, familyGroup]));

  await night("2030-07-04T00:25");
  const kept = [await count("record_check"), await groups(), await told()];
  await night("2030-07-05T00:25");
  const afterLeaving = [await count("record_check"), await groups()];
  await night("2031-01-09T00:25");

  expect(kept).toEqual([2, { [stays]: "王家", [left]: "赵家" }, { cells: { clear: null, not_clear: 0 }, total: null }]);
  expect(afterLeaving).toEqual([1, { [stays]: "王家", [left]: null }]);
  expect([await count("record_check"), await told()]).toEqual([0, null]);
});

test("proof of consent is kept three years after it ended, then every row about an erased child is gone, and its guardian's with it", async () => {
  const [gone, stays] = [await stage.aChild(1), await stage.aChild(2)];
  stage.app.ports.setTime("2027-08-02T10:00");
  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId: gone } });

  await night("2030-08-01T00:25");
  const kept = await Promise.all(["child", "consent", "kin", "collector", "guardian"].map(count));
  await night("2030-08-02T00:25");

  expect(kept).toEqual([2, 8, 2, 2, 2]);
  expect(await Promise.all(["child", "consent", "kin", "collector", "guardian"].map(count))).toEqual([1, 4, 1, 1, 1]);
  expect((await rows("consent")).every(({ childId }) => childId === stays)).toBe(true);
});

test("an answer that was taken back goes three years later; the one the child's data stand on stays as long as the child", async () => {
  const childId = await stage.aChild(1, { consents: { data: true, participation: true, photo: true, health: false } });
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  stage.app.ports.setTime("2027-08-02T10:00");
  await stage.must("POST /children/:childId/consents", { as: "luo", params: { childId }, body: { guardianId, purpose: "photo", isYes: false } });
  const purposes = async () => (await rows("consent")).map(({ purpose, answer }) => `${purpose} ${answer}`).sort();

  await night("2030-08-01T00:25");
  const kept = await purposes();
  await night("2030-08-02T00:25");

  expect(kept).toContain("photo yes");
  expect(await purposes()).toEqual(kept.filter((one) => one !== "photo yes"));
  expect(await count("child")).toBe(1);
});

test("no day is kept less than to the end of its own school year, nor longer than to the end of the next; the law's numbers are dated and cited", () => {
  const day = fc.date({ min: new Date("2021-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const ends = (heldOn: string): string => (heldOn.slice(5) <= "08-31" ? `${heldOn.slice(0, 4)}-08-31` : `${Number(heldOn.slice(0, 4)) + 1}-08-31`);
  fc.assert(
    fc.property(day, day, (heldOn, today) => {
      const until = attendanceKeptUntil(heldOn);

      expect(until >= ends(heldOn) && until <= `${Number(ends(heldOn).slice(0, 4)) + 1}-08-31`).toBe(true);
      expect(Number(heldOn.slice(0, 4)) <= lastYearToEnd(today)).toBe(until < today);
    }),
    { seed: 8 },
  );

  for (const rule of Object.values(retention)) expect([rule.citation.length > 10, /^\d{4}-\d{2}-\d{2}$/.test(rule.from)]).toEqual([true, true]);
});

test("the data of a closed home's children are kept ninety days and not a night longer, unless it opened again", async () => {
  await stage.aChild(1);
  const params = { homeId: stage.homeId };
  const close = (isClosed: boolean) => stage.must("PATCH /homes/:homeId", { params, body: { isClosed } });
  const kept = async () => (await rows("child")).filter(({ deletedAt }) => deletedAt === null).length;
  await close(true);
  await close(false);
  await night("2027-10-10T00:30");
  const reopened = await kept();
  await close(true);

  await night("2028-01-08T00:30");
  const lastNight = await kept();
  await night("2028-01-09T00:30");

  expect([reopened, lastNight, await kept()]).toEqual([1, 1, 0]);
});

test("a home that was closed before anybody was told that its data end has its ninety days from then on", () => {
  expect(["2025-01-31", "2026-11-28", "2026-11-29"].map((closedOn) => closedKeptUntil(closedOn))).toEqual(["2027-02-26", "2027-02-26", "2027-02-27"]);
});
