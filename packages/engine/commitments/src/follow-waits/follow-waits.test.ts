import { aPerson, aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { giveAddresses, lettersBy } from "../testing/letters.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

const promise = async (title: string, dueOn: string, more: object = {}) =>
  aCommitment(stage.app, { partId: await aPart(stage.app, { title }), ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn, ...more });
const wait = (commitmentId: string, waitsForId: string, as = "wu") =>
  stage.post("/commitments/:commitmentId/blocks", { commitmentId }, { kind: "other_part", reason: "要先挖完", reviewOn: "2026-10-09", waitsForId }, as);
const chains = async (as = "secretary") => (await stage.app.call("GET /ledger/chains", { as })).body.chains;
const titlesOf = (found: { parts: { title: string }[] }[]) => found.map(({ parts }) => parts.map(({ title }) => title));

test("a part says what it waits for and what waits for it, and whoever leads what is waited for hears of it", async () => {
  const [road, pipe] = [await promise("修路", "2026-09-20"), await promise("挖管", "2026-10-08", { ownerOrganizationId: stage.owners, ownerId: stage.chen })];
  await giveAddresses(stage);

  const told = await lettersBy(stage, () => wait(road.id, pipe.partId));

  expect(told).toEqual(["chen 有人在等这一项", "secretary 责任人说办不下去，请看看怎么帮"]);
  expect((await stage.show(road.partId)).line).toMatchObject({ light: "hold", waitsFor: { partId: pipe.partId, title: "挖管" } });
  expect((await stage.show(pipe.partId)).waitedBy).toEqual([{ partId: road.partId, title: "修路" }]);
});

test("chains are shown with the critical one first, what cannot be in time named, and end when the wait does", async () => {
  const [road, pipe, lamp] = [await promise("修路", "2026-09-20"), await promise("挖管", "2026-10-08"), await promise("装灯", "2026-09-30")];
  const gap = await aPart(stage.app, { title: "拉电缆" });
  await wait(road.id, pipe.partId);
  await wait(lamp.id, gap);

  const before = await chains();
  await stage.post("/commitments/:commitmentId/blocks/lifting", { commitmentId: lamp.id }, {}, "wu");

  expect(titlesOf(before)).toEqual([
    ["装灯", "拉电缆"],
    ["修路", "挖管"],
  ]);
  expect(before.map(({ endsOn }: { endsOn: string | null }) => endsOn)).toEqual([null, "2026-10-08"]);
  expect(before[1].parts).toMatchObject([
    { title: "修路", isTight: true, owner: "吴琴", dueOn: "2026-09-20" },
    { title: "挖管", isTight: false },
  ]);
  expect(titlesOf(await chains())).toEqual([["修路", "挖管"]]);
});

test("nothing waits for what is gone, done or waits for it in turn", async () => {
  const [road, pipe, survey] = [await promise("修路", "2026-09-20"), await promise("挖管", "2026-10-08"), await promise("测量", "2026-09-12")];
  const gone = await aPart(stage.app, { title: "不办了" });
  await stage.post("/parts/:partId/withdrawal", { partId: gone }, { reason: "不要了" });
  const done = await promise("已办", "2026-09-20");
  await stage.post("/commitments/:commitmentId/completion", { commitmentId: done.id }, { words: "好了" }, "wu");
  await stage.post("/commitments/:commitmentId/checks", { commitmentId: done.id }, { isPassed: true, ways: [] });
  await stage.post("/commitments/:commitmentId/close-out", { commitmentId: done.id }, {});
  await wait(road.id, pipe.partId);
  await wait(pipe.id, survey.partId);

  const refused = [await wait(survey.id, gone), await wait(survey.id, done.partId), await wait(survey.id, road.partId), await wait(survey.id, "nothing")];

  expect(refused.map(({ body }) => [body.code, body.field])).toEqual([
    ["commitments.partVoided", "body.waitsForId"],
    ["commitments.waitsForDone", "body.waitsForId"],
    ["commitments.waitsInCircle", "body.waitsForId"],
    ["commitments.partUnknown", "body.waitsForId"],
  ]);
  expect((await stage.show(survey.partId)).line).toMatchObject({ blockKind: null, waitsFor: null });
});

test("of two who wait for each other at once one waits, and the other is told that it is waited for", async () => {
  const [road, pipe] = [await promise("修路", "2026-09-20"), await promise("挖管", "2026-10-08")];

  const answers = await Promise.all([wait(road.id, pipe.partId), wait(pipe.id, road.partId)]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe("commitments.waitsInCircle");
});

test("who sees one place neither waits for work of another nor learns that it waits", async () => {
  const grid = await aPlace(stage.app, { name: "一网格", kind: "grid" });
  await aPerson(stage.app, { fullName: "网格长乙", role: "grid_leader", rolePlaceId: grid.id, account: "other" });
  const own = await aCommitment(stage.app, {
    partId: await aPart(stage.app, { title: "一网格的事", placePath: grid.path }),
    ...{ ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" },
  });
  const far = await promise("全社区的事", "2026-09-25");
  await wait(far.id, own.partId);

  expect((await wait(own.id, far.partId, "other")).body.code).toBe("commitments.partUnknown");
  expect(await chains("other")).toEqual([]);
  expect((await stage.show(own.partId, "other")).waitedBy).toEqual([]);
  expect(titlesOf(await chains())).toEqual([["全社区的事", "一网格的事"]]);
});
