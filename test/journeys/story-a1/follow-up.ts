import type { Page } from "playwright-core";
import { look } from "./look-at-page.js";
import type { Story } from "./story.js";

const part = "拆除与清运";

async function openPart(page: Page, story: Story): Promise<void> {
  await page.goto(`${story.house.url}/commitments`);
  await page.getByRole("link", { name: part }).first().click();
  await page.getByRole("heading", { level: 1, name: part }).waitFor();
}

/** Four days before the day due the owner gets a letter; gives its subject. */
export async function remind(story: Story): Promise<string> {
  const mail = "member04@example.org";
  await story.setTime("2026-09-16T09:00:00+08:00");
  for (;;) {
    const letters = story.mailbox.to(mail);
    const letter = letters.find(({ subject }) => subject?.startsWith("快到期"));
    if (letter) return letter.subject!;
    await story.mailbox.waitTo(mail, letters.length + 1);
  }
}

/** The owner reports it done with what proves it. */
export async function report(story: Story): Promise<void> {
  await story.setTime("2026-09-20T10:00:00+08:00");
  const page = await story.as("吴琴");
  await look(page, "today-owner");
  await openPart(page, story);
  await page.getByRole("button", { name: "报结" }).click();
  await page.getByLabel("办成了什么样").fill("残墙拆完，渣土运走 38 吨。");
  await page.getByLabel("纸质照片、材料放在哪里").fill("照片 3 张、过磅单 2 张");
  await look(page, "report");
  await page.getByRole("dialog").getByRole("button", { name: "报结" }).click();
  await page.getByText("照片 3 张、过磅单 2 张").first().waitFor();
}

/** Somebody who is not the owner looks and passes it. */
export async function check(story: Story): Promise<void> {
  const page = await story.as("陈国强");
  await openPart(page, story);
  await page.getByRole("button", { name: "核验", exact: true }).click();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("radio", { name: "核验通过" }).check();
  await look(page, "check");
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await page.getByText("核验结果已记下").waitFor();
}

/** The next day the secretary closes it out. */
export async function closeOut(story: Story): Promise<void> {
  await story.setTime("2026-09-21T09:00:00+08:00");
  const page = await story.as("王秀珍");
  await openPart(page, story);
  await look(page, "part-checked");
  await page.getByRole("button", { name: "销号", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "销号", exact: true }).click();
  await page.getByText("已销号").first().waitFor();
  await look(page, "part-closed");
  await page.goto(`${story.house.url}/commitments`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look(page, "ledger");
}
