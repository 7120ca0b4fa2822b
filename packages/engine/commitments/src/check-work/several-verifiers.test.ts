import type { MigrationTools } from "@lianxin/plugin-kit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createVerifiers } from "../migrations/2026-11-27-3-verifiers.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await promise({ verifierId: stage.chen, verifierIds: [stage.he, stage.chen] });
});
afterEach(() => stage.app.close());

const promise = (more: object) => aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", ...more });
const step = (verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
const submit = () => step("completion", { words: "办好了" }, "wu");
const check = (as: string, isPassed = true) => step("checks", { isPassed, ways: [], note: isPassed ? "" : "南侧没有拆" }, as);
const toCheck = async (as: string) =>
  (await stage.app.call("GET /mine", { as })).body.lines.filter(({ isToCheck }: { isToCheck: boolean }) => isToCheck).length;

test("what names several verifiers is verified once each has passed it, in whatever order; nobody passes it twice or in their place", async () => {
  await submit();
  const before = [await toCheck("chen"), await toCheck("he")];
  const first = await check("he");
  const [again, secretary] = [await check("he"), await check("secretary")];
  const between = await stage.show(made.partId);
  const after = [await toCheck("chen"), await toCheck("he")];
  const last = await check("chen");

  expect([before, after]).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect([first.body.state, again.body.code, secretary.body.code, last.body.state]).toEqual([
    ...["submitted", "commitments.passedAlready", "commitments.namedOnly", "verified"],
  ]);
  expect(between.verifiers.map(({ name, passedAt }: { name: string; passedAt: string | null }) => [name, passedAt !== null])).toEqual([
    ["陈国强", false],
    ["何志远", true],
  ]);
  expect(between.verbs).not.toContain("verify");
  expect(between.timeline.at(-1)).toMatchObject({ move: "pass", byName: "何志远" });
});

test("one rejection sends it back, and the next report is checked by everybody anew", async () => {
  await submit();
  await check("he");
  const back = await check("chen", false);
  await submit();
  const states = [await check("chen"), await check("he")].map(({ body }) => body.state);

  expect([back.body.state, ...states]).toEqual(["in_progress", "submitted", "verified"]);
});

test("none of the verifiers is the owner, and one alone is checked for as before", async () => {
  await expect(promise({ verifierIds: [stage.he, stage.wu] })).rejects.toMatchObject({ code: "commitments.ownVerifier", field: "body.verifierIds" });
  made = await promise({ verifierIds: [stage.he] });
  await submit();

  expect((await check("leader")).body.state).toBe("verified");
});

test("a new lead keeps the verifiers, but for themself", async () => {
  const { body } = await step("hand-overs", { ownerOrganizationId: stage.owners, ownerId: stage.chen, reason: "换人" }, "wu");
  await step(`hand-overs/${body.id}/signatures`, { side: "taker" }, "chen");

  expect((await stage.show(made.partId)).verifiers.map(({ name }: { name: string }) => name)).toEqual(["何志远"]);
});

test("who assigns names others while it is not verified, and who passed it before checks it again", async () => {
  await submit();
  await check("he");
  const mine = await step("verifiers", { verifierIds: [stage.he] }, "wu");
  await step("verifiers", { verifierIds: [stage.he, stage.community.personId] }, "secretary");
  const states = [await check("he"), await check("secretary")].map(({ body }) => body.state);
  const late = await step("verifiers", { verifierIds: [stage.he] }, "secretary");

  expect([mine.status, ...states, late.body.code]).toEqual([403, "submitted", "verified", "commitments.stateWrong"]);
  expect((await stage.show(made.partId)).timeline.find(({ move }: { move: string }) => move === "verifiers")).toMatchObject({ note: "何志远、王秀珍" });
});

test("a ledger from before names the one verifier it had", async () => {
  const rows = () => stage.app.write("commitments", ({ db }) => db.selectFrom("commitments_verifier").select(["commitmentId", "personId"]).execute());
  await stage.app.write("commitments", ({ db }) => db.deleteFrom("commitments_verifier").execute());
  const { database } = stage.app.app.platform;
  const nothing = async () => undefined;
  const tools = { db: database.root.withoutPlugins(), createTable: nothing, createIndex: nothing } as unknown as MigrationTools;
  await database.disarmed(() => createVerifiers(tools));

  expect(await rows()).toEqual([{ commitmentId: made.id, personId: stage.chen }]);
});
