import fc from "fast-check";
import { noCounts, phoneOf, planBody, publishPlan, setStage, type Stage } from "./stage.js";

const purposes = ["participation", "photo", "data"] as const;
const kinds = [
  "arrive",
  "collect",
  "come",
  "leave",
  "stay",
  "standIn",
  "withdraw",
  "agree",
  "revoke",
  "check",
  "aid",
  "related",
  "badge",
  "undo",
  "absent",
  "goBack",
  "override",
  "endGuardian",
  "changePlan",
] as const;
interface Act {
  readonly what: "wait" | "open" | (typeof kinds)[number];
  readonly who: number;
}
/** What happens after so many minutes: one act, or two at the very same moment. */
export interface Happening {
  readonly acts: readonly Act[];
  readonly minutes: number;
}
const act: fc.Arbitrary<Act> = fc.record({ what: fc.constantFrom("wait", "arrive", "open", ...kinds), who: fc.nat(7) });
export const happening: fc.Arbitrary<Happening> = fc.record({
  acts: fc.oneof({ weight: 3, arbitrary: fc.tuple(act) }, { weight: 2, arbitrary: fc.tuple(act, act) }),
  minutes: fc.oneof({ weight: 4, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.integer({ min: 300, max: 1500 }) }),
});

/** A published session of a home with eight children of two bands and four adults, an hour before it begins. */
export async function driveStage() {
  const stage = await setStage();
  // Who opens the doors has a check of her own; she is on no duty, so that whoever is counted is one of the four.
  await stage.anAdult("罗婷", { personId: stage.luo });
  const adults: string[] = [];
  for (const [i, checkedOn] of ["2026-07-14", "2027-01-10", "2027-01-10", "2026-07-13"].entries())
    adults.push(await stage.anAdult(`大人${i}`, { checkedOn, isWoman: i % 2 === 0, ...(i < 2 && { firstAidUntil: i === 0 ? "2027-07-12" : "2027-07-13" }) }));
  const plan = {
    expected: { ...noCounts, "6_8": 4, "9_12": 4 },
    packId: "bands",
    mode: "per_band",
    weekdays: [1],
    untilOn: "2027-07-12",
    closesOn: "2027-07-12",
  };
  const programmeId = await publishPlan(stage, adults.slice(0, 3), plan);
  const children: string[] = [];
  for (let n = 0; n < 8; n++)
    children.push(
      await stage.aChild(n, { bornIn: n < 4 ? "2019-05" : "2016-05", consents: { data: true, participation: true, photo: n % 3 !== 0, health: false } }),
    );
  for (const [n, childId] of children.slice(0, 4).entries())
    await stage.must("POST /children/:childId/guardians", {
      ...{ as: "luo", params: { childId } },
      body: {
        ...{ name: `另一位监护人${n}`, phone: phoneOf(600 + n), relation: "父亲", textVersion: "2026-1", givenOn: "2027-07-01" },
        consents: { data: true, participation: true, photo: n % 2 === 0, health: false },
      },
    });
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: children } });
  stage.app.ports.setTime("2027-07-12T07:31");
  const sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id as string;
  const board = () => stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  return { stage, adults, children, programmeId, plan, sessionId, board, codes: new Map<string, string>() };
}
export type Driven = Awaited<ReturnType<typeof driveStage>>;

