import { aPerson, aVenue } from "@lianxin/directory/testing";
import { linkOf, noCounts, phoneOf, publishPlan, setStage, type Stage, type StageOptions } from "@lianxin/children-activities/testing";
import { canaries, otherChild, reasons, typed } from "./canaries.js";
import type { Known } from "./registered-routes.js";

const day = "2027-07-12";
const dayBefore = "2027-07-11";
const agreed = { data: true, participation: true, photo: true, health: true };

/** A home in the middle of a session: one child there, one of another home at the same place, and somebody of every kind who might ask. */
export interface CanaryStage extends Stage {
  readonly log: string[];
  readonly childId: string;
  /** Params and body fields by name, as they are for this stage. */
  readonly known: Known;
  /** The same where it is of the date before, published, opened by nobody, at which the child was enrolled and the same adult on duty. */
  readonly dayBefore: Known;
  /** What only the guardian holds: the key of the link and the token of the open page. */
  readonly door: { readonly key: string; readonly token: string };
}

export async function setCanaryStage(options: Pick<StageOptions, "with" | "serve"> = {}): Promise<CanaryStage> {
  const log: string[] = [];
  const stage = await setStage({ ...options, log: (line) => void log.push(line) });
  const { must, homeId, app, path, placeId } = stage;
  const params = { homeId };
  const luo = await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" });
  const zhao = await stage.anAdult("赵文", { account: "zhao" });
  await stage.anAdult("王芳", { account: "wang" });
  const zhou = await stage.anAdult("周敏");
  const sun = await stage.anAdult("孙航", { account: "sun", checkedOn: null });
  const lin = await aPerson(app, { fullName: "林海", account: "lin" });
  const venueId = await aVenue(app, { placeId, name: "上湾村第二儿童之家", kind: "childrens_home", seats: 40 });
  const { id: otherHomeId } = await must("POST /homes", { body: { venueId, directorId: lin, rooms: [] } });
  await must("POST /homes/:homeId/children", {
    ...{ as: "lin", params: { homeId: otherHomeId } },
    body: stage.childBody(8, {
      ...{ name: otherChild.name, health: otherChild.health, consents: agreed },
      guardian: { name: otherChild.guardianName, phone: otherChild.guardianPhone, relation: "母亲" },
      collectors: [{ name: otherChild.collectorName, relation: "母亲" }],
    }),
  });
  const { name, bornIn, grade, gridName, health, aloneRoute } = canaries;
  const { id: childId } = await must("POST /homes/:homeId/children", {
    ...{ as: "luo", params },
    body: stage.childBody(1, {
      ...{ name, bornIn, grade, gridName, health, aloneRoute, consents: agreed },
      guardian: { name: canaries.guardianName, phone: canaries.guardianPhone, relation: canaries.guardianRelation },
      collectors: [{ name: canaries.collectorName, phone: canaries.collectorPhone, relation: canaries.collectorRelation }],
    }),
  });
  const expected = { ...noCounts, "13_15": 8 };
  const programmeId = await publishPlan(stage, [luo, zhao, sun, zhou], { expected });
  const sunday = await publishPlan(stage, [luo, zhao], { expected, weekdays: [7], fromOn: dayBefore, untilOn: dayBefore });
  for (const id of [programmeId, sunday])
    await must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId: id }, body: { childIds: [childId] } });
  const datesOf = async (id: string) => (await must("GET /programmes/:programmeId", { params: { programmeId: id } })).sessions;
  const last = (await datesOf(programmeId)).at(-1);
  await must("POST /sessions/:sessionId/call-off", { params: { sessionId: last.id }, body: { reason: reasons.off } });
  app.ports.setTime(`${day}T08:20`);
  const sessionId = (await datesOf(programmeId))[0].id;
  const board = () => must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  const { posts, children } = await board();
  const own = posts.find(({ adultId }: any) => adultId === luo);
  await must("POST /posts/:postId/arrival", { as: "luo", params: { postId: own.id } });
  await must("POST /sessions/:sessionId/overrides", { as: "luo", params: { sessionId }, body: { reason: reasons.override } });
  for (const { id } of posts.filter((post: any) => post.state === "planned" && post !== own))
    await must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
  const leaves = posts.find(({ adultId }: any) => adultId === zhou);
  await must("POST /posts/:postId/leaving", { as: "luo", params: { postId: leaves.id }, body: { reason: reasons.leave } });
  const { attendanceId } = children[0];
  const at = { as: "luo", params: { attendanceId } };
  await must("POST /attendances/:attendanceId/arrival", at);
  const { guardians, collectors } = (await must("GET /homes/:homeId/children", { as: "luo", params })).children[0];
  const { guardianId } = guardians[0];
  await must("POST /children/:childId/guardians", {
    ...{ as: "luo", params: { childId } },
    body: {
      name: canaries.secondGuardianName,
      phone: canaries.secondGuardianPhone,
      relation: "父亲",
      consents: agreed,
      textVersion: "2026-1",
      givenOn: "2027-07-01",
    },
  });
  await must("POST /attendances/:attendanceId/one-off", {
    ...at,
    body: { name: canaries.oneOffName, phone: phoneOf(77), relation: canaries.oneOffRelation, guardianId },
  });
  await must("POST /sessions/:sessionId/incidents", {
    ...{ as: "luo", params: { sessionId } },
    body: { kind: "accident", attendanceId, words: canaries.incident },
  });
  const happened = await must("GET /homes/:homeId/incidents", { as: "luo", params: { homeId } });
  const key = (await app.write("children-activities", async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  await must("POST /public/guardians/:guardianId/codes", { as: null, params: { guardianId }, body: { key } });
  const code = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
  const { token } = await must("POST /public/guardians/:guardianId/door", { as: null, params: { guardianId }, body: { key, code } });
  const { id: importId } = await must("POST /homes/:homeId/imports", { as: "luo", params });
  const checkId = (await must("GET /adults")).adults.find(({ checks }: any) => checks.length > 0).checks[0].id;
  const [{ id: passed }] = await datesOf(sunday);
  const before = await must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId: passed } });
  return {
    ...{ ...stage, log, childId, door: { key, token } },
    dayBefore: {
      ...{ sessionId: passed, programmeId: sunday, attendanceId: before.children[0].attendanceId },
      postId: before.posts.find(({ adultId }: any) => adultId === zhao).id,
    },
    known: {
      ...{
        homeId,
        childId,
        guardianId,
        attendanceId,
        sessionId,
        programmeId,
        venueId,
        path,
        checkId,
        importId,
        incidentId: happened.incidents[0].id,
        reportId: "none",
        adultId: zhao,
        postId: posts[0].id,
        directorId: stage.luo,
      },
      ...{
        collectorId: collectors[0].id,
        namedById: guardianId,
        secondId: stage.luo,
        personId: lin,
        overrideId: "none",
        childIds: [childId],
        adultIds: [zhao],
      },
      ...{ name: typed, health: typed, aloneRoute: typed, grade: typed, gridName: typed, words: typed, bornIn: "2015-02", textVersion: "2026-1" },
      ...{ phone: "19900009999", day, heldOn: day, givenOn: day, fromOn: "2027-08-02", untilOn: "2027-08-06", closesOn: "2027-08-01", year: "2027" },
      ...{ startTime: "08:30", endTime: "11:00", checkedOn: "2027-07-01", firstAidUntil: "2028-01-01", trainedOn: "2027-01-01", packId: "flat-8" },
      ...{ key: "x".repeat(22), token: "x".repeat(30), code: "000000", month: "2027-07" },
    },
  };
}
