import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noCounts, planBody, publishPlan, setStage, type Called, type Stage } from "../testing/stage.js";
import { overlaps } from "./elsewhere.js";

let stage: Stage;
let adults: string[];
let others: string[];
beforeEach(() => setHouse());
afterEach(() => stage.app.close());

/** A home with two pairs of adults, so that it can hold two activities at once. */
async function setHouse(): Promise<void> {
  stage = await setStage();
  adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  others = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("钱静")];
}
const reading = { title: "阅读", room: "阅览室", weekdays: [1, 2], untilOn: "2027-07-13" };
const swimming = { title: "防溺水", room: "活动室", weekdays: [2, 3], fromOn: "2027-07-13", untilOn: "2027-07-14", startTime: "10:00", endTime: "12:00" };
const enrol = (programmeId: string, childIds: readonly string[], againIds: readonly string[] = []) =>
  stage.call("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds, againIds } });
const plan = (programmeId: string) => stage.must("GET /programmes/:programmeId", { params: { programmeId } });
interface OnList {
  readonly id: string;
  readonly childId: string;
  readonly state: string;
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly held: string;
}
/** Every child on every list. */
const rows = (): Promise<OnList[]> =>
  stage.app.write<any>("children-activities", ({ db }) =>
    db
      .selectFrom("children_activities_attendance as row")
      .innerJoin("children_activities_session as session", "session.id", "row.sessionId")
      .select(["row.id as id", "row.childId as childId", "row.state as state", "session.id as sessionId", "session.startsAt as startsAt"])
      .select(["session.endsAt as endsAt", "session.state as held"])
      .orderBy("session.startsAt")
      .execute(),
  );
const onLists = async (programmeId: string) => {
  const { sessions } = await plan(programmeId);
  const days = new Map<string, string>(sessions.map(({ id, heldOn }: any) => [id, heldOn]));
  return (await rows()).flatMap(({ sessionId, state }) => (days.has(sessionId) && state !== "cancelled" ? [days.get(sessionId)!] : []));
};
const desk = (path: string, attendanceId: string, more: Called = {}) => stage.call(path, { as: "luo", params: { attendanceId }, ...more });
const arrive = (attendanceId: string) => desk("POST /attendances/:attendanceId/arrival", attendanceId);

/** A child on the lists of two activities of one morning, the second from 11:00 on, both open at 10:30 and each with its adults. */
async function openBoth(): Promise<[OnList, OnList]> {
  const monday = { weekdays: [1], untilOn: "2027-07-12", expected: { ...noCounts, "9_12": 8 } };
  const programmes = [
    await publishPlan(stage, adults, { ...monday, title: "阅读" }),
    await publishPlan(stage, others, { ...monday, title: "画画", startTime: "11:00", endTime: "12:00" }),
  ];
  const childId = await stage.aChild(1, { bornIn: "2015-06", aloneRoute: "沿村道到三组" });
  for (const programmeId of programmes) await enrol(programmeId, [childId]);
  stage.app.ports.setTime("2027-07-12T10:30");
  const [first, second] = await rows();
  for (const { sessionId } of [first!, second!]) {
    const params = { sessionId };
    for (const { id } of (await stage.must("GET /sessions/:sessionId/board", { as: "luo", params })).posts)
      await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
    await stage.must("POST /sessions/:sessionId/open", { as: "luo", params });
  }
  return [first!, second!];
}

test("two dates clash exactly when they share a minute", () => {
  const span = fc.tuple(fc.integer({ min: 480, max: 600 }), fc.integer({ min: 1, max: 60 })).map(([from, minutes]) => ({ from, until: from + minutes }));
  const time = (minutes: number) => new Date(Date.UTC(2027, 6, 12, 0, minutes)).toISOString();
  fc.assert(
    fc.property(span, span, (one, other) => {
      let shared = 0;
      for (let minute = 480; minute < 700; minute++) if (minute >= one.from && minute < one.until && minute >= other.from && minute < other.until) shared++;
      const asSpan = (id: string, { from, until }: typeof one) => ({ id, startsAt: time(from), endsAt: time(until) });

      expect(overlaps(asSpan("a", one), asSpan("b", other))).toBe(shared > 0);
    }),
    { seed: 13, numRuns: 500 },
  );
});

test("a child on the list of one activity is enrolled for another on the days it is free, and refused with the day and the activity where it never is", async () => {
  const [books, water] = [await publishPlan(stage, adults, reading), await publishPlan(stage, others, swimming)];
  const childId = await stage.aChild(1);
  await enrol(books, [childId]);

  const some = await enrol(water, [childId]);
  const { programmes } = await stage.must("GET /homes/:homeId/openings", { as: "luo", params: { homeId: stage.homeId } });
  const standing = programmes.find(({ programmeId }: any) => programmeId === water).children[0];

  expect([some.body, await onLists(water)]).toEqual([{ children: 1, dates: 1 }, ["2027-07-14"]]);
  expect([standing.standing, standing.agreed, standing.busy]).toEqual(["enrolled", 1, 1]);
});

test("a child who is on another list at the time of every date is refused, with the day and the activity named, and nobody is enrolled with it", async () => {
  const tuesday = { weekdays: [2], fromOn: "2027-07-13", untilOn: "2027-07-13" };
  const [books, water] = [await publishPlan(stage, adults, reading), await publishPlan(stage, others, { ...swimming, ...tuesday })];
  const [busy, free] = [await stage.aChild(1), await stage.aChild(2)];
  await enrol(books, [busy]);

  const { status, body } = await enrol(water, [busy, free]);

  expect([status, body.code, body.params, body.field]).toEqual([409, "children-activities.childBusy", { day: "2027-07-13", title: "阅读" }, "body.childIds"]);
  expect(await onLists(water)).toEqual([]);
});

test("of two who enrol one child for two activities of one hour at the same moment, one is done", async () => {
  const day = { weekdays: [1], untilOn: "2027-07-12" };
  const programmes = [
    await publishPlan(stage, adults, { ...reading, ...day }),
    await publishPlan(stage, others, { ...swimming, ...day, fromOn: "2027-07-12" }),
  ];
  for (let n = 1; n <= 4; n++) {
    const childId = await stage.aChild(n);
    const done = await Promise.all(programmes.map((programmeId) => enrol(programmeId, [childId])));

    expect(done.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await rows()).filter((row) => row.childId === childId)).toHaveLength(1);
  }
});

