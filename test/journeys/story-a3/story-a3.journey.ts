import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { look, pictureFailure } from "../story-a1/look-at-page.js";
import { openStory, type Story } from "../story-a1/story.js";
import { account, announce, compile, hold } from "./play.js";
import { escalate, fillHouse, holdNovember, layGround, type Ground } from "./seed.js";

let story: Story;
let ground: Ground;
let meetingId: string;
beforeAll(async () => void (story = await openStory("2026-10-27T09:00:00+08:00")));
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  await story?.close();
});

test("the example house holds its November meeting on 23 lines; five are closed out since, nine more go up by the cut-off", async () => {
  await fillHouse(story);
  ground = await layGround(story);
  await holdNovember(story, ground);
  await escalate(await story.as("王秀珍"), ground, 24, 9);
});

test("the December list is born with 27 lines, 18 rolled over and 9 new, and two that are one become 26", async () => {
  await story.setTime("2026-11-25T17:00:00+08:00");
  meetingId = await compile(story);
  await announce(story, meetingId);
});

test("the meeting does not close while a line has no lead, and then it does", () => hold(story, meetingId, ground));

test("18 rolled + 9 opened = 0 closed + 23 assigned + 3 deferred + 1 merged", async () => {
  expect(await account(story, meetingId)).toContain("结转 18 + 新增 9 = 销号 0 + 在办 23 + 暂缓 3 + 合并 1 + 撤回 0");
});

test("what was raised since October adds up on the page of how it went", async () => {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/report`);
  await page.getByLabel(/从哪天/).fill("2026-10-01");
  await page.getByLabel(/到哪天/).fill("2026-12-31");
  await page.getByRole("button", { name: "看这段时间" }).click();
  await page.getByText("受理 33 = 办结").waitFor();
  await look(page, "report");
});

test("no page broke its own policy and no error was left alone", () => {
  expect(story.troubles()).toEqual([]);
});
