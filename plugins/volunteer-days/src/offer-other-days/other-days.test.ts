import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(1)], untilOn: "2026-10-22" });
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const linkOf = (answer: any) => {
  const [signUpId, key] = answer.body.link.split("/").slice(-2);
  return { as: null, params: { signUpId, key } };
};
const join = async (day: string, n: number) => stage.join((await stage.day(day)).id, n);
const shown = async (own: any) => (await stage.call("GET /public/sign-ups/:signUpId/:key", own)).body;
const cancel = (own: any) => stage.call("POST /public/sign-ups/:signUpId/:key/cancel", own);
const datesOf = ({ otherDays }: any) => otherDays.map(({ startsAt }: any) => startsAt.slice(0, 10));

test("whoever gives a place back is shown the next days with a place for them, and not those that are full, theirs, undecided or called off", async () => {
  const own = linkOf(await join("2026-09-17", 1));
  await join("2026-09-24", 2);
  await join("2026-10-08", 1);
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: (await stage.day("2026-10-15")).id }, body: { reason: "rain" } });
  const before = await shown(own);
  await cancel(own);

  const after = await shown(own);

  expect(before.otherDays).toEqual([]);
  expect(datesOf(after)).toEqual(["2026-10-22"]);
  expect(after.otherDays[0]).toMatchObject({ title: "扮靓周四", siteName: "小区1", meetingPoint: "党群服务中心门口" });
});

test("one tap takes the place of another day, with a link of its own; when it is gone by then, they stand in line there", async () => {
  const own = linkOf(await join("2026-09-17", 1));
  await cancel(own);
  const [{ dayId }] = (await shown(own)).otherDays;

  const taken = await stage.call("POST /public/sign-ups/:signUpId/:key/other-days", { ...own, body: { dayId } });
  const [second] = (await shown(own)).otherDays;
  await stage.join(second.dayId, 5);
  const late = await stage.call("POST /public/sign-ups/:signUpId/:key/other-days", { ...own, body: { dayId: second.dayId } });

  expect(taken.body).toMatchObject({ state: "confirmed", number: "0924-1", isKnown: false });
  expect((await shown(linkOf(taken))).name).toBe("志愿者1");
  expect(late.body).toMatchObject({ state: "waiting", queue: 1 });
});

test("a day called off offers others too, a minor none that asks for adults, and a day of nobody is refused with its field", async () => {
  const answer = await stage.join((await stage.day("2026-09-17")).id, 3, { ageBand: "youth", hasGuardian: true });
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: (await stage.day("2026-09-17")).id }, body: { reason: "rain" } });
  const odd = await stage.call("POST /public/sign-ups/:signUpId/:key/other-days", { ...linkOf(answer), body: { dayId: "nobody" } });
  const strange = await stage.call("POST /public/sign-ups/:signUpId/:key/other-days", {
    ...{ as: null, params: { ...linkOf(answer).params, key: "x".repeat(22) } },
    body: { dayId: "nobody" },
  });
  const offered = datesOf(await shown(linkOf(answer)));
  await stage.app.write("volunteer-days", ({ db }: any) => db.updateTable("volunteer_days_post").set({ isAdultsOnly: true }).execute());

  expect(offered).toEqual(["2026-09-24", "2026-10-08", "2026-10-15"]);
  expect((await shown(linkOf(answer))).otherDays).toEqual([]);
  expect([odd.body.code, odd.body.field, strange.status]).toEqual(["volunteer-days.dayUnknown", "body.dayId", 404]);
});
