import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";
import { chooseCode } from "./choose-code.js";

let stage: Stage;
let made: { id: string; partId: string };
let code: string;
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  code = (await print()).body.code;
});
afterEach(() => stage.app.close());

const print = (as = "leader", body = {}) => stage.post("/commitments/:commitmentId/slips", { commitmentId: made.id }, body, as);
const replace = () => print("leader", { replaces: true });
const use = (act: string, more: object = {}, typed = code) => stage.post("/public/slips", {}, { code: typed, act, ...more }, null);
const step = (verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);

test("who holds the slip sees the work and nobody's name, reports progress and reports it done, without an account", async () => {
  const looked = await use("look", {}, code.toLowerCase().replace("-", " "));
  const progress = await use("progress", { words: "拆了一半" });
  const done = await use("submit", { words: "渣土已清运" });

  expect(code).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{2}$/);
  expect(looked.body).toEqual({
    ...{ title: "拆除与清运", standard: "残墙拆完、渣土运走、过磅单齐全", organization: "和平苑物业", dueOn: "2026-09-20", state: "offered" },
    ...{ evidenceNeeds: [], mayReturn: true, isOpen: true },
  });
  expect(looked.text).not.toContain("吴琴");
  expect([progress.body.state, done.body.state, done.body.isOpen]).toEqual(["in_progress", "submitted", false]);
  expect((await stage.show(made.partId)).timeline.slice(-2)).toMatchObject([
    { move: "progress", byName: null, forName: "吴琴", via: "slip", note: "拆了一半" },
    { move: "submit", byName: null, forName: "吴琴", via: "slip" },
  ]);
});

test("who was given what is not theirs says so with a reason, and the part is a gap again", async () => {
  const silent = await use("notMine");
  const returned = await use("notMine", { words: "围挡是城管的" });

  expect([silent.body.code, returned.body.state]).toEqual(["commitments.reasonNeeded", "declined"]);
  expect((await stage.show(made.partId)).line.light).toBe("gap");
  expect((await use("look")).body.code).toBe("commitments.codeUnknown");
});

test("a code is burnt by the close-out and by a newer slip, and opens nothing of another kind", async () => {
  const older = code;
  code = (await replace()).body.code;
  const [old, asRating] = [await use("look", {}, older), await stage.post("/public/ratings", {}, { code }, null)];
  await use("submit", { words: "办好了" });
  const waiting = await use("look");
  await step("checks", { isPassed: true, ways: [] }, "secretary");
  await step("close-out", {}, "secretary");
  const closed = await use("look");

  expect([old, asRating, closed].map(({ body }) => body.code)).toEqual(Array(3).fill("commitments.codeUnknown"));
  expect(waiting.body).toMatchObject({ state: "submitted", isOpen: false });
  expect((await print("he")).body.code).toBe("commitments.deciderOnly");
});

test("a slip that is out is not ended by printing another unless that is said, and one that ended asks nothing", async () => {
  const refused = await print();
  const [still, again] = [await use("look"), await print("leader", { replaces: false })];
  await use("notMine", { words: "围挡是城管的" });
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });

  expect(refused).toMatchObject({ status: 409, body: { code: "commitments.slipOut", field: "body.replaces" } });
  expect([still.status, again.status, (await print()).status]).toEqual([200, 409, 200]);
});

const other = (typed: string, n: number): string => {
  const letters = [..."23456789AB"].filter((letter) => letter !== typed[4]);
  return `${typed.slice(0, 4)}${letters[n % letters.length]}${typed[5]}`;
};

test("after ten wrong guesses at a slip it is not looked at for ten minutes, the right code neither; every other slip still is", async () => {
  const second = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  const neighbour = (await stage.post("/commitments/:commitmentId/slips", { commitmentId: second.id }, {}, "leader")).body.code;
  const wrong = [];
  for (let n = 0; n < 10; n++) wrong.push((await use("look", {}, other(code, n))).body.code);

  const [shut, elsewhere] = [await use("look"), await use("look", {}, neighbour)];
  stage.app.ports.setTime("2026-09-09T15:41");
  const open = await use("look");

  expect(new Set(wrong)).toEqual(new Set(["commitments.codeUnknown"]));
  expect(shut).toMatchObject({ status: 429, body: { code: "commitments.codesClosed", remedy: "请过 10 分钟再试，或打社区电话" } });
  expect([elsewhere.status, open.body.title]).toEqual([200, "拆除与清运"]);
});

