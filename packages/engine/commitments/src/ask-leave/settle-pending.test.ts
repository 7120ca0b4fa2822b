import { aPerson } from "@lianxin/directory/testing";
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

const onPart = (path: string, body: object, as: string) => stage.post(`/parts/:partId/${path}`, { partId: made.partId }, body, as);
const ask = async (body: object, as = "wu") => (await onPart("requests", body, as)).body.id as string;
const extension = { kind: "extension", reason: "渣土车要排队", dueOn: "2026-10-20" };
const claim = async (ownerId = stage.chen, as = "chen", dueOn = "2026-09-18") =>
  (await onPart("counter-claims", { ownerOrganizationId: stage.owners, ownerId, dueOn, words: "我们有车" }, as)).body.id as string;
const decide = (claimId: string, body: object, as: string) => onPart(`counter-claims/${claimId}/decision`, body, as);
const give = (personId: string, kind: string) =>
  stage.app.write("directory", ({ services }) =>
    services.roles.give({ personId, kind, placeId: stage.community.placeId, fromOn: "2026-09-09", givenBy: null }),
  );
const pending = async (as = "secretary") => {
  const { requests, counterClaims } = await stage.show(made.partId, as);
  return [...requests, ...counterClaims].map(({ state }: { state: string }) => state);
};

test("nobody decides a claim they made, entered or lead against, also not under another record of them", async () => {
  await give(stage.chen, "secretary");
  await give(stage.wu, "secretary");
  const entered = await claim(stage.chen, "secretary");
  const codes = [
    await decide(entered, { isAccepted: true }, "secretary"),
    await decide(entered, { isAccepted: true }, "chen"),
    await decide(entered, { isAccepted: false, note: "不换" }, "wu"),
  ].map(({ body }) => body.code);
  const twin = await aPerson(stage.app, { fullName: "王秀真" });
  const byTwin = await claim(twin, "chen");
  await stage.app.write("directory", ({ services }) => services.merges.merge(stage.community.personId, twin, { personId: null, answers: true }));
  const merged = await decide(byTwin, { isAccepted: true }, "secretary");
  const page = await stage.show(made.partId, "wu");

  expect([...codes, merged.body.code]).toEqual(Array(4).fill("commitments.ownRequest"));
  expect(page.counterClaims.map(({ mayDecide }: { mayDecide: boolean }) => mayDecide)).toEqual([false, false]);
});

test("nobody grants more time to another record of themself", async () => {
  const twin = await aPerson(stage.app, { fullName: "王秀真" });
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: twin, dueOn: "2026-09-20" });
  const id = await ask(extension, "leader");
  await stage.app.write("directory", ({ services }) => services.merges.merge(stage.community.personId, twin, { personId: null, answers: true }));

  expect((await onPart(`requests/${id}/decision`, { isApproved: true }, "secretary")).body.code).toBe("commitments.ownRequest");
  expect((await stage.show(made.partId)).requests).toMatchObject([{ mayDecide: false }]);
});

test("a claim whose day has passed is accepted for today, as a hand-over is", async () => {
  const id = await claim();
  stage.app.ports.setTime("2026-09-19T09:00");

  expect((await decide(id, { isAccepted: true }, "secretary")).body).toEqual({ state: "accepted" });
  expect((await stage.show(made.partId)).line).toMatchObject({ owner: "陈国强", dueOn: "2026-09-19" });
});

test("who claimed or asked takes it back, nobody else does, and once it is decided nobody", async () => {
  const [request, counter] = [await ask(extension), await claim()];
  const back = (kind: string, id: string, as: string) => onPart(`${kind}/${id}/withdrawal`, {}, as);
  const others = [await back("requests", request, "chen"), await back("counter-claims", counter, "wu")].map(({ body }) => body.code);
  const [mine, theirs] = [await stage.show(made.partId, "wu"), await stage.show(made.partId)];
  const own = [await back("requests", request, "wu"), await back("counter-claims", counter, "chen")].map(({ body }) => body.state);
  const again = [await back("requests", request, "wu"), await back("counter-claims", counter, "chen")].map(({ body }) => body.code);

  expect(others).toEqual(["commitments.askerOnly", "commitments.askerOnly"]);
  expect([mine, theirs].map(({ requests }) => requests[0].mayWithdraw)).toEqual([true, false]);
  expect(own).toEqual(["withdrawn", "withdrawn"]);
  expect(again).toEqual(["commitments.stateWrong", "commitments.stateWrong"]);
  expect((await stage.show(made.partId)).timeline.slice(-2).map(({ move }: { move: string }) => move)).toEqual(["askWithdraw", "counterWithdraw"]);
  expect((await onPart("requests", extension, "wu")).status).toBe(200);
});

test("what is still asked about a part is settled when it ends, and when it is closed out", async () => {
  await ask(extension);
  await claim();
  await onPart("withdrawal", { reason: "不用办了" }, "secretary");
  const ended = await pending();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  await ask({ kind: "void", reason: "住建局办" });
  const step = (verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
  await step("completion", { words: "办好了" }, "wu");
  await step("checks", { isPassed: true, ways: [] }, "leader");
  await step("close-out", {}, "secretary");

  expect([ended, await pending()]).toEqual([["withdrawn", "withdrawn"], ["withdrawn"]]);
});

test("more time asked for by a lead who took the claim back does not stand in the way of the next one", async () => {
  await ask(extension);
  await stage.post("/commitments/:commitmentId/confirmation", { commitmentId: made.id }, {}, "wu");
  await stage.post("/commitments/:commitmentId/withdrawal", { commitmentId: made.id }, { reason: "车坏了" }, "wu");
  await aCommitment(stage.app, { partId: made.partId, ownerOrganizationId: stage.owners, ownerId: stage.chen, dueOn: "2026-09-20" });

  expect((await onPart("requests", extension, "chen")).status).toBe(200);
  expect(await pending()).toEqual(["withdrawn", "asked"]);
});

test("more time is not granted until a day that is over; it says so, and nothing changes", async () => {
  const id = await ask({ ...extension, dueOn: "2026-09-22" });
  stage.app.ports.setTime("2026-09-23T09:00");
  const late = await onPart(`requests/${id}/decision`, { isApproved: true }, "secretary");

  expect(late).toMatchObject({ status: 409, body: { code: "commitments.wantedDayOver", message: "想延到的 2026-09-22 已经过了" } });
  expect(await pending()).toEqual(["asked"]);
  expect((await stage.show(made.partId)).line.dueOn).toBe("2026-09-20");
});
