import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { phoneOf, planBody, setStage, type Stage } from "../testing/stage.js";
import { askSignaturesJob } from "./ask-signatures.job.js";

let stage: Stage;
let sun: string;
beforeEach(async () => {
  stage = await setStage();
  sun = await aPerson(stage.app, { fullName: "孙丽", role: "secretary", account: "sun", channels: [{ kind: "phone", address: phoneOf(3001) }] });
});
afterEach(() => stage.app.close());
const morning = (day: string) => {
  stage.app.ports.setTime(`${day}T06:45`);
  return stage.app.write("children-activities", (ctx) => askSignaturesJob.run(ctx));
};
const aPlan = async (title: string, more: object = {}): Promise<string> =>
  (await stage.must("POST /programmes", { body: planBody(stage.homeId, { title, ...more }) })).id;
const sign = (programmeId: string, kind: string, as: string) => stage.must(`POST /programmes/:programmeId/${kind}-signature`, { as, params: { programmeId } });
const toSign = async (as: string) => (await stage.must("GET /mine", { as })).toSign.map(({ title, heldOn }: any) => [title, heldOn]);
const letters = async (to: string) => (await stage.letters()).filter((letter) => letter.to === to).map(({ text }) => /有 (\d+) 份/.exec(text)?.[1]);

test("who signs for the community hears of a plan when its director signed it, once a day with how many wait, and no more once it is signed", async () => {
  const [one, two] = [await aPlan("阅读"), await aPlan("画画", { startTime: "14:00", endTime: "16:00", room: "阅览室" })];
  await morning("2027-07-05");
  const unsigned = await letters(sun);
  await sign(one, "director", "luo");
  await sign(two, "director", "luo");
  const sameDay = await letters(sun);
  await morning("2027-07-06");
  await morning("2027-07-06");
  const nextDay = await letters(sun);
  await sign(one, "community", "sun");
  await sign(two, "community", "sun");
  await morning("2027-07-07");

  expect([unsigned, sameDay, nextDay, await letters(sun)]).toEqual([[], ["1"], ["1", "2"], ["1", "2"]]);
  expect((await stage.letters()).map(({ text }) => text).join()).not.toMatch(/罗婷|孙丽/);
});

test("it stands on “today” of who may sign there and did not sign as director, with the first day, until it is signed or over", async () => {
  const id = await aPlan("阅读");
  const before = await toSign("sun");
  await sign(id, "director", "luo");
  const waiting = await Promise.all(["sun", "luo", "worker", "he"].map(toSign));
  stage.app.ports.setTime("2027-07-13T12:00");
  const later = await toSign("sun");
  stage.app.ports.setTime("2027-07-16T12:00");
  const over = await toSign("sun");
  stage.app.ports.setTime("2027-07-06T09:00");
  await sign(id, "community", "sun");

  expect([before, ...waiting]).toEqual([[], [["阅读", "2027-07-12"]], [], [], []]);
  expect([later, over, await toSign("sun")]).toEqual([[["阅读", "2027-07-14"]], [], []]);
});

test("a director who signs for the community too is not asked to sign their own plan twice: another is", async () => {
  const head = await aPerson(stage.app, {
    ...{ fullName: "周敏", role: "secretary", account: "zhou", placeId: stage.placeId },
    channels: [{ kind: "phone", address: phoneOf(3002) }],
  });
  const admin = await aPerson(stage.app, { fullName: "吴建国", role: "administrator", account: "wu", channels: [{ kind: "phone", address: phoneOf(3003) }] });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: head } });
  await sign(await aPlan("阅读"), "director", "zhou");

  expect([await letters(head), await letters(admin), await toSign("zhou"), await toSign("wu")]).toEqual([[], ["1"], [], [["阅读", "2027-07-12"]]]);
});
