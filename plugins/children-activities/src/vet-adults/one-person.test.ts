import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const adults = async () => (await stage.must("GET /adults")).adults as { id: string; personId: string; vetting: string }[];
const check = (adultId: string, checkedOn: string, verdict: string) =>
  stage.must("POST /adults/:adultId/checks", { params: { adultId }, body: { scope: "children", checkedOn, verdict, source: "派出所" } });

test("a record that was not clear stays with the person who leaves and is written down anew, until a later one is clear", async () => {
  const first = await stage.anAdult("王芳", { checkedOn: null });
  await check(first, "2027-07-01", "not_clear");
  const { personId } = (await adults()).find(({ id }) => id === first)!;
  await stage.must("PATCH /adults/:adultId", { params: { adultId: first }, body: { hasLeft: true } });
  const again = await stage.anAdult("王芳", { personId, checkedOn: "2027-06-01" });
  const before = (await adults()).find(({ id }) => id === again)!.vetting;

  await check(again, "2027-07-04", "clear");

  expect([before, (await adults()).find(({ id }) => id === again)!.vetting]).toEqual(["notClear", "vetted"]);
});

test("one person written down at two places is one adult, and at one place at a time", async () => {
  const [one, other] = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  const { personId } = (await adults()).find(({ id }) => id === one)!;
  const params = { path: stage.community.path };
  const twin = (await stage.must("POST /places/:path/adults", { params, body: { personId, kind: "teacher", isWoman: true, trainedOn: "2027-01-05" } })).id;
  const programmeId = await publishPlan(stage, [one, other], { weekdays: [1], untilOn: "2027-07-12", room: "活动室" });
  const roster = (adultIds: string[], id = programmeId) =>
    stage.call("POST /programmes/:programmeId/posts", { params: { programmeId: id }, body: { adultIds } });
  await roster([twin]);
  const shown = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  const second = await stage.must("POST /programmes", {
    body: {
      ...planBody(stage.homeId, { title: "同一时间的另一场", weekdays: [1], untilOn: "2027-07-12", startTime: "10:00", endTime: "12:00", room: "阅览室" }),
    },
  });

  expect(shown.sessions[0].adults).toBe(2);
  expect((await roster([twin], second.id)).body.code).toBe("children-activities.adultBusy");
});

test("who has left is put on no duty", async () => {
  const adult = await stage.anAdult("王芳");
  const programmeId = await publishPlan(stage, [await stage.anAdult("赵文"), await stage.anAdult("钱红", { firstAidUntil: "2028-01-01" })]);
  await stage.must("PATCH /adults/:adultId", { params: { adultId: adult }, body: { hasLeft: true } });

  const { body } = await stage.call("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds: [adult] } });

  expect(body.code).toBe("children-activities.adultUnknown");
});

test("nobody is put on duty, asked to stand in or let in untrained, nor trained only later", async () => {
  const [never, later] = [await stage.anAdult("王芳", { trainedOn: "2027-07-13" }), await stage.anAdult("赵文")];
  const { id: programmeId } = await stage.must("POST /programmes", { body: planBody(stage.homeId, { weekdays: [1, 3] }) });
  const { sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  const roster = (adultIds: string[]) => stage.call("POST /programmes/:programmeId/posts", { params: { programmeId }, body: { adultIds } });
  const take = (sessionId: string) => stage.call("POST /sessions/:sessionId/posts", { params: { sessionId }, body: { adultId: never } });

  const answers = [await roster([never]), await take(sessions[0].id), await take(sessions[1].id), await roster([later])];

  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual(["children-activities.notTrained", "children-activities.notTrained", 200, 200]);
});
