import fc from "fast-check";
import { expect, test } from "vitest";
import { alarmsAt } from "../judge-safety/foresee.js";
import { alarmsTrue, consentForEachChild, nobodyLeft } from "../check-house/checkups.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { bruteForce } from "../testing/brute-force.js";
import { noCounts, publishPlan, setStage, type Stage } from "../testing/stage.js";

const numRuns = process.env.LIANXIN_FULL ? 60 : 4;
const purposes = ["participation", "photo", "data"] as const;
interface Happening {
  readonly what: "wait" | "arrive" | "collect" | "come" | "leave" | "standIn" | "withdraw" | "agree" | "revoke" | "check" | "aid" | "related" | "badge";
  readonly who: number;
  readonly minutes: number;
}
const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom("wait", "arrive", "arrive", "collect", "come", "leave", "standIn", "withdraw", "agree", "revoke", "check", "aid", "related", "badge"),
  who: fc.nat(7),
  minutes: fc.oneof({ weight: 4, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.integer({ min: 300, max: 1500 }) }),
});

/** An open session of a home with eight children of two bands and four adults, whatever then happens to it. */
async function openStage() {
  const stage = await setStage();
  const adults = [];
  for (const [i, checkedOn] of ["2026-07-14", "2027-01-10", "2027-01-10", "2026-07-13"].entries())
    adults.push(await stage.anAdult(`大人${i}`, { checkedOn, isWoman: i % 2 === 0, ...(i < 2 && { firstAidUntil: i === 0 ? "2027-07-12" : "2027-07-13" }) }));
  const expected = { ...noCounts, "6_8": 4, "9_12": 4 };
  const programmeId = await publishPlan(stage, adults.slice(0, 3), { expected, packId: "bands", mode: "per_band", weekdays: [1], untilOn: "2027-07-12" });
  const children = [];
  for (let n = 0; n < 8; n++)
    children.push(
      await stage.aChild(n, { bornIn: n < 4 ? "2019-05" : "2016-05", consents: { data: true, participation: true, photo: n % 3 !== 0, health: false } }),
    );
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: children } });
  stage.app.ports.setTime("2027-07-12T08:20");
  const sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id as string;
  const board = () => stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  for (const { id } of (await board()).posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
  return { stage, adults, children, sessionId, board, codes: new Map<string, string>() };
}
type Open = Awaited<ReturnType<typeof openStage>>;

/** Does it, as a person would by the desk; what the rules refuse changes nothing. */
async function happen({ stage, adults, children, sessionId, board, codes }: Open, { what, who, minutes }: Happening): Promise<void> {
  stage.app.ports.advance(minutes * 60_000 + 1000);
  const shown = await board();
  const [child, adultId, childId] = [shown.children[who % shown.children.length], adults[who % adults.length]!, children[who]!];
  const post = shown.posts.filter((one: any) => one.adultId === adultId).at(-1);
  const desk = (path: string, params: Record<string, string>, body: object = {}) => stage.call(path, { as: "luo", params, body });
  const acts: Record<Happening["what"], () => Promise<unknown>> = {
    wait: async () => undefined,
    arrive: async () =>
      codes.set(child.attendanceId, (await desk("POST /attendances/:attendanceId/arrival", child)).body.code ?? codes.get(child.attendanceId)),
    async collect() {
      const { body } = await desk("GET /attendances/:attendanceId/collectors", child);
      if (body.collectors)
        await desk("POST /attendances/:attendanceId/hand-over", child, { collectorId: body.collectors[0].id, code: codes.get(child.attendanceId) });
    },
    come: () => desk("POST /posts/:postId/arrival", { postId: post?.id ?? "none" }),
    leave: () => desk("POST /posts/:postId/leaving", { postId: post?.id ?? "none" }, { reason: "" }),
    standIn: () => desk("POST /sessions/:sessionId/stand-ins", { sessionId }, { adultId }),
    withdraw: () => answer(stage, childId, purposes[who % 3]!, false),
    agree: () => answer(stage, childId, purposes[who % 2]!, true),
    async revoke() {
      const { adults: all } = await stage.must("GET /adults");
      await stage.call("POST /checks/:checkId/revocation", { params: { checkId: all.find(({ id }: any) => id === adultId).checkId ?? "none" } });
    },
    check: () =>
      stage.call("POST /adults/:adultId/checks", {
        params: { adultId },
        body: { scope: "children", checkedOn: "2027-07-01", verdict: who > 6 ? "not_clear" : "clear", source: "派出所" },
      }),
    aid: () => stage.call("PATCH /adults/:adultId", { params: { adultId }, body: { firstAidUntil: "2027-07-13" } }),
    related: () => stage.call("PATCH /adults/:adultId", { params: { adultId }, body: { familyGroup: who % 2 ? "一家" : "" } }),
    badge: () => desk("POST /attendances/:attendanceId/badge", child),
  };
  await acts[what]();
}
async function answer(stage: Stage, childId: string, purpose: string, isYes: boolean) {
  const kin = await stage.app.write("children-activities", ({ db }) =>
    db.selectFrom("children_activities_kin").selectAll().where("childId", "=", childId).executeTakeFirst(),
  );
  await stage.call("POST /children/:childId/consents", { as: "luo", params: { childId }, body: { guardianId: (kin as any).guardianId, purpose, isYes } });
}

test(
  "whatever happens, an open session in violation has its alarm within one second, and the alarm says what the brute force says",
  { timeout: 600_000 },
  async () => {
    let alarmed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 12, maxLength: 22 }), async (story) => {
        const open = await openStage();
        const { stage, sessionId } = open;
        try {
          for (const one of story) {
            await happen(open, one);
            stage.app.ports.advance(1000);
            const now = stage.app.ports.clock.now();
            const [stored, right] = await stage.app.write("children-activities", async ({ db }) => {
              const session = await db.selectFrom("children_activities_session").selectAll().where("id", "=", sessionId).executeTakeFirstOrThrow();
              return [alarmsAt(session.outlook, now), bruteForce(await readFacts(db, session), { now, on: stage.app.ports.clock.today() })];
            });
            const told = stored.map(({ code, about }: any) => `${code} ${about}`).sort();
            expect({ one, told }).toEqual({ one, told: right });
            expect((await open.board()).violations.map(({ code, about }: any) => `${code} ${about}`).sort()).toEqual(right);
            if (right.length > 0) alarmed++;
          }
          const odd = await stage.app.write("children-activities", (ctx) =>
            Promise.all([alarmsTrue, consentForEachChild, nobodyLeft].map((one) => one.run(ctx))),
          );
          expect(odd).toEqual([[], [], []]);
        } finally {
          await stage.app.close();
        }
      }),
      { seed: 20270712, numRuns },
    );
    expect(alarmed).toBeGreaterThan(numRuns * 3);
  },
);
