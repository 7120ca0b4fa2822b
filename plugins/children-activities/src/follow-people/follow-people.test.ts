import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";
import { erasedListener } from "./erased.listener.js";
import { mergedListener } from "./merged.listener.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

let heard = 0;
const tell = (listener: typeof mergedListener | typeof erasedListener, payload: object) =>
  stage.app.write("children-activities", (ctx) => (listener.handle as (...all: unknown[]) => Promise<void>)(payload, ctx, { eventId: `f${heard++}` }));
const adults = async () => (await stage.must("GET /adults")).adults as { id: string; personId: string; vetting: string }[];
const standing = async () => Object.fromEntries((await adults()).map(({ id, vetting }) => [id, vetting]));

test("a record that was not clear follows the person of two records, and goes back when they are parted", async () => {
  const [kept, twin] = [await stage.anAdult("王芳"), await stage.anAdult("王方", { checkedOn: null })];
  await stage.must("POST /adults/:adultId/checks", {
    params: { adultId: twin },
    body: { scope: "children", checkedOn: "2027-07-01", verdict: "not_clear", source: "派出所" },
  });
  const personOf = Object.fromEntries((await adults()).map(({ id, personId }) => [id, personId]));
  const merge = { keptId: personOf[kept]!, mergedId: personOf[twin]! };
  const before = await standing();

  await tell(mergedListener, { ...merge, isUndone: false });
  await tell(mergedListener, { ...merge, isUndone: false });
  const one = await standing();
  await tell(mergedListener, { ...merge, isUndone: true });

  expect([before[kept], one[kept], one[twin]]).toEqual(["vetted", "notClear", "notClear"]);
  expect(await standing()).toEqual(before);
  expect(Object.fromEntries((await adults()).map(({ id, personId }) => [id, personId]))).toEqual(personOf);
});

test("two records that become one person are one adult where both were on duty, judged at once", async () => {
  const ids = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("王方", { firstAidUntil: "2028-01-01" })];
  const programmeId = await publishPlan(stage, ids, { weekdays: [1], untilOn: "2027-07-12" });
  const [kept, merged] = await Promise.all(ids.map(async (id) => (await adults()).find((one) => one.id === id)!.personId));
  const session = async () => (await stage.must("GET /programmes/:programmeId", { params: { programmeId } })).sessions[0];
  const before = (await session()).violations;

  await tell(mergedListener, { keptId: kept!, mergedId: merged!, isUndone: false });

  expect(before).toEqual([]);
  expect((await session()).violations.map(({ code }: any) => code)).toEqual(["tooFewAdults"]);
});

test("a director whose record was merged directs the home by the kept one, and who took over meanwhile keeps it", async () => {
  const kept = await aPerson(stage.app, { fullName: "罗亭", account: "luo2" });
  const list = (as: string) => stage.call("GET /homes/:homeId/children", { as, params: { homeId: stage.homeId } });

  await tell(mergedListener, { keptId: kept, mergedId: stage.luo, isUndone: false });
  const [before, own] = [await list("luo"), await list("luo2")];
  const other = await aPerson(stage.app, { fullName: "林海", account: "lin" });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: other } });
  await tell(mergedListener, { keptId: kept, mergedId: stage.luo, isUndone: true });

  expect([before.status, own.status, (await list("luo")).status, (await list("lin")).status]).toEqual([403, 200, 403, 200]);
});

test("who was erased from the directory is on no duty and in no list", async () => {
  const ids = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  const programmeId = await publishPlan(stage, ids);
  const { personId } = (await adults()).find(({ id }) => id === ids[1])!;

  await tell(erasedListener, { personId });

  const { sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  expect((await adults()).map(({ id }) => id)).toEqual([ids[0]]);
  expect(sessions[0].violations.map(({ code }: any) => code)).toContain("tooFewAdults");
});
