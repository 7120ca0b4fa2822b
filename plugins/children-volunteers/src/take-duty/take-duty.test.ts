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
  const shown = [];
  for (const as of ["unchecked", "offRota", "busy"]) shown.push((await mine(as)).duties.map(({ sessionId }: any) => sessionId));
  expect(shown).toEqual([[], [], sessionIds.slice(1)]);
});

test("a duty one took oneself is given back the same way, once, and stands open again for the next", async () => {
  await stage.aVolunteer(1, { account: "v1" });
  const { programmeId, sessionIds } = await stage.aPlan();
  await take("v1", sessionIds[1]!);
  await take("v1", sessionIds[1]!);
  const { asks } = await mine("v1");
  const [askId, key] = asks[0].link.split("/").slice(-2);
  const letters = (await stage.letters()).length;

  const given = await stage.call("POST /api/children-volunteers/public/asks/:askId/:key/decline", { as: "v1", params: { askId, key } });

  expect([asks.length, asks[0].state, letters, given.status]).toEqual([1, "accepted", 0, 200]);
  expect([(await mine("v1")).asks, (await stage.onDuty(programmeId)).flat()]).toEqual([[], []]);
});

test("who was put on duty by turn and is taken off by the planner is told not to come, and asked nothing more", async () => {
  const { personId } = await stage.aVolunteer(1, { account: "v1" });
  const { programmeId, sessionIds } = await stage.aPlan();
  await stage.must("POST /api/children-volunteers/programmes/:programmeId/fill", { params: { programmeId } });
  const { sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  const link = await stage.linkTo(personId);
  await stage.must("POST /posts/:postId/end", { params: { postId: sessions.at(-1).posts[0].id } });
  await stage.deliver();

  const { asks } = await mine("v1");
  const letter = (await stage.letters()).at(-1)!;
  const late = await stage.call("POST /api/children-volunteers/public/asks/:askId/:key/decline", { as: null, params: { ...link } });

  expect(asks.map(({ sessionId }: any) => sessionId)).toEqual(sessionIds.slice(0, -1));
  expect([letter.to, letter.text.includes("你不用来了")]).toEqual([personId, true]);
  expect([(await stage.must("GET /api/children-volunteers/public/asks/:askId/:key", { as: null, params: { ...link } })).state, late.body.code]).toEqual([
    "off",
    "children-volunteers.askOver",
  ]);
});

test("where one was asked to come stands once, as what asks for an answer", async () => {
  await stage.aVolunteer(1, { account: "v1" });
  const { sessionIds } = await stage.aPlan();
  await stage.must("POST /api/children-volunteers/sessions/:sessionId/asks", { params: { sessionId: sessionIds[0]! } });

  const { asks, duties } = await mine("v1");

  expect([asks, duties].map((all: any[]) => all.map(({ sessionId }) => sessionId))).toEqual([sessionIds.slice(0, 1), sessionIds.slice(1)]);
});
