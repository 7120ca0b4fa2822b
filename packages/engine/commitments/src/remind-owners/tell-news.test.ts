import { afterEach, beforeEach, expect, test } from "vitest";
import { giveAddresses, lettersBy } from "../testing/letters.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  await giveAddresses(stage);
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
});
afterEach(() => stage.app.close());

const onPart = (path: string, body: object, as: string) => stage.post(`/parts/:partId/${path}`, { partId: made.partId }, body, as);
const onPromise = (path: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${path}`, { commitmentId: made.id }, body, as);
const toldBy = (act: () => Promise<unknown>) => lettersBy(stage, act);

test("a counter-claim is told to the lead and the secretary, and what came of it to both who wanted to lead", async () => {
  const claim = { dueOn: "2026-09-25", ownerId: stage.chen, ownerOrganizationId: stage.owners, words: "人手多" };
  let id = "";
  const told = await toldBy(async () => (id = (await onPart("counter-claims", claim, "chen")).body.id));
  const refused = await toldBy(() => onPart(`counter-claims/${id}/decision`, { isAccepted: false, note: "再看看" }, "secretary"));
  const again = (await onPart("counter-claims", claim, "chen")).body.id;
  const accepted = await toldBy(() => onPart(`counter-claims/${again}/decision`, { isAccepted: true }, "secretary"));

  expect([told, refused, accepted]).toEqual([["secretary 另有人要求牵头", "wu 另有人要求牵头"], ["chen 牵头没有换给你"], ["chen 牵头换人了", "wu 牵头换人了"]]);
});

test("a request is told to the secretary, and the answer to who asked", async () => {
  let id = "";
  const asked = await toldBy(async () => (id = (await onPart("requests", { kind: "extension", reason: "排队", dueOn: "2026-10-20" }, "wu")).body.id));
  const granted = await toldBy(() => onPart(`requests/${id}/decision`, { isApproved: true }, "secretary"));

  expect([asked, granted]).toEqual([["secretary 有申请等人决定"], ["wu 申请已同意"]]);
});

test("a hand-over is told to who has to sign, and its end to both", async () => {
  let id = "";
  const to = { ownerId: stage.chen, ownerOrganizationId: stage.owners, reason: "换人" };
  const proposed = await toldBy(async () => (id = (await onPromise("hand-overs", to, "wu")).body.id));
  const signed = await toldBy(() => onPromise(`hand-overs/${id}/signatures`, { side: "taker" }, "chen"));

  expect([proposed, signed]).toEqual([["chen 移交等双方签字"], ["wu 移交完成，牵头换人了"]]);
});

test("who led what is dropped hears of it, and the secretary of what was assigned and came back", async () => {
  const dropped = await toldBy(() => onPart("withdrawal", { reason: "不用办了" }, "secretary"));
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", origin: "assigned" });
  const declined = await toldBy(() => onPromise("refusal", { reason: "不归我们管" }, "wu"));

  expect([dropped, declined]).toEqual([["wu 这项任务不用办了"], ["secretary 交办被退回，要另找人牵头"]]);
});
