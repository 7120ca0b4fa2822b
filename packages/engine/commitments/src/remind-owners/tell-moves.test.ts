import { afterEach, beforeEach, expect, test } from "vitest";
import { giveAddresses, lettersBy } from "../testing/letters.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  await giveAddresses(stage);
  made = await promise();
});
afterEach(() => stage.app.close());

const promise = (more: object = {}) => aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", ...more });
const step = (path: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${path}`, { commitmentId: made.id }, body, as);
const toldBy = (act: () => Promise<unknown>) => lettersBy(stage, act);
const submit = () => step("completion", { words: "办好了" }, "wu");
const pass = () => step("checks", { isPassed: true, ways: ["on_site"] }, "leader");
/** The text of the last letter. */
const lastText = async () => {
  const row = await stage.app.app.platform.database.kit
    .selectFrom("kit_outbox")
    .select("payload")
    .where("kind", "=", "mail")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return JSON.parse(String(row!.payload)).text as string;
};

test("a report is told to the secretary, or to the verifier that was named, each time", async () => {
  const first = await toldBy(submit);
  await step("checks", { isPassed: false, ways: [], note: "南侧没有拆" }, "leader");
  const again = await toldBy(submit);
  made = await promise({ verifierId: stage.chen });

  expect([first, again]).toEqual([["secretary 报结了，等核验"], ["secretary 报结了，等核验"]]);
  expect(await toldBy(submit)).toEqual(["chen 报结了，等核验"]);
});

test("who is named after the report hears that it waits for them, and who passed it that they check it again; who waited already hears nothing", async () => {
  made = await promise({ verifierIds: [stage.chen] });
  const name = (...verifierIds: string[]) => step("verifiers", { verifierIds }, "secretary");
  const early = await toldBy(() => name(stage.he, stage.chen));
  await submit();
  await step("checks", { isPassed: true, ways: [] }, "he");
  await stage.app.write("directory", ({ services }) => services.channels.add(stage.he, { kind: "mail", address: "he@example.org", isPreferred: true }));
  const again = await toldBy(() => name(stage.he, stage.chen));
  await name();
  const anew = await toldBy(() => name(stage.chen));

  expect([early, again, anew]).toEqual([[], ["何志远 报结了，等核验"], ["chen 报结了，等核验"]]);
});

test("the owner hears that the check was passed and that it was closed out", async () => {
  await submit();

  expect([await toldBy(pass), await toldBy(() => step("close-out", {}, "secretary"))]).toEqual([["wu 核验通过"], ["wu 已销号"]]);
});

test("the letter of what is opened again says whether it was closed out or only checked", async () => {
  const again = { reason: "又裂了", dueOn: "2026-09-30" };
  await submit();
  await pass();
  await step("reopening", again, "leader");
  const checked = await lastText();
  await submit();
  await pass();
  await step("close-out", {}, "secretary");
  await step("reopening", again, "leader");

  expect(checked).toContain("核验通过以后又打开了");
  expect(await lastText()).toContain("销号以后又打开了");
});

test("a resident's low word is told to the owner and to the secretary, with the day of the rules; another day is told to the owner", async () => {
  await submit();
  await pass();

  const reopened = await toldBy(() => step("ratings", { resolved: "unsolved", satisfied: "dissatisfied" }, "he"));
  const moved = await toldBy(() => step("due-day", { dueOn: "2026-10-09" }, "leader"));

  expect([reopened, moved]).toEqual([["secretary 居民说没办好，重新办理了", "wu 又打开了"], ["wu 期限改了"]]);
  expect(await lastText()).toContain("重新办理的期限由 2026-09-23 改为 2026-10-09");
});

test("the secretary hears of a claim that was taken back or not confirmed, as the gap is there again", async () => {
  const declined = await toldBy(() => step("refusal", { reason: "没有车" }, "wu"));
  made = await promise();
  await step("confirmation", {}, "wu");

  expect(declined).toEqual(["secretary 又没有人牵头了"]);
  expect(await toldBy(() => step("withdrawal", { reason: "车坏了" }, "wu"))).toEqual(["secretary 又没有人牵头了"]);
});

test("the owner of what was closed out hears when work of the same name is opened there again", async () => {
  await submit();
  await pass();
  await step("close-out", {}, "secretary");

  expect(await toldBy(() => aPart(stage.app))).toEqual(["wu 办过的事又出现了"]);
});

test("one person of each organisation that helps hears who leads and until when; of one without anybody to write to, nobody", async () => {
  await stage.app.write("directory", async ({ services }) => {
    const role = { kind: "volunteer", placeId: stage.community.placeId, organizationId: stage.owners, givenBy: null } as const;
    await services.roles.give({ ...role, personId: stage.he, fromOn: "2026-08-01" });
    await services.roles.give({ ...role, personId: stage.chen, fromOn: "2026-09-01" });
    await services.roles.give({ ...role, personId: stage.community.personId, fromOn: "2026-09-09" });
  });

  expect(await toldBy(() => promise({ supportingOrganizationIds: [stage.owners] }))).toEqual(["chen 请你单位配合", "wu 请确认"]);
  expect(await toldBy(() => promise({ ownerOrganizationId: stage.owners, supportingOrganizationIds: [stage.property] }))).toEqual(["wu 请确认"]);
});
