import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { look } from "./look-at-page.js";
import { oddTitle } from "./convene.js";
import type { Story } from "./story.js";

/** Who signed the paper at the door. */
const present = [
  ...["王秀珍", "陈国强", "吴琴", "李建平", "赵红军", "孙爱民", "何志远", "张桂英"],
  ...["吴秀兰", "黄德明", "林小燕", "郑国平", "谢丽华", "罗文斌", "梁美珍", "宋志强"],
];

const quorum = (page: Page) => page.locator(".meeting-quorum");

/** Sixteen names from the paper sheet; the fourteenth makes the quorum. Then the chair opens. */
export async function checkIn(story: Story, meetingId: string): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(`${story.house.url}/meetings/${meetingId}`);
  for (const [n, name] of present.entries()) {
    await page.getByRole("button", { name: `到 ${name}`, exact: true }).click();
    await quorum(page)
      .getByText(`应到 21，实到 ${n + 1}，`)
      .waitFor();
  }
  expect(await quorum(page).innerText()).toContain("应到 21，实到 16，过 14 可开 ✓");
  expect(await quorum(page).innerText()).toContain("16×3 ≥ 21×2");
  await look(page, "room-checked-in");
  await page.getByRole("button", { name: "宣布开会" }).click();
  await page.getByText("开会中").first().waitFor();
}

/** The motion, 14 for, 1 against, 1 abstaining. */
export async function vote(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  expect(await page.locator("main").innerText()).toContain("民法典第278条");
  await page.getByLabel("动议写什么").fill("按“先拆除清理、再砌筑重建”推进");
  await page.getByRole("button", { name: "提出动议" }).click();
  await page.getByText("现在在场 16 人，以此为准。").waitFor();
  await page.getByLabel("赞成这项动议").fill("14");
  await page.getByLabel("反对这项动议").fill("1");
  await page.getByLabel("弃权").fill("1");
  await look(page, "room-vote");
  await page.getByRole("button", { name: "记下票数" }).click();
  await page.getByText("14 票赞成、1 票反对、1 票弃权。14×2 > 16，通过。").waitFor();
}

interface Claim {
  readonly part: string;
  readonly standard: string;
  readonly lead: string;
  readonly person: string;
  readonly due: string;
  readonly supporting?: string;
  readonly verifier?: string;
}
export const claims: readonly Claim[] = [
  {
    part: "拆除与清运",
    standard: "残墙拆完，过磅单齐全",
    lead: "和平苑物业服务公司",
    person: "吴琴",
    due: "2026-09-20",
    supporting: "县城管局",
    verifier: "陈国强",
  },
  { part: "板房重建方案", standard: "方案公示，维修资金表决启动", lead: "和平苑业主委员会", person: "陈国强", due: "2026-10-20" },
  { part: "加固设计意见", standard: "书面意见盖章", lead: "县住建局", person: "刘工", due: "2026-09-30" },
  { part: "现场围挡提醒", standard: "围挡和提示牌到位", lead: "光明路社区居民委员会", person: "何志远", due: "2026-09-10" },
];

async function pick(page: Page | Locator, label: string, name: string): Promise<void> {
  await page.getByRole("textbox", { name: label }).fill(name);
  await page
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .first()
    .click();
}

/** Four parts, each with one organisation, one person and a day. */
export async function claim(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  for (const { part, standard } of claims) {
    await page.getByLabel("做什么").fill(part);
    await page.getByLabel("怎样算办好", { exact: true }).fill(standard);
    await page.getByRole("button", { name: "加一项任务" }).click();
    await page.getByRole("button", { name: `指定牵头 ${part}` }).waitFor();
  }
  await look(page, "room-parts");
  for (const { part, lead, person, due, supporting, verifier } of claims) {
    await page.getByRole("button", { name: `指定牵头 ${part}` }).click();
    const card = page.locator(".meeting-part", { hasText: part });
    const owner = card.getByLabel("牵头单位");
    await owner.selectOption({ label: lead });
    await pick(card, "责任人", person);
    await card.getByLabel("完成时限").fill(due);
    if (supporting) await card.getByRole("checkbox", { name: supporting }).check();
    if (verifier) await pick(card, "核验人", verifier);
    if (supporting) await look(page, "room-claim");
    await card.getByRole("button", { name: "记下牵头" }).click();
    await owner.waitFor({ state: "detached" });
    await card.getByText(person).waitFor();
  }
  const told = await page.locator(".meeting-part").allInnerTexts();
  expect(told.map((text) => /([^\s，]+)，([^，\n]+)，([^，\n]+) 前/.exec(text)?.slice(1, 4))).toEqual([
    ["和平苑物业服务公司", "吴琴", "9月20日（周日）"],
    ["和平苑业主委员会", "陈国强", "10月20日（周二）"],
    ["县住建局", "刘工", "9月30日（周三）"],
    ["光明路社区居民委员会", "何志远", "9月10日（周四）"],
  ]);
}

/** The report is talked through; then the meeting closes. */
export async function close(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await page.getByRole("button", { name: oddTitle }).click();
  await page.getByRole("button", { name: "议完了，不用表决" }).click();
  await look(page, "room-settled");
  await page.getByRole("button", { name: "散会" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "散会" }).click();
  await page.getByText("纪要待确认").first().waitFor();
  await look(page, "room-closed");
}
