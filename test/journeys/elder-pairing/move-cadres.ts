import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { atDesk, button, cadreNamed, cardOf, deskWindow, elderNamed, rowOf } from "./ground.js";

const cadres = "/elder-pairing/cadres";

/** A unit's most and a heat alert, one press each. */
export async function setQuotaAndAlert(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing/run");
  await page.setViewportSize(deskWindow);
  const quotas = cardOf(page, "单位名额");
  await quotas.getByText("给一个单位定名额").click();
  await quotas.getByLabel("单位", { exact: true }).selectOption("县医院");
  await quotas.getByLabel("最多").fill("4");
  await button(quotas, "定下来").click();
  await quotas.getByText("县医院：最多 4 位，现在 2 位").waitFor();
  await atDesk(story, "/elder-pairing");
  await button(page, "高温").click();
  await button(page.getByRole("dialog"), "启动").click();
  await page.getByText(/\d 位老人升了一级/).waitFor();
}

/** Accounts at once where name and number agree, by choosing who it is where the name alone does; then an elder's. */
export async function linkPeople(story: Story): Promise<void> {
  const page = await atDesk(story, cadres);
  const { places } = await ask(page, "GET", "directory/places");
  const village = places.find(({ name }: { name: string }) => name === "河口村");
  for (const fullName of ["陈国强", "张广福"]) await ask(page, "POST", "directory/people", { fullName, placeId: village.id });
  await button(page, "按姓名和电话对应全部账号").click();
  await page.getByText("姓名和电话都一致的，对应了 0 位").waitFor();
  await page.getByText("通讯录里没有的有 1 位：李霞").waitFor();
  await lookWide(page, "linked");
  await page.getByRole("button", { name: "就是这位 陈国强" }).click();
  await page.getByText("姓名和电话都一致的，对应了 0 位").waitFor();
  await button(page, "取消对应 陈国强").waitFor();
  await atDesk(story, `/elder-pairing/elders/${await elderNamed(page, "张广福")}`);
  const link = cardOf(page, "通讯录里是谁");
  await button(link, "找同名的人").click();
  await link.getByRole("button", { name: "就是这位 张广福" }).click();
  await link.getByText("已对应通讯录里的一个人").waitFor();
}

/** A leave ended early and a transfer called off. */
export async function callOff(story: Story): Promise<void> {
  const page = await atDesk(story, "/elder-pairing");
  const { waiting } = await ask(page, "GET", "elder-pairing/board");
  for (const { elderId } of waiting) for (const side of ["cadre", "elder"]) await ask(page, "POST", `elder-pairing/elders/${elderId}/agree`, { side });
  const li = await cadreNamed(page, "李霞");
  await ask(page, "POST", `elder-pairing/cadres/${li}/leave`, { fromOn: "2026-09-14", toOn: "2026-09-20" });
  await ask(page, "POST", `elder-pairing/cadres/${li}/transfer`, { day: "2026-10-08", kind: "transferred" });
  await atDesk(story, cadres);
  await rowOf(page, "李霞").getByText("9月14日（周一）到9月20日（周日）请假").waitFor();
  await lookWide(page, "cadres-away");
  for (const verb of ["今天回来了 李霞", "不调了 李霞"]) {
    await button(page, verb).click();
    await button(page, verb).waitFor({ state: "detached" });
  }
}

/** A whole unit leaves at once. */
export async function moveUnit(story: Story): Promise<void> {
  const page = await atDesk(story, cadres);
  const unit = cardOf(page, "整单位调出");
  await unit.getByLabel("单位", { exact: true }).selectOption("县财政局");
  await button(unit, "整单位调出").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 位干部从").waitFor();
  await button(dialog, "整单位调出").click();
  await page.getByText("1 位干部调出，老人已另找人").waitFor();
}

/** The hand-over signed by three with what to tell, and its sheet. */
export async function handOver(story: Story): Promise<void> {
  const page = await atDesk(story);
  const elderId = await elderNamed(page, "周桂兰");
  await atDesk(story, `/elder-pairing/elders/${elderId}`);
  const sheet = cardOf(page, "交接");
  const sign = async (who: string) => {
    await button(sheet, who).click();
    await button(sheet, who).waitFor({ state: "detached" });
  };
  await sheet.getByLabel("要交代的事").fill("爱吃软的，钥匙在隔壁");
  await sign("原帮扶人签");
  await sign("新帮扶人签");
  await button(sheet, "撤回签字 新帮扶人").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("其实没签").check();
  await button(dialog, "撤回签字").click();
  await sign("新帮扶人签");
  await sheet.getByLabel("代签").selectOption({ label: "不能写字，代签" });
  await lookWide(page, "hand-over");
  await sign("老人或家属签");
  const [{ id }] = (await ask(page, "GET", `elder-pairing/elders/${elderId}/history`)).handovers;
  const printed = await page.request.get(`${story.house.url}/api/elder-pairing/handovers/${id}/sheet`, { headers: { "x-lianxin": "1" } });
  expect(await printed.text()).toContain("爱吃软的，钥匙在隔壁");
}
