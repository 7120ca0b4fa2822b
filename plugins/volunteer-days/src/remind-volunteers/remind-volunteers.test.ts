import { afterEach, beforeEach, expect, test } from "vitest";
import { remindVolunteersJob } from "./remind-volunteers.job.js";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage();
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(() => stage.app.close());

const proofOf = (link: string) => {
  const [signUpId, key] = link.split("/").slice(-2);
  return { signUpId, key };
};
/** The reminders written so far, when the job has run at a time of the evening before. */
async function remindAt(time: string) {
  stage.app.ports.setTime(`2026-09-16T${time}`);
  await stage.app.write("volunteer-days", (ctx: any) => remindVolunteersJob.run(ctx));
  return (await stage.letters()).filter(({ key }) => key.includes("/reminder"));
}

test("a household hears once of all its places, everybody with their own link; others of their own, and those in line of nothing", async () => {
  const own = (await stage.join(dayId, 1)).body.link;
  const child = (await stage.join(dayId, 1, { name: "何小宝", ageBand: "child", by: proofOf(own) })).body.link;
  for (let n = 2; n <= 10; n++) await stage.join(dayId, n);

  const letters = await remindAt("17:20");

  expect(letters.map(({ to }) => to).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `志愿者${n}`).sort());
  const [digest] = letters.filter(({ to }) => to === "志愿者1");
  expect([digest!.text.includes(own), digest!.text.includes(child), digest!.text.includes("何小宝")]).toEqual([true, true, true]);
});

test("however often it runs each is reminded once; a place of the household that came later is told of with the others", async () => {
  const own = (await stage.join(dayId, 1)).body.link;
  await stage.join(dayId, 2);
  await remindAt("17:00");
  const again = await remindAt("17:20");
  const child = (await stage.join(dayId, 1, { name: "何小宝", ageBand: "child", by: proofOf(own) })).body.link;
  const later = await remindAt("18:00");
  const last = await remindAt("18:20");

  expect([again.length, later.length, last.length]).toEqual([2, 3, 3]);
  expect(later.at(-1)!.text).toContain(child);
});

test("when one of a household cancels after it was reminded, the others are not reminded a second time", async () => {
  const own = (await stage.join(dayId, 1)).body.link;
  const child = (await stage.join(dayId, 1, { name: "何小宝", ageBand: "child", by: proofOf(own) })).body;
  const before = await remindAt("17:00");
  const cancel = (link: string) => {
    const [signUpId, key] = link.split("/").slice(-2) as [string, string];
    return stage.call("POST /public/sign-ups/:signUpId/:key/cancel", { as: null, params: { signUpId, key } });
  };
  await cancel(child.link);
  const after = await remindAt("17:40");
  await cancel(own);

  expect([before.length, after.length, (await remindAt("18:00")).length]).toEqual([1, 1, 1]);
});
