import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const step = (id: string, verb: string, body: object, as = "wu") => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: id }, body, as);
const make = (partId: string) => aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-12-31", partId });
async function finished(title: string): Promise<{ id: string; partId: string }> {
  const made = await make(await aPart(stage.app, { title }));
  await step(made.id, "completion", { words: "办好了" });
  await step(made.id, "checks", { isPassed: true, ways: ["on_site"] }, "leader");
  await step(made.id, "close-out", {}, "secretary");
  return made;
}
const good = { resolved: "solved", satisfied: "satisfied" };

test("no part asks for a photo by itself; one that asks for evidence is not reported without it", async () => {
  const plain = await make(await aPart(stage.app, { title: "凉亭座椅" }));
  const asking = await make(await aPart(stage.app, { title: "化粪池", evidenceNeeds: ["receipt", "inspection"] }));

  const answers = [
    await step(plain.id, "completion", { words: "修好了" }),
    await step(asking.id, "completion", { words: "清掏了", kinds: ["receipt"] }),
    await step(asking.id, "completion", { words: "清掏了", kinds: ["receipt", "inspection"], paper: "过磅单 2 张" }),
  ];

  expect(answers.map(({ body }) => body.code ?? body.state)).toEqual(["submitted", "commitments.evidenceMissing", "submitted"]);
  expect(answers[1]!.body).toMatchObject({ message: "这一项报结还要有：验收单", field: "body.kinds" });
  expect((await stage.show(asking.partId)).evidence[0].paper).toBe("票据、验收单：过磅单 2 张");
});

test("a resident who is not satisfied opens this promise again and no other, with the days of the rules", async () => {
  const [wall, bench] = [await finished("挡土墙"), await finished("凉亭座椅")];
  stage.app.ports.setTime("2026-09-12T09:00");

  const fine = await step(wall.id, "ratings", good, "chen");
  const low = await step(wall.id, "ratings", { resolved: "partly", satisfied: "basically", comment: "南侧还有裂缝" }, "he");

  expect([fine.body.state, low.body.state]).toEqual(["closed", "reopened"]);
  const page = await stage.show(wall.partId);
  expect(page.line).toMatchObject({ state: "reopened", dueOn: "2026-09-26", closedOn: null });
  expect(page.timeline.slice(-2).map(({ move, note }: { move: string; note: string }) => [move, note])).toEqual([
    ["rate", "只解决了一部分、基本满意：南侧还有裂缝"],
    ["reopen", "1 位居民认为还没办好（只解决了一部分、基本满意：南侧还有裂缝），重新办理"],
  ]);
  expect((await stage.show(bench.partId)).line).toMatchObject({ state: "closed", light: "done" });
});

test("nobody rates twice in a round, the owner not at all, nobody before the check, and a new round is rated anew", async () => {
  const made = await make(await aPart(stage.app));
  const early = await step(made.id, "ratings", good, "he");
  await step(made.id, "completion", { words: "办好了" });
  await step(made.id, "checks", { isPassed: true, ways: [] }, "leader");
  const codes = [await step(made.id, "ratings", good, "wu"), await step(made.id, "ratings", good, "he"), await step(made.id, "ratings", good, "he")];
  const forOther = await step(made.id, "ratings", { ...good, raterId: stage.chen }, "he");
  await step(made.id, "reopening", { reason: "又塌了", dueOn: "2026-09-30" }, "leader");
  await step(made.id, "completion", { words: "又办好了" });
  await step(made.id, "checks", { isPassed: true, ways: [] }, "leader");
  const again = await step(made.id, "ratings", good, "he");

  expect([early, ...codes, forOther, again].map(({ body }) => body.code ?? body.state)).toEqual([
    ...["commitments.stateWrong", "commitments.ownRating", "verified", "commitments.ratedAlready", "commitments.rateForOther", "verified"],
  ]);
  expect((await stage.show(made.partId)).ratings).toMatchObject({ count: 1, satisfied: 1, low: 0 });
});

test("paper forms are entered for residents, also for those who gave no name", async () => {
  const made = await finished("路灯");

  await step(made.id, "ratings", { ...good, isFromPaper: true }, "leader");
  await step(made.id, "ratings", { resolved: "solved", satisfied: "basically", isFromPaper: true }, "leader");

  const page = await stage.show(made.partId);
  expect(page.ratings).toMatchObject({ count: 2, solved: 2, satisfied: 1, basically: 1 });
  expect(page.timeline.at(-1)).toMatchObject({ move: "rate", byName: "李建平", via: "paper" });
});

