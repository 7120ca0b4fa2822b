import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pictureFailure } from "../story-a1/look-at-page.js";
import { openStory, type Story } from "../story-a1/story.js";
import { fillHouse } from "../story-a3/seed.js";
import { bringList } from "./bring-list.js";
import { callOff, moveHoliday, moveOntoOther, seeBoth } from "./change-days.js";
import { giveBack } from "./give-back.js";
import { checkIn, leaveEarly, writeHours } from "./hold-day.js";
import { certifyEarly, correct, keepRecord, printCertificate, readTurns } from "./keep-hours.js";
import { moveToFull, pauseRota, seeBoard } from "./keep-rota.js";
import { changeSeries, enrol, planSeries } from "./plan-series.js";
import { bringFamily, cancelByLink, signUp, signUpSelf, waitInLine, writeToGroup } from "./sign-up.js";

let story: Story;
let phone: Page;
let waiting: Page;

beforeAll(async () => {
  story = await openStory("2026-09-14T09:00:00+08:00");
  await fillHouse(story);
});
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  await story?.close();
});

test("a secretary without a volunteer day is led to plan one, and plans every Thursday at two compounds", () => planSeries(story));

test("a resident signs up on a phone with three taps and two fields, and gets a number and a private link", async () => {
  phone = await signUp(story);
});

test("four places are gone, the fifth is told to be first in line", async () => {
  waiting = await waitInLine(story);
});

test("who cannot come cancels by the private link, and the first in line has the place", () => cancelByLink(phone, waiting));

test("the rota board shows who has a place, and one week is called off for rain", async () => {
  await seeBoard(story);
  await callOff(story);
});

test("somebody is sent to the other compound from a list; it is full, which is said before anything changes", () => moveToFull(story));

test("a volunteer is enrolled by page, a compound is added and the time changed for all dates ahead", async () => {
  await enrol(story);
  await changeSeries(story);
});

test("a family signs up under one number, and asks for a stand-in", () => bringFamily(story));

test("the words for the neighbours' group are there to be copied", () => writeToGroup(story));

test("a list from a spreadsheet says before what it would do and which cell is wrong, is brought in, and taken back as a whole", () => bringList(story));

test("National Day waits for a decision, and one tap fills in the day before the holiday", () => moveHoliday(story));

test("at the desk places are changed and put back, and a place is given back for somebody who rang and taken back", () => giveBack(story));

test("who is signed in signs up with one tap at the address of one day, and takes it back with another", () => signUpSelf(story));

test("a date is moved onto somebody's other place only after it was said who that is", async () => {
  await moveOntoOther(story);
  await seeBoth(story);
});

test("whoever said yes to the rota pauses by their own link, is told what stays, and comes back", () => pauseRota(story, phone));

test("on the day they sign in, one leaves early, and the hours are written down once", async () => {
  await story.setTime("2026-09-17T08:30:00+08:00");
  await checkIn(story, waiting);
  await story.setTime("2026-09-17T09:40:00+08:00");
  await leaveEarly(story);
  await story.setTime("2026-09-17T10:45:00+08:00");
  await writeHours(story);
});

test("a wrong time is corrected beside what stood, and the certificate of hours is printed", async () => {
  await correct(story);
  await certifyEarly(story);
  await story.setTime("2026-09-25T09:00:00+08:00");
  const paper = await printCertificate(story);

  for (const words of ["周海燕", "1 小时 20 分", "本单位志愿服务记录"]) expect(paper).toContain(words);
});

test("anybody sees how often each was on, by family names, before hours are certified", async () => {
  const shown = await readTurns(story);

  expect(shown).not.toMatch(/沈玉兰|1990000/);
  expect(shown).toContain("不排名次");
});

test("what the rules ask for beside hours is kept by consent, and one training is written down", () => keepRecord(story));

test("no page broke its own policy and no error was left alone", () => {
  expect(story.troubles()).toEqual([]);
});
