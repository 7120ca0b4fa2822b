import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ posts: [members(5)] });
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
/** What the directory knows of him; vouched for by whoever wrote it down, or only said. */
const knowPhone = (isConfirmed: boolean) =>
  stage.app.write("directory", ({ services }) => services.channels.add(stage.he, { kind: "phone", address: phoneOf(1), enteredBy: null, isConfirmed }));
const tap = () => stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId }, body: {} });
const him = { name: "何志远", phone: phoneOf(1) };
const enrol = () =>
  stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { ...him, ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] },
  });
const rows = (): Promise<any[]> =>
  stage.app.db
    .selectFrom("volunteer_days_volunteer" as never)
    .selectAll()
    .execute();

test("who was enrolled by name and phone and then taps is the same human: one row, one place, found by whose turn it is", async () => {
  await knowPhone(true);
  await enrol();
  const typed = (await stage.join(dayId, 1, him)).body;

  const tapped = (await tap()).body;
  const again = (await stage.join(dayId, 1, him)).body;

  expect([tapped.isKnown, tapped.number, again.isKnown]).toEqual([true, typed.number, true]);
  expect((await rows()).map(({ personId }) => personId)).toEqual([stage.he]);
  expect(await stage.app.write("volunteer-days", ({ services }) => services.others.onRota([stage.he]))).toEqual([stage.he]);
});

test("who tapped first and is then written down by name and phone is the same human as well", async () => {
  await knowPhone(true);
  await tap();

  const { body } = await stage.join(dayId, 1, him);
  await enrol();

  expect([body.isKnown, body.link, (await rows()).length]).toEqual([true, null, 1]);
});

test("another name, or a phone that nobody vouched for, makes nobody the same", async () => {
  await knowPhone(false);
  await stage.join(dayId, 1, him);
  await stage.join(dayId, 1, { name: "何小宇", phone: phoneOf(1) });

  const { body } = await tap();

  expect([body.isKnown, (await rows()).length]).toEqual([false, 3]);
});
