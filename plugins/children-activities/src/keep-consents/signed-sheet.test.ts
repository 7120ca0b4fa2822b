import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { consentTexts, type ConsentText } from "../judge-safety/consent-texts.js";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

/** A second wording came into use on 2027-07-03, and the first may be signed until the end of the year. */
const texts = consentTexts as ConsentText[];
const [first] = texts;
beforeAll(() => void texts.splice(0, 1, { ...first!, untilOn: "2027-12-31" }, { ...first!, version: "2027-1", fromOn: "2027-07-03" }));
afterAll(() => void texts.splice(0, 2, first!));

let stage: Stage;
let childId: string;
let guardianId: string;
beforeEach(async () => {
  stage = await setStage();
  childId = await stage.aChild(1, { consents: { data: true, participation: true, photo: false, health: false } });
  guardianId = (await list()).children[0].guardians[0].guardianId;
  stage.app.ports.advance(1000);
});
afterEach(() => stage.app.close());
const list = async () => stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
const answer = (body: object) =>
  stage.call("POST /children/:childId/consents", { as: "luo", params: { childId }, body: { guardianId, purpose: "photo", isYes: true, ...body } });
const newest = () =>
  stage.app.write<any>("children-activities", ({ db }) =>
    db
      .selectFrom("children_activities_consent")
      .select(["textVersion", "fromOn", "answer"])
      .where("purpose", "=", "photo")
      .orderBy("givenAt", "desc")
      .orderBy("id", "desc")
      .executeTakeFirst(),
  );

test("the home is told which wordings may be signed, newest first, and none that is over", async () => {
  const now = (await list()).texts;
  stage.app.ports.setTime("2028-01-01T09:00");

  expect(now).toEqual([
    { version: "2027-1", fromOn: "2027-07-03", untilOn: null },
    { version: "2026-1", fromOn: "2026-01-01", untilOn: "2027-12-31" },
  ]);
  expect((await list()).texts.map(({ version }: any) => version)).toEqual(["2027-1"]);
});

test("a yes on paper stands from the day and in the wording it was signed, and without a word of either in today's", async () => {
  const said = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  stage.app.ports.setTime("2027-07-06T09:00");
  const second = await stage.must("POST /children/:childId/guardians", {
    ...{ as: "luo", params: { childId } },
    body: {
      name: "父亲",
      phone: phoneOf(500),
      relation: "父亲",
      consents: { data: true, participation: true, photo: true, health: false },
      textVersion: "2026-1",
      givenOn: "2027-07-02",
    },
  });
  const signed = await newest();
  stage.app.ports.advance(1000);
  await answer({});

  expect([said.children[0].guardians[0].answers.photo, second.id.length > 0]).toEqual(["no", true]);
  expect(signed).toEqual({ textVersion: "2026-1", fromOn: "2027-07-02", answer: "yes" });
  expect(await newest()).toEqual({ textVersion: "2027-1", fromOn: "2027-07-06", answer: "yes" });
});

test("a wording that was not in use on the day signed, a day ahead, or a sheet older than the guardian's no is refused", async () => {
  const codes = [
    await answer({ givenOn: "2027-07-02", textVersion: "2027-1" }),
    await answer({ givenOn: "2027-07-09" }),
    await answer({ givenOn: "2027-07-04", textVersion: "2026-1" }),
    await answer({ givenOn: "2027-07-05", textVersion: "2026-1" }),
  ].map(({ status, body }) => [status, body.code?.replace("children-activities.", ""), body.field]);

  expect(codes).toEqual([
    [422, "textUnknown", "body.textVersion"],
    [422, "dayAhead", "body.givenOn"],
    [409, "consentOlder", "body.givenOn"],
    [200, undefined, undefined],
  ]);
});
