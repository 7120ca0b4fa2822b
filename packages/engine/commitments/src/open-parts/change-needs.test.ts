import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
});
afterEach(() => stage.app.close());

const change = (evidenceNeeds: readonly string[], as = "secretary") =>
  stage.post("/parts/:partId/evidence-needs", { partId: made.partId }, { evidenceNeeds }, as);
const submit = (body: object) => stage.post("/commitments/:commitmentId/completion", { commitmentId: made.id }, { words: "办好了", ...body }, "wu");

test("who assigns says what a report has to bring while it is open; the report is held to it, and it stands in the history and the audit log", async () => {
  const mine = await change(["receipt"], "wu");
  await change(["inspection", "receipt", "receipt"]);
  const bare = await submit({});
  const page = await stage.show(made.partId);
  await change([]);

  expect(mine.status).toBe(403);
  expect(bare.body).toMatchObject({ code: "commitments.evidenceMissing", message: "这一项报结还要有：票据、验收单" });
  expect(page.line.evidenceNeeds).toEqual(["receipt", "inspection"]);
  expect(page.timeline.at(-1)).toMatchObject({ move: "needs", note: "票据、验收单", byName: "王秀珍" });
  expect((await stage.app.audited()).filter(({ action }) => action === "commitments.part.needs")).toHaveLength(2);
  expect((await submit({})).body.state).toBe("submitted");
});

test("once it was reported nothing more is asked for", async () => {
  await submit({});

  expect((await change(["photo"])).body).toMatchObject({ code: "commitments.stateWrong", message: "现在是“已报结，待核验”，这一步不能办" });
  expect((await stage.show(made.partId)).verbs).not.toContain("needs");
});