test("so many low ratings as the rules ask for open it again, no fewer", async () => {
  await stage.app.close();
  stage = await setStage({ config: { lowRatings: 2 } });
  const made = await finished("停车");
  const low = { resolved: "unsolved", satisfied: "dissatisfied", isFromPaper: true };

  const states = [await step(made.id, "ratings", low, "leader"), await step(made.id, "ratings", low, "leader")].map(({ body }) => body.state);

  expect(states).toEqual(["closed", "reopened"]);
});

test("the same trouble at the same place within the days of the rules is a failed close-out, after them it is new work", async () => {
  const made = await finished("3 栋化粪池清掏");
  const silent = await step(made.id, "recurrences", { reason: "" }, "leader");
  const stranger = await step(made.id, "recurrences", { reason: "又满了" }, "he");
  stage.app.ports.setTime("2026-12-08T09:00");
  const back = await step(made.id, "recurrences", { reason: "又满了" }, "leader");
  const page = await stage.show(made.partId);
  const other = await finished("水管");
  stage.app.ports.setTime("2027-03-09T09:00");
  const late = await step(other.id, "recurrences", { reason: "又漏" }, "leader");

  expect([silent.body.code, stranger.body.code, back.body.state]).toEqual(["commitments.reasonNeeded", "commitments.verifierOnly", "reopened"]);
  expect(page.line).toMatchObject({ failedCount: 1, dueOn: "2026-12-22" });
  expect(late.body).toMatchObject({ code: "commitments.recurrenceLate", message: "2026-12-08 销号，已经超过 90 天，不算复发" });
});

test("new work of the same name at the same place counts against what was closed there, elsewhere or later it does not", async () => {
  const made = await finished("3 栋化粪池清掏");
  stage.app.ports.setTime("2026-10-12T09:00");
  const again = await aPart(stage.app, { title: "3栋化粪池清掏", source: { title: "10 月夜话" } });
  await aPart(stage.app, { title: "3 栋化粪池清掏", placePath: `${stage.community.path}99/` });
  stage.app.ports.setTime("2027-01-15T09:00");
  await aPart(stage.app, { title: "3 栋化粪池清掏" });

  expect((await stage.show(made.partId)).line.failedCount).toBe(1);
  expect((await stage.show(again)).timeline.at(-1)).toMatchObject({ move: "recursOf", note: "2026-09-09 莲心议事会第 9 次会议" });
  expect(await stage.ask((commitments) => commitments.closedNear(stage.community.path))).toEqual([]);
});

test("whoever notes that trouble is back, or enters a low word from paper, says until when; a day gone by is refused", async () => {
  const [pit, lamp] = [await finished("3 栋化粪池清掏"), await finished("路灯")];
  const low = { resolved: "unsolved", satisfied: "dissatisfied", isFromPaper: true };

  const past = await step(pit.id, "recurrences", { reason: "又满了", dueOn: "2026-09-01" }, "leader");
  await step(pit.id, "recurrences", { reason: "又满了", dueOn: "2026-09-12" }, "leader");
  await step(lamp.id, "ratings", { ...low, dueOn: "2026-09-30" }, "leader");

  expect(past.body).toMatchObject({ code: "commitments.dueInPast", field: "body.dueOn" });
  expect([(await stage.show(pit.partId)).line.dueOn, (await stage.show(lamp.partId)).line.dueOn]).toEqual(["2026-09-12", "2026-09-30"]);
});

test("after a resident's own low word whoever follows it up changes the day of the rules, never the owner, and only while it is open again", async () => {
  const made = await finished("挡土墙");
  const early = await step(made.id, "due-day", { dueOn: "2026-09-30" }, "leader");
  const proposed = (await stage.show(made.partId)).reopenOn;
  await step(made.id, "ratings", { resolved: "partly", satisfied: "basically" }, "he");
  const ofOwner = await step(made.id, "due-day", { dueOn: "2026-12-30" }, "wu");

  const changed = await step(made.id, "due-day", { dueOn: "2026-09-30" }, "leader");

  const page = await stage.show(made.partId);
  expect([early.body.code, proposed, ofOwner.body.code, changed.body.state]).toEqual([
    ...["commitments.stateWrong", "2026-09-23", "commitments.verifierOnly", "reopened"],
  ]);
  expect(page.line).toMatchObject({ state: "reopened", dueOn: "2026-09-30" });
  expect(page.timeline.at(-1)).toMatchObject({ move: "setDay", note: "2026-09-23 改为 2026-09-30", byName: "李建平" });
});
