import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pictureFailure } from "../story-a1/look-at-page.js";
import { openStory, type Story } from "../story-a1/story.js";
import { bringRegisters, mendCells, takeBack } from "./bring-registers.js";
import { bringBack, enterAtDesk, erase, lookAround, rateNeed, takeConsentBack } from "./follow-elder.js";
import { layGround } from "./ground.js";
import { agreeByList, agreeOneByOne, match } from "./match-and-agree.js";
import { callOff, handOver, linkPeople, moveUnit, setQuotaAndAlert } from "./move-cadres.js";
import { becomeHelper, findOwn, keepForOwner, keepRefused, keepWithoutNetwork, writeVisit } from "./visit-by-phone.js";

let story: Story;
beforeAll(async () => {
  story = await openStory("2026-09-14T09:00:00+08:00");
  await layGround(story);
});
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  await story?.close();
});

test("two sheets are put in: what is wrong is said by its cell, an illness is refused, the rest comes in", () => bringRegisters(story));

test("the matching is looked at, proved, put in force, and both sides agree", async () => {
  await match(story);
  await agreeByList(story);
  await agreeOneByOne(story);
});

test("the helper writes an ordinary visit down with one press, and what was typed is there again when the page is opened anew", async () => {
  await becomeHelper(story);
  await writeVisit(story);
});

test("without a network a visit waits on the phone, unreadable in its storage, and goes out with the next network", () => keepWithoutNetwork(story));

test("a visit kept without a network that is refused later stays on the phone with the reason until it is thrown away", () => keepRefused(story));

test("what one helper keeps on a phone without a network is neither seen nor sent by whoever signs in after them, and goes out once its owner is back", () =>
  keepForOwner(story));

test("nobody answers: two calls half an hour apart, neighbour, family, the grid worker at the door, safe", () => findOwn(story));

test("a unit's quota and a heat alert are set with one press each, and an import is taken back while nobody uses it", async () => {
  await setQuotaAndAlert(story);
  await takeBack(story);
});

test("a wrong cell is mended where it is shown, and the line comes in; the sheet itself is not touched", () => mendCells(story));

test("accounts for all cadres are linked with one press where name and number agree, where the name alone does one is chosen, and who is not in the directory is named", () =>
  linkPeople(story));

test("what an elder asked for is settled, rated badly by telephone, done again and rated well", () => rateNeed(story));

test("an elder is erased only by whoever types the name, and is then nobody", () => erase(story));

test("one elder's page shows who answered and who else could, the county's picture no name", () => lookAround(story));

test("an elder who was said by mistake to have died is brought back with the helpers, after one was told what comes back", () => bringBack(story));

test("at the desk an elder is found by a part of the name, a visit of a past day is written down from paper, and nobody answering is looked for", () =>
  enterAtDesk(story));

test("a consent is taken back with what that means said first, and is given again", () => takeConsentBack(story));

test("a leave is ended early and an announced transfer called off; a whole unit leaves, and its hand-over is signed by three with what to tell, and printed", async () => {
  await callOff(story);
  await moveUnit(story);
  await handOver(story);
});

test("no page broke its own policy and no error was left alone", () => {
  expect(story.troubles()).toEqual([]);
});
