import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { finishBySlip, holdOwnersVote, prepareAssignmentMeeting, readPromises, remindAfterHoliday } from "./autumn.js";
import { cancel, conveneOwnTime, move } from "./change.js";
import { convene, oddTitle } from "./convene.js";
import { fillHouse } from "./fill-house.js";
import { check, closeOut, remind, report } from "./follow-up.js";
import { checkIn, claim, close, vote } from "./hold.js";
import { raise, screen } from "./raise-and-screen.js";
import { readInvitations } from "./read-invitations.js";
import { pictureFailure } from "./look-at-page.js";
import { openStory, type Story } from "./story.js";
import { answerByLink, putUpAndTell } from "./tell.js";
import { post, writeMinutes } from "./write-up.js";

let story: Story;
let meetingId: string;
beforeAll(async () => {
  story = await openStory("2026-09-02T09:00:00+08:00");
});
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  await story?.close();
});

test("a newcomer fills the house with the example community and sees what waits", () => fillHouse(story));

test("the grid leader enters the fallen wall for the resident", () => raise(story));

test("the secretary accepts it the next day under a warning", async () => {
  await story.setTime("2026-09-03T09:00:00+08:00");
  await screen(story);
});

test("the council is convened in five steps for Wednesday the 9th, with the notice due on Saturday the 5th", async () => {
  meetingId = await convene(story);
});

test("each of the 22 gets one calendar entry naming nobody else, whatever stands in its title", async () => {
  const letters = await story.mailbox.waitForEnclosed(22);
  const invitations = readInvitations(letters);

  expect(invitations).toHaveLength(22);
  for (const one of invitations)
    expect(one).toMatchObject({ method: "REQUEST", uid: `${meetingId}@lianxin`, sequence: 0, start: "2026-09-09T15:00:00", location: "二楼议事厅" });
  expect(invitations.every(({ description }) => description.endsWith(`2. ${oddTitle}`))).toBe(true);
  expect(invitations.flatMap(({ attendees }) => attendees.map(([, mail]) => mail)).sort()).toEqual(
    letters.map(({ to }) => [to!].flat()[0]!.value[0]!.address).sort(),
  );
});

test("a resident without an account answers by the link of the letter", () => answerByLink(story, "member07@example.org"));

test("an urgent meeting is moved and called off: the same UID, the next SEQUENCE, then CANCEL", async () => {
  const other = await conveneOwnTime(story, "凉亭加固");
  await move(story, other);
  await cancel(story, other);

  const of = (letters: Awaited<ReturnType<typeof story.mailbox.waitTo>>) => readInvitations(letters).filter(({ uid }) => uid === `${other}@lianxin`);
  const sent = of(await story.mailbox.waitTo("member08@example.org", 4));
  expect(sent.map(({ method, sequence }) => [method, sequence])).toEqual([
    ["REQUEST", 0],
    ["REQUEST", 1],
    ["CANCEL", 2],
  ]);
  expect(sent[0]).toMatchObject({ start: "2026-09-04T15:00:00", location: '院里, "凉亭"🏮' });
});

test("the poster is up on the last day, and telling is ticked off", async () => {
  await story.setTime("2026-09-05T09:00:00+08:00");
  await putUpAndTell(story, meetingId);
});

test("sixteen sign in on paper, which is enough: 16×3 ≥ 21×2", async () => {
  await story.setTime("2026-09-09T14:50:00+08:00");
  await checkIn(story, meetingId);
});

test("the motion is adopted with 14 of 16", () => vote(story));

test("four parts get a lead, a person and a day each, and the meeting closes", async () => {
  await claim(story);
  await close(story);
});

test("the minutes come as a document with the vote and who owns what", async () => {
  await story.setTime("2026-09-10T09:00:00+08:00");
  const words = await writeMinutes(story, meetingId);

  for (const told of [
    "〔2026〕第 9 期",
    "记录：王秀珍",
    "暴雨后墙体坍毁约 12 米",
    "应到 21 人，实到 16 人；赞成 14 票，反对 1 票，弃权 1 票",
    "14×2 > 16，通过",
    ...["和平苑物业服务公司", "吴琴", "2026年9月20日", "陈国强", "2026年10月20日", "县住建局", "2026年9月30日", "何志远", "2026年9月10日", "民法典第278条"],
  ])
    expect(words).toContain(told);
});

test("the resident's own promise is reported with the code of its slip and closed out on its day", () => finishBySlip(story, meetingId, "现场围挡提醒"));

test("the public page names units and days, and no phone", async () => {
  const words = await post(story);

  for (const told of ["14×2 > 16", "和平苑物业服务公司", "9月20日", "2026年9月11日至2026年9月18日"]) expect(words).toContain(told);
  expect(words).not.toMatch(/1990000\d{4}/);
});

test("four days before its day the owner is reminded", async () => {
  expect(await remind(story)).toBe("快到期：拆除与清运（2026-09-20）");
});

test("the owner reports, another checks, the secretary closes out", async () => {
  await report(story);
  await check(story);
  await closeOut(story);
});

test("the bureau is late over the holiday: its letter comes on the first working day, and the moved assignment meeting has it on its list", async () => {
  expect(await remindAfterHoliday(story)).toBe("已超期：加固设计意见（2026-09-30）");
  expect(await prepareAssignmentMeeting(story)).toContain("加固设计意见");
});

test("the owners vote on the maintenance fund: 60 of 86 households with 6,500 of 9,460 ㎡ take part, and both halves agree", async () => {
  await story.setTime("2026-10-16T09:00:00+08:00");
  const words = await holdOwnersVote(story);

  for (const told of ["60×3 ≥ 86×2", "6500×3 ≥ 9460×2", "45×2 > 60，4880×2 > 6500"]) expect(words).toContain(told);
});

test("on 10-21 three of the four promises are closed on their days and one is overdue", async () => {
  await story.setTime("2026-10-20T09:00:00+08:00");
  await finishBySlip(story, meetingId, "板房重建方案");
  await story.setTime("2026-10-21T09:00:00+08:00");

  expect(await readPromises(story, meetingId)).toEqual({
    拆除与清运: ["done", "2026-09-21"],
    现场围挡提醒: ["done", "2026-09-10"],
    板房重建方案: ["done", "2026-10-20"],
    加固设计意见: ["late", null],
    ...{ done: 3, late: 1 },
  });
});

test("no page broke its own policy and no error was left alone", () => {
  expect(story.troubles()).toEqual([]);
});
