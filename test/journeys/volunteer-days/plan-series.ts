import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { card, openDesk, told, unfold } from "./at-desk.js";

/** From nothing planned to every Thursday at two compounds, one missing answer told on the way. */
export async function planSeries(story: Story): Promise<void> {
  await (await openDesk(story, "/thursday")).getByRole("link", { name: "定一个志愿日" }).waitFor();
  const page = await openDesk(story, "");
  await page.getByRole("main").getByRole("link", { name: "定一个志愿日" }).click();
  await page.getByRole("button", { name: "定下来，开始报名" }).click();
  await page.getByRole("alert").getByText("请填写在哪里集合").waitFor();
  await page.getByLabel("在哪里集合").fill("党群服务中心门口");
  for (const site of ["和平苑", "松涛园"]) await page.getByRole("checkbox", { name: site, exact: true }).check();
  await page.getByLabel("做什么").fill("楼道、扶手、小广告、堆积物、绿化");
  await page.getByLabel("带什么").fill("手套社区发，自带水杯");
  await page.getByLabel("注意什么").fill("不登高，不碰电箱");
  await page.getByLabel("最少几人").fill("1");
  await page.getByLabel("最多几人").fill("２");
  await lookWide(page, "new-series");
  await page.getByRole("button", { name: "定下来，开始报名" }).click();
  await page.getByRole("link", { name: "9月17日（周四）" }).waitFor();
}

/** Somebody who said yes to the rota is written down. */
export async function enrol(story: Story): Promise<void> {
  const page = await openDesk(story, "/people");
  const form = await unfold(page, "加一位答应排班的人");
  await form.getByLabel("姓名", { exact: true }).fill("张桂英");
  await form.getByRole("checkbox", { name: "候补名单" }).check();
  await lookWide(page, "people");
  await form.getByRole("button", { name: "加一位答应排班的人" }).click();
  await page.getByRole("button", { name: "不再排班 张桂英" }).waitFor();
}

/** What to bring changes for all dates ahead, and one compound more is gone to. */
export async function changeSeries(story: Story): Promise<void> {
  const page = await openDesk(story, "");
  await page.getByRole("link", { name: "改时间和小区" }).click();
  await page.getByLabel("带什么").fill("自带水杯和遮阳帽");
  await page.getByRole("button", { name: "改好，通知报名的人" }).click();
  await told(page, "改好了");
  const form = await unfold(card(page, "去哪些小区"), "加一个小区");
  await form.getByLabel("做什么").fill("楼道、绿化");
  await form.getByLabel("最少几人").fill("1");
  await form.getByLabel("最多几人").fill("1");
  await lookWide(page, "series");
  await form.getByRole("button", { name: "加一个小区" }).click();
  await told(page, "加好了，从今天起的日子都去");
}