test("one address asks thirty times in ten minutes and no more, whatever it guesses; another is not hindered by it", async () => {
  const ask = (remoteAddress: string, typed: string) =>
    stage.app.app.http.inject({
      ...{ method: "POST", url: "/api/commitments/public/slips", remoteAddress, payload: { code: typed, act: "look" } },
      headers: { "x-lianxin": "1", "idempotency-key": `${remoteAddress} ${typed}` },
    });
  const statuses = [];
  for (let n = 0; n < 31; n++) statuses.push((await ask("198.51.100.7", `${"23456789ABCDEFGHJKMNPQRSTUVWXYZ"[n]}ZZ-ZZ`)).statusCode);

  const neighbour = await ask("198.51.100.8", code);

  expect([statuses.slice(0, 30).every((status) => status !== 429), statuses[30], neighbour.statusCode]).toEqual([true, 429, 200]);
});

test("codes are nowhere in the database, only their keyed hash", async () => {
  const rows = await stage.app.write<object[]>("commitments", (ctx) => ctx.db.selectFrom("commitments_code").selectAll().execute());

  expect(JSON.stringify(rows)).not.toContain(code);
  expect(rows.flatMap((row) => Object.values(row)).filter((value) => /^[\da-f-]{36}$/.test(String(value)) && chooseCode(String(value)) === code)).toEqual([]);
  expect(JSON.stringify(await stage.app.audited())).not.toContain(code);
});

test("a resident rates once with a printed code, and a low rating opens the promise again", async () => {
  await use("submit", { words: "办好了" });
  await step("checks", { isPassed: true, ways: [] }, "secretary");
  const { body } = await step("rating-codes", { count: 3 }, "leader");
  const rate = (typed: string, more: object = {}) => stage.post("/public/ratings", {}, { code: typed, ...more }, null);

  const looked = await rate(body.codes[0]);
  const fine = await rate(body.codes[0], { resolved: "solved", satisfied: "satisfied" });
  const again = await rate(body.codes[0], { resolved: "solved", satisfied: "satisfied" });
  const low = await rate(body.codes[1], { resolved: "unsolved", satisfied: "dissatisfied", comment: "没人来" });
  const after = await rate(body.codes[2]);

  expect(looked.body).toMatchObject({ title: "拆除与清运", organization: "和平苑物业", isRated: false });
  expect([fine.body.isRated, again.body.code, low.body.isRated]).toEqual([true, "commitments.codeUnknown", true]);
  expect(after.body).toMatchObject({ code: "commitments.stateWrong", message: "现在是“重新办理”，这一步不能办" });
  expect((await stage.show(made.partId)).line.state).toBe("reopened");
});

test("other parts are not opened by the same code", async () => {
  const other = await aPart(stage.app, { title: "别的" });

  await use("progress", { words: "拆了一半" });

  expect((await stage.show(other)).line.light).toBe("gap");
});

test("whoever made the code counts as the reporter of what came by it, and does not check it", async () => {
  await use("submit", { words: "办好了" });
  const own = await step("checks", { isPassed: true, ways: [] }, "leader");
  const [maker, other] = [await stage.show(made.partId, "leader"), await stage.show(made.partId)];

  expect(own).toMatchObject({ status: 409, body: { code: "commitments.ownReport" } });
  expect([maker, other].map(({ verbs }) => verbs.includes("verify"))).toEqual([false, true]);
  expect((await step("checks", { isPassed: true, ways: [] }, "secretary")).body.state).toBe("verified");
});

test("who printed the slip does not check what came by it, named for it or not; another one does", async () => {
  const named = { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", verifierId: stage.community.personId };
  made = await aCommitment(stage.app, named);
  await use("submit", { words: "办好了" }, (await print("secretary")).body.code);

  const own = await step("checks", { isPassed: true, ways: [] }, "secretary");

  expect([own.body.code, (await step("checks", { isPassed: true, ways: [] }, "leader")).body.state]).toEqual(["commitments.ownReport", "verified"]);
});
