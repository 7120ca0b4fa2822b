import { expect } from "vitest";
import { ask, askUntil } from "../story-a3/ask.js";
import { layGround } from "../story-a3/seed.js";
import { look } from "./look-at-page.js";
import type { Story } from "./story.js";

interface Line {
  readonly partId: string;
  readonly commitmentId: string;
  readonly title: string;
  readonly light: string;
  readonly closedOn: string | null;
}

const secretary = "王秀珍";
const ledgerOf = async (story: Story, meetingId: string): Promise<{ lines: Line[]; counts: Record<string, number> }> =>
  ask(await story.as(secretary), "GET", `commitments/ledger?filter=all&meetingId=${meetingId}`);

/** The owner has no account and reports with the code of the slip that the grid leader printed; the secretary looks at it and closes it out the same day. */
export async function finishBySlip(story: Story, meetingId: string, title: string): Promise<void> {
  const page = await story.as(secretary);
  const { commitmentId } = (await ledgerOf(story, meetingId)).lines.find((line) => line.title === title)!;
  const { code } = await ask(await story.as("李建平"), "POST", `commitments/commitments/${commitmentId}/slips`);
  const owner = await story.guest({ width: 360, height: 720 });
  await owner.page.goto(story.house.url);
  await ask(owner.page, "POST", "commitments/public/slips", { code, act: "submit", words: "办好了，材料在社区" });
  await owner.close();
  await ask(page, "POST", `commitments/commitments/${commitmentId}/checks`, { isPassed: true, ways: ["on_site"] });
  await ask(page, "POST", `commitments/commitments/${commitmentId}/close-out`);
}

/** The bureau's day was in the week before the holiday: the first working day after it brings the letter; gives its subject. */
export async function remindAfterHoliday(story: Story): Promise<string> {
  await story.setTime("2026-10-08T09:00:00+08:00");
  const found = await askUntil(
    async () => story.mailbox.to("member06@example.org").filter(({ subject }) => subject?.startsWith("已超期")),
    ({ length }) => length > 0,
  );
  return found[0]!.subject!;
}

/** The assignment meeting of the first Tuesday, which a holiday moves by a week, has the overdue work on its list by itself; gives the titles. */
export async function prepareAssignmentMeeting(story: Story): Promise<string[]> {
  const { seriesId } = await layGround(story, "2026-10-01");
  const page = await story.as(secretary);
  const { id } = await ask(page, "POST", `meetings/series/${seriesId}/dates/2026-10-06/meetings`);
  const { startsAt, items } = await ask(page, "GET", `meetings/meetings/${id}/preparation`);
  expect(startsAt).toBe("2026-10-13T06:30:00.000Z");
  return items.map(({ title }: { title: string }) => title);
}

/** 86 households with 9,460 ㎡: the first 45 have 4,880, the next 15 have 1,620. */
const roll = [
  ...Array.from({ length: 44 }, (_, i) => `${1 + (i % 4)}栋${101 + i}\t108.44`),
  "1栋145\t108.64",
  ...Array.from({ length: 15 }, (_, i) => `5栋${201 + i}\t108`),
  ...Array.from({ length: 25 }, (_, i) => `6栋${301 + i}\t113.80`),
  "6栋326\t115",
];

/** The owners vote on paper whether to use the maintenance fund; 60 hand in. Gives the words of the result. */
export async function holdOwnersVote(story: Story): Promise<string> {
  const page = await story.as(secretary);
  await page.goto(`${story.house.url}/meetings/polls`);
  await page.getByRole("button", { name: "准备一次票决" }).click();
  await page.getByLabel("表决什么").fill("动用维修资金 8 万元重建板房");
  await page.getByLabel("按哪套规则").selectOption("cn.owners.ordinary");
  await page.getByRole("button", { name: "下一步：放名册" }).click();
  await page.getByRole("textbox", { name: "名册" }).fill(roll.join("\n"));
  await page.getByRole("button", { name: "保存名册" }).click();
  await page.getByText("现在有 86 户").waitFor();
  await page.getByLabel("哪天通知的").fill("2026-09-10");
  await page.getByRole("button", { name: "开始收票" }).click();
  await page.getByText("正在收票").first().waitFor();
  const pollId = /polls\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const { units } = await ask(page, "GET", `meetings/polls/${pollId}/roll`);
  for (const [i, { id }] of units.slice(0, 60).entries())
    await ask(page, "POST", `meetings/polls/${pollId}/ballots`, { unitId: id, choice: i < 45 ? "yes" : "no", way: "paper" });
  await page.reload();
  await page.getByText("60 户已交，共 86 户").waitFor();
  await look(page, "owners-vote");
  await page.getByRole("button", { name: "结束并清点" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束并清点" }).click();
  await page.getByText("45×2 > 60").first().waitFor();
  await look(page, "owners-vote-counted");
  return page.locator("main").innerText();
}

/** The ledger of the meeting on a day: light and day closed of each promise. */
export async function readPromises(story: Story, meetingId: string): Promise<Record<string, unknown>> {
  const { lines, counts } = await ledgerOf(story, meetingId);
  const page = await story.as(secretary);
  await page.goto(`${story.house.url}/commitments?meeting=${meetingId}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look(page, "ledger-october");
  return { ...Object.fromEntries(lines.map(({ title, light, closedOn }) => [title, [light, closedOn]])), done: counts.done, late: counts.late };
}
