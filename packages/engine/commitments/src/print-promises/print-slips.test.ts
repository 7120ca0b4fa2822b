import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const promise = (more: object = {}) =>
  aCommitment(stage.app, {
    ...{ ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" },
    ...{ conditions: "等测量以后", verifierId: stage.he, ...more },
  });
const slipOf = async (commitmentId: string) =>
  (await stage.app.call("GET /commitments/:commitmentId/slip", { as: "secretary", params: { commitmentId } })).text.replace(/\s+/g, "");
const rowOf = (label: string, value: string) => `<th>${label}</th><tdclass="left">${value}</td>`;

test("a claim slip says its conditions and its verifier in rows of their own, and what was decided is not its conditions", async () => {
  const page = await slipOf((await promise()).id);

  for (const [label, value] of [
    ["议定事项", "莲心议事会第9次会议"],
    ["条件", "等测量以后"],
    ["核验人", "何志远"],
  ] as const)
    expect(page).toContain(rowOf(label, value));
});

test("without conditions there is no row for them, and without a verifier it says who will name one", async () => {
  const page = await slipOf((await promise({ conditions: null, verifierId: null })).id);

  expect(page).not.toContain("<th>条件</th>");
  expect(page).toContain(rowOf("核验人", "由社区另行指定，不是责任人"));
});

test("an assignment slip says them too, with the day it was first given", async () => {
  const page = await slipOf((await promise({ origin: "assigned" })).id);

  for (const said of ["等测量以后", "何志远", "2026年9月9日交办"]) expect(page).toContain(said);
});

test("a meeting prints the same slip under its own name; of what nobody leads there is none", async () => {
  const { partId } = await promise();
  const head = { meeting: "莲心议事会〔2026〕第 9 次", decision: "先拆除清理" };
  const page = await stage.ask((commitments) => commitments.claimSlipOf(partId, head));
  const free = await aPart(stage.app);

  for (const said of [head.meeting, head.decision, "等测量以后", "何志远"]) expect(page).toContain(said);
  await expect(stage.ask((commitments) => commitments.claimSlipOf(free, head))).rejects.toMatchObject({ code: "commitments.partUnknown" });
});
