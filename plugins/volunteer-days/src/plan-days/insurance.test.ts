import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 1 });
});
afterEach(() => stage.app.close());

const adults = [{ kind: "member", title: "清淤", least: 1, most: 4, isAdultsOnly: true }];
const policy = { insurer: "平安财险", policyNumber: "9999990001", insuredFrom: "2026-09-18", insuredUntil: "2026-10-08" };
const plan = (more: object) =>
  stage.call("POST /series", {
    body: {
      ...{ title: "清河道", weekday: 4, startTime: "14:00", endTime: "16:00", fromOn: "2026-09-17", untilOn: "2026-10-15", meetingPoint: "桥头" },
      sites: [{ placeId: stage.community.placeId, work: "河道清淤", posts: adults }],
      ...more,
    },
  });
const daysOf = (seriesId: string): Promise<any[]> =>
  stage.app.write("volunteer-days", ({ services }: any) => services.series.days(seriesId, "2026-09-01", "2026-12-31"));

test("dangerous work asks for the insurer, the policy and its time, each named while it is missing, and for one that has not run out", async () => {
  const refused = [
    await plan({}),
    await plan({ ...policy, policyNumber: null }),
    await plan({ ...policy, insuredUntil: "2026-09-10", insuredFrom: "2026-09-01" }),
    await plan({ ...policy, insuredUntil: "2026-09-01" }),
    await plan({ ...policy, insuredUntil: "2026-02-30" }),
  ];

  expect(refused.map(({ body: { code, field } }) => [code.replace("volunteer-days.", ""), field])).toEqual([
    ["insuranceNeeded", "body.insurer"],
    ["insuranceNeeded", "body.policyNumber"],
    ["insuranceNeeded", "body.insuredUntil"],
    ["datesTurned", "body.insuredUntil"],
    ["dayInvalid", "body.insuredUntil"],
  ]);
});

test("a day before or after the insurance takes nobody for dangerous work, says why, and opens when the insurance is renewed", async () => {
  const { id } = (await plan(policy)).body;
  const days = await daysOf(id);
  const join = async (originalOn: string, n: number) => stage.join(days.find((day) => day.originalOn === originalOn).id, n);

  const [early, within, late] = [await join("2026-09-17", 1), await join("2026-09-24", 2), await join("2026-10-15", 3)];
  await stage.call("PUT /series/:seriesId", {
    params: { seriesId: id },
    body: {
      title: "清河道",
      startTime: "14:00",
      endTime: "16:00",
      untilOn: "2026-10-15",
      meetingPoint: "桥头",
      tools: null,
      hazards: null,
      insuredUntil: "2027-10-08",
    },
  });
  const renewed = await join("2026-10-15", 3);

  expect([early.body.code, within.body.state, late.body.code, renewed.body.state]).toEqual([
    "volunteer-days.notInsured",
    "confirmed",
    "volunteer-days.notInsured",
    "confirmed",
  ]);
});

test("the insurance cannot be taken away while a team does dangerous work, and the day's page says who insures or that nobody does", async () => {
  const { id } = (await plan(policy)).body;
  const gone = await stage.call("PUT /series/:seriesId", {
    params: { seriesId: id },
    body: { title: "清河道", startTime: "14:00", endTime: "16:00", untilOn: null, meetingPoint: "桥头", tools: null, hazards: null, insurer: null },
  });
  const days = await daysOf(id);
  const insured = async (originalOn: string) =>
    (await stage.call("GET /days/:dayId", { params: { dayId: days.find((day) => day.originalOn === originalOn).id } })).body.insured;

  expect([gone.body.code, gone.body.field]).toEqual(["volunteer-days.insuranceNeeded", "body.insurer"]);
  expect(await insured("2026-09-24")).toEqual({ insurer: "平安财险", policy: "9999990001", until: "2026-10-08" });
  expect(await insured("2026-09-17")).toBeNull();
});
