import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommitment } from "../testing.js";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

const rounds = 12;
const promise = (more: object = {}) => aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", ...more });
const submit = (commitmentId: string) => stage.post("/commitments/:commitmentId/completion", { commitmentId }, { words: "办好了" }, "wu");
const check = (commitmentId: string, as: string) => stage.post("/commitments/:commitmentId/checks", { commitmentId }, { isPassed: true, ways: [] }, as);

test("of two who read the same promise and act on it, one is done and the other is refused with how it stands now", async () => {
  const { id } = await promise();
  const read = await stage.app.write("commitments", ({ services }) => services.commitments.find(id));
  const act = (move: string) => stage.app.write("commitments", ({ services }) => services.commitments.move(read, move, { note: "同时" }));

  const ends = await Promise.allSettled([act("submit"), act("void")]);

  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(refused).toHaveLength(1);
  expect([refused[0].code, ["已报结，待核验", "已作废"].includes(refused[0].params.state)]).toEqual(["commitments.stateWrong", true]);
});

test("a report that comes in as its part is dropped leaves no promise waiting for a check on a part that is gone", async () => {
  const ends: (readonly [boolean, string | null])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { id, partId } = await promise();
    const withdraw = stage.post("/parts/:partId/withdrawal", { partId }, { reason: "不要了" });
    const both = round % 2 === 0 ? [submit(id), withdraw] : [withdraw, submit(id)];
    await Promise.all(both);
    const [row, part] = await stage.app.write("commitments", async ({ services }) => [await services.commitments.find(id), await services.parts.find(partId)]);
    ends.push([row.isActive, part.endedAs]);
  }

  expect(ends.filter(([isActive, endedAs]) => isActive && endedAs !== null)).toEqual([]);
  expect(ends.filter(([isActive, endedAs]) => !isActive && endedAs === null)).toEqual([]);
});

test("two verifiers who pass it at once verify it: neither takes the other for missing", async () => {
  const states: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { id } = await promise({ verifierIds: [stage.he, stage.chen] });
    await submit(id);
    await Promise.all([check(id, "he"), check(id, "chen")]);
    states.push((await stage.app.write<{ state: string }>("commitments", ({ services }) => services.commitments.find(id))).state);
  }

  expect(states).toEqual(Array(rounds).fill("verified"));
});

test("more time that is granted while the reminders run is never lost to them: whoever was granted it is reminded before the new day", async () => {
  const made: { readonly id: string; readonly partId: string; readonly requestId: string }[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const { id, partId } = await promise();
    const { body } = await stage.post("/parts/:partId/requests", { partId }, { kind: "extension", reason: "等材料", dueOn: "2026-12-30" }, "wu");
    made.push({ id, partId, requestId: body.id });
  }
  stage.app.ports.setTime("2026-10-20T09:00");
  const grant = ({ partId, requestId }: (typeof made)[number]) =>
    stage.post("/parts/:partId/requests/:requestId/decision", { partId, requestId }, { isApproved: true });

  await Promise.all([stage.app.write("commitments", (ctx) => server.jobs[0]!.run(ctx)), ...made.map(grant)]);
  const rows = await Promise.all(
    made.map(({ id }) => stage.app.write<{ nextStep: string | null }>("commitments", ({ services }) => services.commitments.find(id))),
  );

  expect(rows.map(({ nextStep }) => nextStep)).toEqual(Array(rounds).fill("before_due"));
});

test("of two who claim a part at once one leads it, and the other is told that it is taken", async () => {
  const { id, partId } = await promise();
  await stage.post("/commitments/:commitmentId/refusal", { commitmentId: id }, { reason: "忙不过来" }, "wu");
  const claim = (ownerOrganizationId: string, ownerId: string) =>
    stage.post(
      "/parts/:partId/commitments",
      { partId },
      { origin: "assigned", ownerOrganizationId, ownerId, supportingOrganizationIds: [], dueOn: "2026-09-20" },
    );

  const answers = await Promise.all([claim(stage.property, stage.wu), claim(stage.owners, stage.chen)]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe("commitments.partTaken");
});