/** Everybody planned comes and the doors open, if the rules let them. */
export async function openDoors({ stage, sessionId, board }: Driven): Promise<void> {
  for (const { id } of (await board()).posts) await stage.call("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.call("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
}

/** Does it, as people would by the desk, two of them at once; what the rules refuse changes nothing. */
export async function happen(driven: Driven, { acts, minutes }: Happening): Promise<void> {
  driven.stage.app.ports.advance(minutes * 60_000 + 1000);
  const shown = await driven.board();
  await Promise.all(acts.map((one) => perform(driven, shown, one)));
}

async function perform(driven: Driven, shown: any, { what, who }: Act): Promise<void> {
  const { stage, adults, children, sessionId, codes } = driven;
  const child = shown.children[who % Math.max(1, shown.children.length)] ?? { attendanceId: "none" };
  const [adultId, childId] = [adults[who % adults.length]!, children[who]!];
  const postId = shown.posts.filter((one: any) => one.adultId === adultId).at(-1)?.id ?? "none";
  const desk = (path: string, params: Record<string, string>, body: object = {}) => stage.call(path, { as: "luo", params, body });
  const adult = (body: object) => stage.call("PATCH /adults/:adultId", { params: { adultId }, body });
  const works: Record<Act["what"], () => Promise<unknown>> = {
    wait: async () => undefined,
    open: () => desk("POST /sessions/:sessionId/open", { sessionId }),
    async arrive() {
      const { code } = (await desk("POST /attendances/:attendanceId/arrival", child)).body;
      if (code) codes.set(child.attendanceId, code);
    },
    async collect() {
      const { body } = await desk("GET /attendances/:attendanceId/collectors", child);
      if (body.collectors)
        await desk("POST /attendances/:attendanceId/hand-over", child, { collectorId: body.collectors[0].id, code: codes.get(child.attendanceId) ?? "000000" });
    },
    come: () => desk("POST /posts/:postId/arrival", { postId }),
    goBack: () => desk("POST /posts/:postId/arrival-undone", { postId }),
    leave: () => desk("POST /posts/:postId/leaving", { postId }, { reason: "" }),
    stay: () => desk("POST /posts/:postId/leaving-undone", { postId }),
    standIn: () => desk("POST /sessions/:sessionId/stand-ins", { sessionId }, { adultId }),
    withdraw: () => answer(stage, childId, purposes[who % 3]!, false),
    agree: () => answer(stage, childId, purposes[who % 2]!, true),
    async revoke() {
      const { adults: all } = await stage.must("GET /adults");
      await stage.call("POST /checks/:checkId/revocation", { params: { checkId: all.find(({ id }: any) => id === adultId).checks[0]?.id ?? "none" } });
    },
    check: () =>
      stage.call("POST /adults/:adultId/checks", {
        params: { adultId },
        body: { scope: "children", checkedOn: "2027-07-01", verdict: who > 6 ? "not_clear" : "clear", source: "派出所" },
      }),
    aid: () => adult({ firstAidUntil: "2027-07-13" }),
    related: () => adult({ familyGroup: who % 2 ? "一家" : "" }),
    badge: () => desk("POST /attendances/:attendanceId/badge", child),
    undo: () => desk("POST /attendances/:attendanceId/arrival-undone", child),
    absent: () => desk("POST /attendances/:attendanceId/absence", child),
    async override() {
      const { body } = await desk("POST /sessions/:sessionId/overrides", { sessionId }, { reason: "家长在路上" });
      if (body.id && who % 2 === 0) await stage.call("POST /overrides/:overrideId/confirmation", { params: { overrideId: body.id } });
    },
    async endGuardian() {
      const guardianId = await guardianOf(stage, childId, who % 2);
      await desk("POST /children/:childId/guardians/:guardianId/end", { childId, guardianId });
    },
    changePlan: () => changePlan(driven, who),
  };
  await works[what]();
}

async function guardianOf(stage: Stage, childId: string, nth: number): Promise<string> {
  const kin: any[] = await stage.app.db.selectFrom("children_activities_kin").selectAll().where("childId", "=", childId).orderBy("id").execute();
  return kin[nth % Math.max(1, kin.length)]?.guardianId ?? "none";
}

async function answer(stage: Stage, childId: string, purpose: string, isYes: boolean) {
  const guardianId = await guardianOf(stage, childId, 0);
  await stage.call("POST /children/:childId/consents", { as: "luo", params: { childId }, body: { guardianId, purpose, isYes } });
}

/** Other places, hours and way of counting, signed by both and published; refused once it has begun. */
async function changePlan({ stage, programmeId, plan }: Driven, who: number): Promise<void> {
  const params = { programmeId };
  const { version } = await stage.must("GET /programmes/:programmeId", { params });
  const { homeId: _, ...body } = planBody(stage.homeId, {
    ...plan,
    ...{ expected: { ...plan.expected, "6_8": 3 + (who % 3) }, mode: who % 2 ? "pooled" : "per_band", startTime: who > 4 ? "08:15" : "08:30" },
  });
  await stage.call("PUT /programmes/:programmeId", { params, body: { ...body, version } });
  await stage.call("POST /programmes/:programmeId/director-signature", { as: "luo", params });
  await stage.call("POST /programmes/:programmeId/community-signature", { params });
  await stage.call("POST /programmes/:programmeId/publish", { params });
}
