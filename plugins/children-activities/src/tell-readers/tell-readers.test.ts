import { readSheet } from "@lianxin/documents";
import { aPerson, aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDoor } from "../testing/open-door.js";
import { openHouse, type OpenHouse } from "../testing/open-house.js";
import { directorsIn, whoRead } from "./who-read.js";

let house: OpenHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.stage.app.close());
const inSession = () => ({ params: { sessionId: house.sessionId } });
const year = (as = "secretary", of = "2027") => house.stage.must("GET /years/:year", { as, params: { year: of } });
/** Times by purpose and reader. */
const told = (readings: readonly any[]) => Object.fromEntries(readings.map(({ purpose, reader, times }) => [`${purpose} ${reader}`, times]));

test("a guardian reads who read their child's data, by name whoever works with it, as what, for what and when, day by day", async () => {
  const { stage, childId, attendanceId } = house;
  for (let n = 0; n < 3; n++) await stage.must("GET /sessions/:sessionId/children", { as: "zhao", ...inSession() });
  await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  await stage.must("GET /attendances/:attendanceId/collectors", { as: "zhao", params: { attendanceId } });
  const door = await openDoor(stage, childId);
  await door.at("/children");
  await door.at("/children/:childId/corrections".replace(":childId", childId), { grade: "二年级" });
  stage.app.ports.setTime("2027-07-12T08:40");

  const { readings } = (await door.at("/children")).children[0];
  const copy = await stage.app.app.http.inject({
    method: "POST",
    url: `/api/children-activities/public/guardians/${door.guardianId}/copy`,
    headers: { "x-lianxin": "1", "idempotency-key": "copy" },
    payload: { token: door.token },
  });

  expect(readings.map(({ on, reader, name, purpose, times }: any) => [on, reader, name, purpose, times])).toEqual([
    ["2027-07-12", "guardian", null, "guardian", 1],
    ["2027-07-12", "director", "罗婷", "keep", 1],
    ["2027-07-12", "adult", "赵文", "handOver", 1],
    ["2027-07-12", "adult", "赵文", "lead", 3],
  ]);
  expect(readings[0].lastAt).toBe("2027-07-12T00:20:00.000Z");
  expect(JSON.stringify(readSheet(copy.rawPayload, "资料.xlsx"))).toContain("赵文 带活动时认人 3 次");
});

test("what was read of another child is not told, and whose name was taken out is told as what they are", async () => {
  const { stage, childId } = house;
  const other = await stage.aChild(2);
  await stage.must("GET /sessions/:sessionId/children", { as: "zhao", ...inSession() });
  await stage.app.write("directory", ({ db }) => db.updateTable("directory_person").set({ fullName: "" }).where("fullName", "=", "赵文").execute());

  const [own, foreign] = [
    (await (await openDoor(stage, childId)).at("/children")).children[0],
    (await (await openDoor(stage, other)).at("/children")).children[0],
  ];

  expect(own.readings.find(({ purpose }: any) => purpose === "lead")).toMatchObject({ reader: "adult", name: null, times: 1 });
  expect(foreign.readings.map(({ purpose }: any) => purpose)).toEqual(["keep"]);
});

test("the yearly report says in sums who read children's data, how often and for what, the page, the file and the sheet alike, and names nobody", async () => {
  const { stage, childId, attendanceId } = house;
  for (let n = 2; n < 7; n++) await stage.aChild(n);
  const before = told((await year()).readings);
  for (let n = 0; n < 3; n++) await stage.must("GET /sessions/:sessionId/children", { as: "zhao", ...inSession() });
  await stage.must("GET /sessions/:sessionId/children", { as: "luo", ...inSession() });
  await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  await stage.must("GET /attendances/:attendanceId/collectors", { as: "zhao", params: { attendanceId } });
  const door = await openDoor(stage, childId);
  for (let n = 0; n < 2; n++) await door.at("/children");

  const { readings } = await year();
  const { text } = await stage.call("GET /years/:year/print", { params: { year: "2027" } });
  const file = await stage.app.app.http.inject({
    method: "GET",
    url: "/api/children-activities/years/2027/file",
    headers: { "x-lianxin": "1", cookie: "secretary" },
  });

  const after = told(readings);
  expect(
    Object.keys(after)
      .filter((key) => after[key] !== before[key])
      .map((key) => [key, after[key] - (before[key] ?? 0)]),
  ).toEqual([
    ["keep director", 1],
    ["lead director", 1],
    ["lead adult", 3],
    ["handOver adult", 1],
    ["guardian guardian", 2],
  ]);
  for (const words of [text, JSON.stringify(readSheet(file.rawPayload, "年报.xlsx"))]) {
    expect(words).toContain("带活动时认人（当班的大人）");
    expect(words).not.toMatch(/赵文|孩子1|监护人1/);
  }
});

test("readings are counted in their year and below the places one may see, and no more once a part of them is not kept", async () => {
  const { stage } = house;
  const { id: placeId } = await aPlace(stage.app, { name: "下湾村", kind: "compound" });
  await aPerson(stage.app, { fullName: "周远", role: "secretary", account: "far", placeId });

  expect(told((await year()).readings)["lead director"]).toBeUndefined();
  await stage.must("GET /sessions/:sessionId/children", { as: "luo", ...inSession() });
  expect([told((await year()).readings)["lead director"], (await year("secretary", "2026")).readings]).toEqual([1, []]);
  expect((await year("far")).readings).toEqual([]);
  stage.app.ports.setTime("2029-12-30T12:00");
  expect(told((await year()).readings)["lead director"]).toBe(1);
  stage.app.ports.setTime("2030-02-01T12:00");
  expect((await year()).readings).toBeNull();
});

test("who once kept a home's data counts as director, whoever led by duty as an adult on duty, and the night's work as the house's", () => {
  const read = (personId: string | null, purpose: string, route = "GET /x") => ({ personId, purpose, route });
  const all = [read("old", "keep"), read("zhao", "lead"), read("luo", "age", "POST /public/guardians/:guardianId/children/:childId/corrections")];
  const directors = directorsIn(all, ["new"]);

  expect([...directors].sort()).toEqual(["new", "old"]);
  expect([read("old", "lead"), read("new", "print"), read("luo", "print"), read(null, "age", "work"), all[2]!].map((one) => whoRead(one, directors))).toEqual([
    "director",
    "director",
    "adult",
    "house",
    "guardian",
  ]);
});
