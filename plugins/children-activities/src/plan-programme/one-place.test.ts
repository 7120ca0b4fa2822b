import { aPerson, aVenue } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let adults: string[];
beforeEach(async () => {
  stage = await setStage();
  adults = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
});
afterEach(() => stage.app.close());
const monday = { weekdays: [1], untilOn: "2027-07-12" };
/** Another home in the village, directed by luo too. */
async function otherHome(): Promise<string> {
  const venueId = await aVenue(stage.app, { placeId: stage.placeId, name: "上湾村第二儿童之家", kind: "childrens_home", seats: 40 });
  return (await stage.must("POST /homes", { body: { venueId, directorId: stage.luo, rooms: [] } })).id;
}

test("a plan moved to hours at which somebody is on duty elsewhere is refused, and stays as it was", async () => {
  await publishPlan(stage, adults, monday);
  const late = { ...monday, startTime: "14:00", endTime: "16:00", homeId: await otherHome() };
  const programmeId = await publishPlan(stage, adults, late);
  const change = (startTime: string, endTime: string) => {
    const { homeId: _, ...plan } = planBody(late.homeId, { ...late, startTime, endTime });
    return stage.call("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...plan, version: 1 } });
  };

  const clash = await change("10:30", "12:00");
  const { startTime, sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  const apart = await change("11:00", "12:30");

  expect([clash.body.code, clash.body.field, startTime, sessions[0].state]).toEqual(["children-activities.adultBusy", "body.startTime", "14:00", "published"]);
  expect(apart.status).toBe(200);
});

test("who is still with the children of one home is not let in at another", async () => {
  await publishPlan(stage, adults, monday);
  await publishPlan(stage, adults, { ...monday, startTime: "11:00", endTime: "12:00", homeId: await otherHome() });
  stage.app.ports.setTime("2027-07-12T10:30");
  const { sessions } = await stage.must("GET /mine", { as: "luo" });
  const postOf = async (sessionId: string): Promise<string> =>
    (await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } })).posts.find(({ adultId }: any) => adultId === adults[0]).id;
  const arrive = async (sessionId: string) => stage.call("POST /posts/:postId/arrival", { as: "luo", params: { postId: await postOf(sessionId) } });
  const first = await arrive(sessions[0].id);

  const second = await arrive(sessions[1].id);
  await stage.must("POST /posts/:postId/leaving", { as: "luo", params: { postId: await postOf(sessions[0].id) }, body: { reason: "" } });

  expect([first.status, second.body.code, (await arrive(sessions[1].id)).status]).toEqual([200, "children-activities.adultBusy", 200]);
});

test("of two who put one person on duty at two homes at the same moment, written down at two places, one is refused", async () => {
  const both = { ...monday, expected: { "6_8": 8, "9_12": 0, "13_15": 0 } };
  const personId = await aPerson(stage.app, { fullName: "钱静", role: "volunteer", placeId: stage.placeId });
  const near = await stage.anAdult("钱静", { personId });
  const { id: far } = await stage.must("POST /places/:path/adults", {
    params: { path: stage.community.path },
    body: { personId, kind: "volunteer", isWoman: true, trainedOn: "2027-01-05" },
  });
  const [{ id: here }, { id: there }] = [
    await stage.must("POST /programmes", { body: planBody(stage.homeId, both) }),
    await stage.must("POST /programmes", { body: planBody(await otherHome(), both) }),
  ];
  const sessionOf = async (programmeId: string): Promise<string> =>
    (await stage.must("GET /programmes/:programmeId", { params: { programmeId } })).sessions[0].id;
  const [first, second] = [await sessionOf(here), await sessionOf(there)];
  const outcomes: number[] = [];

  for (let round = 0; round < 5; round++) {
    const put = await Promise.all([
      stage.call("POST /programmes/:programmeId/posts", { params: { programmeId: here }, body: { adultIds: [near] } }),
      stage.call("POST /sessions/:sessionId/posts", { params: { sessionId: second }, body: { adultId: far } }),
    ]);
    outcomes.push(put.filter(({ status }) => status === 200).length);
    for (const sessionId of [first, second])
      for (const post of (await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } })).posts)
        await stage.call("POST /posts/:postId/end", { params: { postId: post.id } });
  }

  expect(outcomes).toEqual([1, 1, 1, 1, 1]);
});

test("two who mark one person as there at two homes at the same moment: one is let in", async () => {
  const { must } = stage;
  await publishPlan(stage, adults, monday);
  await publishPlan(stage, adults, { ...monday, startTime: "11:00", endTime: "12:00", homeId: await otherHome() });
  stage.app.ports.setTime("2027-07-12T10:30");
  const { sessions } = await must("GET /mine", { as: "luo" });
  const posts = await Promise.all(
    sessions.map(async ({ id: sessionId }: any) =>
      (await must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } })).posts.find(({ adultId }: any) => adultId === adults[0]),
    ),
  );

  const came = await Promise.all(posts.map(({ id }) => stage.call("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } })));

  expect(came.map(({ status }) => status).sort()).toEqual([200, 409]);
});
