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

test("the slip of the ledger names the meeting with its number beside what was decided there, and no meeting where it came from none", async () => {
  const decided = await aPart(stage.app, { source: { meeting: "莲心议事会〔2026〕第 9 次", title: "先拆除清理" } });
  const { id } = await aCommitment(stage.app, { partId: decided, ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  const [page, other] = [await slipOf(id), await slipOf((await promise()).id)];

  for (const row of [rowOf("会议", "莲心议事会〔2026〕第9次"), rowOf("议定事项", "先拆除清理")]) expect(page).toContain(row);
  expect(other).not.toContain("<th>会议</th>");
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

test("the code slip says where its code is used, to be scanned or typed; the slip to sign has none and says where one is to be had", async () => {
  const { id } = await promise();
  const { body } = await stage.post("/commitments/:commitmentId/slips", { commitmentId: id }, {});
  const withCode = await stage.app.call("GET /commitments/:commitmentId/code-slip", {
    ...{ as: "secretary", params: { commitmentId: id }, query: { code: body.code } },
  });
  const without = await slipOf(id);

  for (const said of ["<h1>任务短码单</h1>", body.code, "/commitments/slip 填短码", "<svg"]) expect(withCode.text).toContain(said);
  expect(without).toContain("向社区要一张任务短码单");
  expect(without).not.toContain("<svg");
});

test("a hand-over is printed for both to sign, under its own name; one of another promise is not", async () => {
  const { id } = await promise();
  const made = await stage.post(
    "/commitments/:commitmentId/hand-overs",
    { commitmentId: id },
    { ownerOrganizationId: stage.owners, ownerId: stage.chen, reason: "物业换了公司" },
  );
  const other = await promise({ partId: await aPart(stage.app, { title: "另一件" }) });
  const print = (commitmentId: string) =>
    stage.app.call("GET /commitments/:commitmentId/hand-overs/:handOverId/slip", { as: "secretary", params: { commitmentId, handOverId: made.body.id } });

  const page = (await print(id)).text.replace(/\s+/g, "");

  for (const said of ["<h1>任务移交单</h1>", rowOf("移交原因", "物业换了公司"), "移交人（签字）", "接手人（签字）", "吴琴", "陈国强"])
    expect(page).toContain(said);
  expect((await print(other.id)).body.code).toBe("commitments.handOverUnknown");
});

test("rating codes are printed to cut out, each with its address; a code of something else is refused", async () => {
  const { id } = await promise();
  await stage.post("/commitments/:commitmentId/completion", { commitmentId: id }, { words: "办好了" }, "wu");
  await stage.post("/commitments/:commitmentId/checks", { commitmentId: id }, { isPassed: true, ways: [] }, "he");
  const { body } = await stage.post("/commitments/:commitmentId/rating-codes", { commitmentId: id }, { count: 9 });
  const sheet = (codes: string) =>
    stage.app.call("GET /commitments/:commitmentId/rating-sheet", { as: "secretary", params: { commitmentId: id }, query: { codes } });

  const [page, foreign] = [await sheet(body.codes.join(",")), await sheet("222-22")];

  for (const code of body.codes) expect(page.text).toContain(code);
  expect(page.text.split("<section").length - 1).toBe(2);
  expect(page.text).toContain("/commitments/rate 填评价码");
  expect(foreign.body.code).toBe("commitments.codeUnknown");
});
