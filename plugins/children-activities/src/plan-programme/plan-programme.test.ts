import { aVenue } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const show = (programmeId: string) => stage.must("GET /programmes/:programmeId", { params: { programmeId } });
const codesOf = (session: any): string[] => session.violations.map(({ code }: any) => code);

test("a plan is published when the director and the community signed it as it is, never one person for both", async () => {
  const adults = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const { id } = await stage.must("POST /programmes", { body: planBody(stage.homeId, { insurance: "" }) });
  const params = { programmeId: id };
  await stage.must("POST /programmes/:programmeId/posts", { params, body: { adultIds: adults } });
  const incomplete = await stage.call("POST /programmes/:programmeId/community-signature", { params });
  const { homeId: _, ...whole } = planBody(stage.homeId);
  await stage.must("PUT /programmes/:programmeId", { params, body: { ...whole, version: 1 } });
  await stage.must("POST /programmes/:programmeId/community-signature", { params });
  const early = await stage.call("POST /programmes/:programmeId/publish", { params });
  const notDirector = await stage.call("POST /programmes/:programmeId/director-signature", { params });
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params });

  const { published, blocked } = await stage.must("POST /programmes/:programmeId/publish", { params });
  await stage.must("PUT /programmes/:programmeId", { params, body: { ...whole, title: "阅读", version: 2 } });
  const changed = await show(id);

  expect([incomplete, early, notDirector].map(({ body }) => body.code)).toEqual(
    ["planIncomplete", "signatureMissing", "directorOnly"].map((code) => `children-activities.${code}`),
  );
  expect([published, blocked]).toEqual([5, []]);
  expect([changed.signatures, changed.sessions.map(({ state }: any) => state)]).toEqual([[], Array(5).fill("planned")]);
});

test("one person who is director and signs for the community cannot sign both", async () => {
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: stage.community.personId } });
  const { id } = await stage.must("POST /programmes", { body: planBody(stage.homeId) });
  await stage.must("POST /programmes/:programmeId/community-signature", { params: { programmeId: id } });

  const { body } = await stage.call("POST /programmes/:programmeId/director-signature", { params: { programmeId: id } });

  expect(body.code).toBe("children-activities.signedTwice");
});

test("a date that breaks a rule stays planned and says which; the others are published", async () => {
  const adults = [await stage.anAdult("王芳", { firstAidUntil: "2027-07-14" }), await stage.anAdult("张强", { isWoman: false })];

  const programmeId = await publishPlan(stage, adults);
  const { sessions } = await show(programmeId);

  expect(sessions.map(({ state }: any) => state)).toEqual(["published", "published", "published", "planned", "planned"]);
  expect(sessions.map(codesOf)).toEqual([[], [], [], ["noFirstAider"], ["noFirstAider"]]);
});

test("a check that ends during the week suspends the duties after it and asks for a stand-in; a new check brings them back", async () => {
  const wang = await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" });
  const zhang = await stage.anAdult("张强", { checkedOn: "2026-07-15" });
  const programmeId = await publishPlan(stage, [wang, zhang]);
  const before = await show(programmeId);
  const asked = (await stage.app.published()).filter(({ event }) => event.endsWith("standInNeeded"));

  await stage.must("POST /adults/:adultId/checks", {
    params: { adultId: zhang },
    body: { scope: "children", checkedOn: "2027-07-05", verdict: "clear", source: "派出所" },
  });
  const after = await show(programmeId);

  const ofZhang = ({ sessions }: any) => sessions.map(({ posts }: any) => posts.find(({ adultId }: any) => adultId === zhang).state);
  expect(ofZhang(before)).toEqual(["planned", "planned", "planned", "suspended", "suspended"]);
  expect(before.sessions.map(codesOf).slice(2)).toEqual([[], ["tooFewAdults"], ["tooFewAdults"]]);
  expect(asked.map(({ payload }: any) => payload.heldOn)).toEqual(["2027-07-15", "2027-07-16"]);
  expect(ofZhang(after)).toEqual(Array(5).fill("planned"));
});