test("a child is there at one activity only: let in at the next when it was signed out of the first, which is then not taken back", async () => {
  const [first, second] = await openBoth();
  await arrive(first.id);
  const early = await arrive(second.id);
  await desk("POST /attendances/:attendanceId/alone", first.id);
  const then = await arrive(second.id);
  const back = await desk("POST /attendances/:attendanceId/departure-undone", first.id);

  expect([early.status, early.body.code, early.body.params]).toEqual([409, "children-activities.childElsewhere", { title: "阅读" }]);
  expect([then.status, back.body.code]).toEqual([200, "children-activities.childElsewhere"]);
  expect((await rows()).map(({ state }) => state)).toEqual(["alone", "present"]);
});

test("two who mark one child as there at two activities at the same moment: one lets it in", async () => {
  const lists = await openBoth();
  const came = await Promise.all(lists.map(({ id }) => arrive(id)));

  expect(came.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await rows()).filter(({ state }) => state === "present")).toHaveLength(1);
});

test("whatever is planned, moved, called off, held after all, enrolled and agreed to, no child is on two lists that share a minute", async () => {
  const step = fc.record({
    kind: fc.constantFrom("enrol", "enrol", "again", "move", "move", "off", "on", "no", "yes"),
    programme: fc.nat(1),
    child: fc.nat(1),
    date: fc.nat(1),
    hour: fc.integer({ min: 8, max: 11 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 18 }), async (story) => {
      await stage.app.close();
      await setHouse();
      const bodies = [planBody(stage.homeId, reading), planBody(stage.homeId, { ...swimming, weekdays: [1, 2], fromOn: "2027-07-12", untilOn: "2027-07-13" })];
      const programmes = [await publishPlan(stage, adults, bodies[0]), await publishPlan(stage, others, bodies[1])];
      const children = [await stage.aChild(1), await stage.aChild(2)];
      const { children: listed } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
      for (const { kind, programme, child, date, hour } of story) {
        stage.app.ports.advance(1000);
        const [programmeId, childId] = [programmes[programme]!, children[child]!];
        const params = { programmeId };
        const { sessions, version } = await plan(programmeId);
        const session = { params: { sessionId: sessions[date % sessions.length].id } };
        if (kind === "enrol") await enrol(programmeId, [childId]);
        if (kind === "again") await enrol(programmeId, [], [childId]);
        if (kind === "off") await stage.call("POST /sessions/:sessionId/call-off", { ...session, body: { reason: "台风" } });
        if (kind === "on") await stage.call("POST /sessions/:sessionId/call-off-undone", session);
        if (kind === "move") {
          const { homeId: _, ...body } = bodies[programme]!;
          const hours = { startTime: `${String(hour).padStart(2, "0")}:00`, endTime: `${String(hour + 2).padStart(2, "0")}:00` };
          await stage.call("PUT /programmes/:programmeId", { params, body: { ...body, ...hours, version } });
          await stage.call("POST /programmes/:programmeId/director-signature", { as: "luo", params });
          await stage.call("POST /programmes/:programmeId/community-signature", { params });
          await stage.call("POST /programmes/:programmeId/publish", { params });
        }
        if (kind === "no" || kind === "yes") {
          const { guardianId } = listed.find(({ id }: any) => id === childId).guardians[0];
          const body = { guardianId, purpose: "participation", isYes: kind === "yes" };
          await stage.call("POST /children/:childId/consents", { as: "luo", params: { childId }, body });
        }
        const taken = new Set<string>();
        for (const row of await rows()) {
          if (row.state !== "enrolled" || row.held === "cancelled") continue;
          for (let at = Date.parse(row.startsAt); at < Date.parse(row.endsAt); at += 60_000) {
            expect([kind, taken.has(`${row.childId} ${at}`)]).toEqual([kind, false]);
            taken.add(`${row.childId} ${at}`);
          }
        }
      }
    }),
    { seed: 13, numRuns: 5 },
  );
}, 120_000);
