import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const take = (as: string | null, sessionId: string) => stage.call("POST /api/children-volunteers/sessions/:sessionId/own-duty", { as, params: { sessionId } });
const mine = async (as: string) => (await stage.call("GET /api/children-volunteers/mine", { as })).body;

test("a vetted volunteer sees where an adult is missing and takes the duty with one press; the same again gives the same", async () => {
  await stage.aVolunteer(1, { account: "v1" });
  const { programmeId, sessionIds } = await stage.aPlan();
  const before = await mine("v1");

  const [first, again] = [await take("v1", sessionIds[1]!), await take("v1", sessionIds[1]!)];

  expect(before.duties.map(({ sessionId }: any) => sessionId)).toEqual(sessionIds);
  expect([first.status, again.status, again.body.id === first.body.id]).toEqual([200, 200, true]);
  expect(await stage.onDuty(programmeId)).toEqual([[], ["志愿者1"], [], [], []]);
  expect((await mine("v1")).duties.map(({ sessionId }: any) => sessionId)).toEqual(sessionIds.filter((id) => id !== sessionIds[1]));
});

test("an unchecked one, one who is not on the rota, one who cleans then, a stranger and nobody at all are refused, each with the reason", async () => {
  await stage.aVolunteer(1, { account: "unchecked", checkedOn: null });
  await stage.aVolunteer(2, { account: "offRota", isOnRota: false });
  await stage.aVolunteer(3, { account: "busy" });
  const [day] = await stage.app.write(
    "volunteer-days",
    ({ services }) => services.series.days(stage.seriesId, "2027-07-12", "2027-07-12") as Promise<{ id: string }[]>,
  );
  await stage.must("POST /api/volunteer-days/days/:dayId/sign-ups", { as: "busy", params: { dayId: day!.id }, body: {} });
  const { programmeId, sessionIds } = await stage.aPlan();

  const answers = [];
  for (const as of ["unchecked", "offRota", "busy", "he", null]) answers.push(await take(as, sessionIds[0]!));
  const over = await take("busy", "no such session");

  expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    "409 children-activities.notVetted",
    "409 children-volunteers.notOnRota",
    "409 children-volunteers.busyThen",
    "409 children-volunteers.notOnRota",
    expect.stringMatching(/^401 /),
  ]);
  expect([over.status, over.body.code]).toEqual([404, "children-volunteers.noDuty"]);
  expect((await stage.onDuty(programmeId)).flat()).toEqual([]);
  expect((await mine("unchecked")).duties).toEqual([]);
});