test("a revoked check, a relative and a leaver are felt at once by every session ahead", async () => {
  const [wang, zhang] = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const programmeId = await publishPlan(stage, [wang, zhang]);
  const first = async () => codesOf((await show(programmeId)).sessions[0]);
  const patch = (adultId: string, body: object) => stage.must("PATCH /adults/:adultId", { params: { adultId }, body });

  await patch(wang, { familyGroup: "王" });
  await patch(zhang, { familyGroup: "王" });
  const related = await first();
  await patch(zhang, { familyGroup: "" });
  const { adults } = await stage.must("GET /adults");
  await stage.must("POST /checks/:checkId/revocation", { params: { checkId: adults.find(({ id }: any) => id === zhang).checks[0].id } });
  const revoked = await first();
  await patch(wang, { hasLeft: true });

  expect([related, revoked, await first()]).toEqual([["twoUnrelated"], ["tooFewAdults"], ["tooFewAdults", "noFirstAider"]]);
});

test("nobody leads two sessions at once, and nobody records their own check", async () => {
  const wang = await stage.anAdult("王芳", { account: "wang" });
  const [one, two] = [
    (await stage.must("POST /programmes", { body: planBody(stage.homeId, { room: "活动室" }) })).id,
    (await stage.must("POST /programmes", { body: planBody(stage.homeId, { room: "阅览室" }) })).id,
  ];
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId: one }, body: { adultIds: [wang] } });

  const twice = await stage.call("POST /programmes/:programmeId/posts", { params: { programmeId: two }, body: { adultIds: [wang] } });
  const { id } = await stage.must("POST /places/:path/adults", {
    params: { path: stage.path },
    body: { personId: stage.community.personId, kind: "volunteer", isWoman: true },
  });
  const own = await stage.call("POST /adults/:adultId/checks", {
    params: { adultId: id },
    body: { scope: "children", checkedOn: "2027-07-01", verdict: "clear", source: "派出所" },
  });

  expect([twice.body.code, own.body.code]).toEqual(["children-activities.adultBusy", "children-activities.checkOwn"]);
});

test("what is odd about a plan is named with its field", async () => {
  const refused = async (more: object) => {
    const { body } = await stage.call("POST /programmes", { body: planBody(stage.homeId, more) });
    return `${body.code.replace("children-activities.", "")} ${body.field}`;
  };

  expect(
    await Promise.all(
      [
        { fromOn: "2027-02-30" },
        { endTime: "08:00" },
        { untilOn: "2027-07-01" },
        { weekdays: [7] },
        { expected: { "6_8": 0, "9_12": 0, "13_15": 0 } },
        { packId: "none" },
      ].map(refused),
    ),
  ).toEqual([
    "dayInvalid body.fromOn",
    "timesTurned body.endTime",
    "datesTurned body.untilOn",
    "noDates body.weekdays",
    "placesNone body.expected",
    "packUnknown body.packId",
  ]);
});

test("a plan counted more leniently than the strictest way is signed by nobody until it says why", async () => {
  const expected = { "6_8": 11, "9_12": 13, "13_15": 6 };
  const { id } = await stage.must("POST /programmes", { body: planBody(stage.homeId, { expected, modeNote: " " }) });
  const sign = async () => stage.call("POST /programmes/:programmeId/community-signature", { params: { programmeId: id } });
  const silent = await sign();
  const { homeId: _, ...whole } = planBody(stage.homeId, { expected, modeNote: "两位教师都带过班" });
  await stage.must("PUT /programmes/:programmeId", { params: { programmeId: id }, body: { ...whole, version: 1 } });

  expect([silent.body.code, silent.body.params.field, (await sign()).status]).toEqual(["children-activities.planIncomplete", "为什么不按最严的算", 200]);
});

test("a plan outside the hours of the home's venue is refused by the day as it is written, and by when it is open then", async () => {
  const venueId = await aVenue(stage.app, {
    ...{ placeId: stage.placeId, name: "下湾村儿童之家", kind: "childrens_home" as const, seats: 40 },
    openings: [{ weekday: 6, fromTime: "09:00", toTime: "11:30" }],
  });
  const { id } = await stage.must("POST /homes", { body: { venueId, directorId: stage.luo, rooms: [] } });
  const plan = async (weekdays: number[], day: string) =>
    (await stage.call("POST /programmes", { body: planBody(id, { weekdays, fromOn: day, untilOn: day }) })).body;

  expect((await plan([6], "2027-07-17")).message).toBe("下湾村儿童之家 7月17日（周六）只开 09:00–11:30");
  expect((await plan([1], "2027-07-12")).message).toBe("下湾村儿童之家 7月12日（周一）不开门");
});
