import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noCounts, planBody, setStage, type Stage } from "../testing/stage.js";
import { mostAtOnce } from "./share-home.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
/** A plan of one Monday; the home has 40 seats, an 活动室 and an 阅览室. */
const monday = (more: object = {}) => planBody(stage.homeId, { weekdays: [1], untilOn: "2027-07-12", ...more });
const plan = (more: object = {}) => stage.call("POST /programmes", { body: monday(more) });
const change = (programmeId: string, more: object, version = 1) => {
  const { homeId: _, ...body } = monday(more);
  return stage.call("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...body, version } });
};
const told = ({ status, body }: { status: number; body: any }) => (status === 200 ? 200 : `${body.code.split(".")[1]} ${body.field}`);

test("the most places at a moment of a date are those of counting minute by minute", () => {
  const use = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, minutes, places]) => ({ from, until: from + minutes, places }));
  const time = (minutes: number) => new Date(Date.UTC(2027, 6, 12, 0, minutes)).toISOString();
  fc.assert(
    fc.property(use, fc.array(use, { maxLength: 6 }), (own, others) => {
      let most = 0;
      for (let minute = own.from; minute < own.until; minute++) {
        let places = own.places;
        for (const one of others) if (one.from <= minute && minute < one.until) places += one.places;
        most = Math.max(most, places);
      }
      const asUse = (id: string, { from, until, places }: typeof own) => ({ id, startsAt: time(from), endsAt: time(until), room: null, places });

      expect(
        mostAtOnce(
          asUse("own", own),
          others.map((one, i) => asUse(`o${i}`, one)),
        ),
      ).toBe(most);
    }),
    { seed: 13, numRuns: 500 },
  );
});

test("two activities of one hour at a home each have a room of their own; without one a plan takes the whole home", async () => {
  const whole = await plan();
  const second = [await plan(), await plan({ room: "阅览室" }), await plan({ room: "操场" })];
  const roomed = await change(whole.body.id, { room: "活动室" });
  const beside = [await plan({ room: "活动室", startTime: "10:30", endTime: "12:00" }), await plan({ room: "活动室", startTime: "11:00", endTime: "12:00" })];
  const other = await plan({ room: "阅览室", startTime: "10:30", endTime: "11:30" });
  const moved = await change(beside[1]!.body.id, { room: "阅览室", startTime: "11:00", endTime: "12:00" });
  const shown = await stage.must("GET /programmes/:programmeId", { params: { programmeId: whole.body.id } });

  expect(second.map(told)).toEqual(["roomTaken body.room", "roomTaken body.room", "roomUnknown body.room"]);
  expect(second[0]!.body.params).toEqual({ day: "2027-07-12", title: "防溺水和阅读" });
  expect([told(roomed), ...beside.map(told), told(other), told(moved)]).toEqual([200, "roomTaken body.room", 200, 200, "roomTaken body.room"]);
  expect([shown.room, shown.rooms]).toEqual(["活动室", ["活动室", "阅览室"]]);
});

test("the places of an hour are at most the seats of the home, of one activity and of several", async () => {
  const places = (count: number, room: string) => ({ room, expected: { ...noCounts, "6_8": count } });
  const tooMany = await plan(places(41, "活动室"));
  const first = await plan(places(30, "活动室"));
  const [more, fits] = [await plan(places(11, "阅览室")), await plan(places(10, "阅览室"))];

  expect([told(tooMany), told(first), told(more), told(fits)]).toEqual(["seatsShort body.expected", 200, "seatsShort body.expected", 200]);
  expect(more.body.params).toEqual({ day: "2027-07-12", places: 41, seats: 40 });
});

test("of two who plan the whole home for one hour at the same moment, one is done", async () => {
  for (const startTime of ["08:00", "09:00", "10:00"]) {
    const hour = { startTime, endTime: `${startTime.slice(0, 2)}:50` };
    const done = await Promise.all([plan(hour), plan(hour)]);

    expect(done.map(told).sort()).toEqual([200, "roomTaken body.room"]);
  }
});

test("whatever is planned, changed, called off and held after all, no two dates that share a minute share a room, and no minute has more places than seats", async () => {
  const rooms = fc.constantFrom(undefined, "活动室", "活动室", "阅览室", "阅览室");
  const step = fc.record({
    kind: fc.constantFrom("plan", "plan", "change", "off", "on"),
    which: fc.nat(5),
    room: rooms,
    hour: fc.integer({ min: 8, max: 11 }),
    places: fc.integer({ min: 5, max: 35 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 16 }), async (story) => {
      await stage.app.close();
      stage = await setStage();
      const ids: string[] = [];
      const read = async () => Promise.all(ids.map((programmeId) => stage.must("GET /programmes/:programmeId", { params: { programmeId } })));
      for (const { kind, which, room, hour, places } of story) {
        const hours = { startTime: `${String(hour).padStart(2, "0")}:00`, endTime: `${String(hour + 1).padStart(2, "0")}:30` };
        const more = { ...hours, ...(room && { room }), expected: { ...noCounts, "6_8": places } };
        const plans = await read();
        const one = plans[which % Math.max(1, plans.length)];
        if (kind === "plan" || !one) {
          const { status, body } = await plan(more);
          if (status === 200) ids.push(body.id);
        } else if (kind === "change") await change(one.id, more, one.version);
        else if (kind === "off")
          await stage.call("POST /sessions/:sessionId/call-off", { params: { sessionId: one.sessions[0].id }, body: { reason: "台风" } });
        else await stage.call("POST /sessions/:sessionId/call-off-undone", { params: { sessionId: one.sessions[0].id } });
        const taken = new Map<number, { rooms: (string | null)[]; places: number }>();
        for (const { room: own, expected, sessions } of await read())
          for (const { state, startsAt, endsAt } of sessions)
            for (let at = Date.parse(startsAt); state !== "cancelled" && at < Date.parse(endsAt); at += 60_000) {
              const minute = taken.get(at) ?? { rooms: [], places: 0 };
              const isShared = minute.rooms.some((other) => other === null || own === null || other === own);
              taken.set(at, { rooms: [...minute.rooms, own], places: minute.places + expected["6_8"] });
              expect([kind, isShared, taken.get(at)!.places <= 40]).toEqual([kind, false, true]);
            }
      }
    }),
    { seed: 13, numRuns: 5 },
  );
}, 120_000);
