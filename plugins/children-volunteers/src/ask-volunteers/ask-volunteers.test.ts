import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const monday = { weekdays: [1], untilOn: "2027-07-12" };
const answer = async (personId: string, verb: "accept" | "decline") =>
  stage.call(`POST /api/children-volunteers/public/asks/:askId/:key/${verb}`, { as: null, params: (await stage.linkTo(personId)) as any });
const show = async (personId: string) =>
  (await stage.call("GET /api/children-volunteers/public/asks/:askId/:key", { as: null, params: (await stage.linkTo(personId)) as any })).body;
const asked = async () => (await stage.letters()).filter(({ text }) => text.includes("还缺一位大人")).map(({ to }) => to);

test("an expired check asks the next three on the rota to stand in; the first yes has the duty, and the others hear that it is settled", async () => {
  const director = await stage.anAdult("罗老师", { firstAidUntil: "2028-01-01" });
  const expired = await stage.anAdult("张强", { checkedOn: "2026-07-11" });
  const people = [];
  for (const n of [1, 2, 3, 4]) people.push(await stage.aVolunteer(n));
  const { programmeId } = await stage.aPlan(monday);

  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [director, expired] } });
  await stage.deliver();
  await stage.deliver();
  const first = await asked();
  const yes = await answer(people[1]!.personId, "accept");
  const late = await answer(people[2]!.personId, "accept");

  expect(first).toEqual(people.slice(0, 3).map(({ personId }) => personId));
  expect(yes.status).toBe(200);
  expect([late.status, late.body.code]).toEqual([409, "children-volunteers.askOver"]);
  expect(await stage.onDuty(programmeId)).toEqual([["罗老师", "志愿者2"].map((name) => name)]);
  expect([(await show(people[1]!.personId)).state, (await show(people[2]!.personId)).state]).toEqual(["accepted", "closed"]);
});

test("who says no is left alone and the next are asked, until nobody is left; it costs nobody anything", async () => {
  const director = await stage.anAdult("罗老师", { firstAidUntil: "2028-01-01" });
  const expired = await stage.anAdult("张强", { checkedOn: "2026-07-11" });
  const people = [];
  for (const n of [1, 2, 3, 4]) people.push(await stage.aVolunteer(n));
  const { programmeId } = await stage.aPlan(monday);
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [director, expired] } });
  await stage.deliver();

  for (const { personId } of people.slice(0, 3)) await answer(personId, "decline");
  const second = await asked();
  await answer(people[3]!.personId, "decline");

  expect(second.slice(3)).toEqual([people[3]!.personId]);
  expect(await asked()).toHaveLength(4);
  expect((await stage.duties())[0].asked.map(({ state }: any) => state)).toEqual(Array(4).fill("declined"));
});

test("whoever was put on duty by turn and cannot come gives the duty back, and the next are asked at once", async () => {
  const people = [];
  for (const n of [1, 2, 3]) people.push(await stage.aVolunteer(n));
  const { programmeId } = await stage.aPlan(monday);
  await stage.must("POST /api/children-volunteers/programmes/:programmeId/fill", { params: { programmeId } });
  const before = await stage.onDuty(programmeId);

  const gone = await answer(people[0]!.personId, "decline");

  expect(before).toEqual([["志愿者1", "志愿者2"]]);
  expect([gone.status, await stage.onDuty(programmeId)]).toEqual([200, [["志愿者2"]]]);
  expect(await asked()).toEqual([people[2]!.personId]);
});

test("a stand-in whose own check was revoked meanwhile is refused by the rules of children's activities, and stays asked", async () => {
  const expired = await stage.anAdult("张强", { checkedOn: "2026-07-11" });
  const { personId, adultId } = await stage.aVolunteer(1);
  const { programmeId } = await stage.aPlan(monday);
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [expired] } });
  await stage.deliver();
  const { adults } = await stage.must("GET /adults");
  await stage.must("POST /checks/:checkId/revocation", { params: { checkId: adults.find(({ id }: any) => id === adultId).checks[0].id } });

  const { status, body } = await answer(personId, "accept");

  expect([status, body.code]).toEqual([409, "children-activities.notVetted"]);
  expect((await show(personId)).state).toBe("asked");
});

test("of two who say yes at the same moment to the one duty that is missing, one has it and the other hears that it is settled", async () => {
  const director = await stage.anAdult("罗老师", { firstAidUntil: "2028-01-01" });
  const expired = await stage.anAdult("张强", { checkedOn: "2026-07-11" });
  const people = [];
  for (const n of [1, 2, 3]) people.push(await stage.aVolunteer(n));
  const { programmeId } = await stage.aPlan(monday);
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [director, expired] } });
  await stage.deliver();

  const both = await Promise.all(people.map(({ personId }) => answer(personId, "accept")));

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await stage.onDuty(programmeId))[0]).toHaveLength(2);
});

test("once whoever was to be stood in for is vetted again, nobody is needed, and a late yes puts nobody on duty", async () => {
  const director = await stage.anAdult("罗老师", { firstAidUntil: "2028-01-01" });
  const expired = await stage.anAdult("张强", { checkedOn: "2026-07-11" });
  const { personId } = await stage.aVolunteer(1);
  const { programmeId } = await stage.aPlan(monday);
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [director, expired] } });
  await stage.deliver();
  const before = (await show(personId)).state;
  const check = { scope: "children", checkedOn: "2027-07-05", verdict: "clear", source: "派出所" };
  await stage.must("POST /adults/:adultId/checks", { params: { adultId: expired }, body: check });

  const late = await answer(personId, "accept");

  expect([before, (await show(personId)).state, late.body.code]).toEqual(["asked", "closed", "children-volunteers.askOver"]);
  expect(await stage.onDuty(programmeId)).toEqual([["罗老师", "张强"]]);
});

test("a link with another key opens nothing, and neither page nor letter names a child or a guardian", async () => {
  const expired = await stage.anAdult("张强", { checkedOn: "2026-07-11" });
  const { personId } = await stage.aVolunteer(1);
  const childId = await stage.aChild(7);
  const { programmeId } = await stage.aPlan(monday);
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [expired] } });
  await stage.deliver();
  const { askId } = await stage.linkTo(personId);

  const wrong = await stage.call("GET /api/children-volunteers/public/asks/:askId/:key", { as: null, params: { askId, key: "a".repeat(22) } });

  expect([wrong.status, wrong.body.code]).toEqual([404, "children-volunteers.linkUnknown"]);
  for (const text of [JSON.stringify(await show(personId)), ...(await stage.letters()).map((letter) => letter.text)])
    expect(text).not.toMatch(/孩子7|监护人7|接送人7/);
  expect(childId).not.toBe("");
});
