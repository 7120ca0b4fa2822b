import { afterEach, beforeEach, expect, test } from "vitest";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let volunteerId: string;
const asked = { name: "志愿者1", phone: phoneOf(1), ageBand: "adult", mayLead: true, isReserve: false, knownSiteIds: [], skills: "急救" };
beforeEach(async () => {
  stage = await setStage();
  const { body } = await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body: asked });
  volunteerId = body.id;
});
afterEach(() => stage.app.close());
const leave = () => stage.call("POST /volunteers/:volunteerId/leave", { params: { volunteerId } });
const putBack = () => stage.call("POST /volunteers/:volunteerId/return", { params: { volunteerId } });
const list = async (): Promise<any[]> => (await stage.call("GET /volunteers")).body.volunteers;

test("whom the desk took off the rota by mistake is put back as they were, and a second press of either changes nothing", async () => {
  const before = await list();

  await leave();
  await leave();
  const during = await list();
  const answers = [await putBack(), await putBack()];

  expect([during, await list(), answers.map(({ status }) => status)]).toEqual([[], before, [200, 200]]);
  const deeds = (await stage.app.audited()).map(({ action }) => action).filter((action) => /rota\.(leave|back)/.test(action));
  expect(deeds).toEqual(["volunteer-days.rota.leave", "volunteer-days.rota.back"]);
});

test("nobody is put on the rota this way who was taken off more than a day ago, or never said yes", async () => {
  await leave();
  stage.app.ports.setTime("2026-09-30T09:00");
  const late = await putBack();
  await stage.join((await stage.day("2026-10-08")).id, 2);
  volunteerId = (
    await stage.app.db
      .selectFrom("volunteer_days_volunteer" as never)
      .selectAll()
      .execute()
  )
    .map(({ id }: any) => id)
    .find((id: string) => id !== volunteerId)!;
  const never = await putBack();

  expect([late.body.code, never.body.code, await list()]).toEqual(["volunteer-days.notTakenOff", "volunteer-days.notTakenOff", []]);
});
