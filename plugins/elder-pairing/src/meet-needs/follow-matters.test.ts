import { afterEach, expect, test } from "vitest";
import { aGridLeader } from "../testing/stage.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { settledListener } from "./needs.route.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
let elderId: string;
const needs = async (): Promise<any[]> => (await stage.call("GET /elders/:elderId/needs", { params: { elderId } })).body.needs;

/** One need for each word, each carried by a matter of its own; gives the matters' ids in the order of the words. */
async function begin(...categories: readonly string[]): Promise<string[]> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  elderId = await stage.elderId("周桂兰");
  const asked = categories.map((category) => ({ category, action: "matter" }));
  await stage.call("POST /elders/:elderId/visits", {
    params: { elderId },
    body: { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: asked },
  });
  const all = await needs();
  return categories.map((category) => all.find((one) => one.category === category).matterId);
}
/** A step on a matter, and what the pairing hears of it. */
async function step(path: string, matterId: string, body: object, to: string): Promise<any> {
  const answer = await stage.call(path, { of: "matters", params: { matterId }, body });
  expect([path, answer.status, answer.body.code]).toEqual([path, 200, undefined]);
  await stage.ask((ctx) => settledListener.handle({ matterId, from: "", to }, ctx, { eventId: `${matterId} ${to}` }));
  return answer.body;
}
const answer = (matterId: string) => step("POST /matters/:matterId/answer", matterId, { words: "已办好" }, "resolved");
const stateOf = async (category: string) => {
  const { closedOn, mayClose } = (await needs()).find((one) => one.category === category);
  return closedOn ? "settled" : mayClose ? "by hand" : "waits";
};

test("a need whose matter was merged into another one is settled when that one is", async () => {
  const [one, other] = await begin("repair", "safety");
  await step("POST /matters/:matterId/merge", one!, { intoId: other!, reason: "一件事" }, "merged");
  const merged = await stateOf("repair");

  await answer(other!);

  expect([merged, await stateOf("repair"), await stateOf("safety")]).toEqual(["waits", "settled", "settled"]);
});

test("a need whose matter was split is settled with the last part, and not before", async () => {
  const [whole] = await begin("repair");
  const { parts } = await step("POST /matters/:matterId/parts", whole!, { parts: [{ title: "修屋顶" }, { title: "修水管" }], reason: "两家办" }, "split");
  await answer(parts[0].id);
  const half = await stateOf("repair");

  await answer(parts[1].id);

  expect([half, await stateOf("repair")]).toEqual(["waits", "settled"]);
});

test("a need whose matter was returned is settled by hand, and until then it is not", async () => {
  const [matterId] = await begin("repair");
  const { id } = (await needs())[0];
  const close = async () => (await stage.call("POST /needs/:needId/close", { params: { needId: id } })).body.code ?? "done";
  const early = await close();

  await stage.app.write("matters", ({ db }) =>
    db.updateTable("matters_matter").set({ state: "returned", stage: "answered" }).where("id", "=", matterId).execute(),
  );

  expect([early, await stateOf("repair"), await close(), await stateOf("repair")]).toEqual(["elder-pairing.needHasMatter", "by hand", "done", "settled"]);
});

/** Whose need a matter is said to be, for who reads it. */
const whose = async (matterId: string, as = "secretary"): Promise<string[]> =>
  (await stage.call("GET /matters/:matterId/elders", { as, params: { matterId } })).body.elders.map(({ name }: any) => name);
const askFor = (name: string, category: string) =>
  stage.elderId(name).then((id) =>
    stage.call("POST /elders/:elderId/visits", {
      params: { elderId: id },
      body: { clientId: `v ${name}`, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [{ category, action: "matter" }] },
    }),
  );

test("a matter names each elder whose need was merged into it, and to who answers for another village nobody", async () => {
  const [one] = await begin("repair");
  await stage.bring([{ name: "吴金花" }], []);
  await askFor("吴金花", "safety");
  const other = (await stage.call("GET /elders/:elderId/needs", { params: { elderId: await stage.elderId("吴金花") } })).body.needs[0].matterId;
  await aGridLeader(stage, "河口村", "leader");
  const before = await whose(other);

  await step("POST /matters/:matterId/merge", one!, { intoId: other, reason: "一件事" }, "merged");

  expect([before, (await whose(other)).sort(), await whose(other, "leader"), await whose(one!)]).toEqual([["吴金花"], ["吴金花", "周桂兰"], [], ["周桂兰"]]);
});

test("each part of a split need, and what a part was merged into, names the elder who asked", async () => {
  const [whole, other] = await begin("repair", "safety");
  const { parts } = await step("POST /matters/:matterId/parts", whole!, { parts: [{ title: "修屋顶" }, { title: "修水管" }], reason: "两家办" }, "split");
  await stage.bring([{ name: "吴金花" }], []);
  await askFor("吴金花", "supplies");
  const hers = (await stage.call("GET /elders/:elderId/needs", { params: { elderId: await stage.elderId("吴金花") } })).body.needs[0].matterId;
  await step("POST /matters/:matterId/merge", parts[1].id, { intoId: hers, reason: "一件事" }, "merged");

  expect([await whose(parts[0].id), (await whose(hers)).sort(), await whose(other!), await whose("nothing")]).toEqual([
    ["周桂兰"],
    ["吴金花", "周桂兰"],
    ["周桂兰"],
    [],
  ]);
});
