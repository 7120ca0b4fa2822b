import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookWide } from "../look-wide.js";
import { look } from "../story-a1/look-at-page.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { openDesk, press, seriesId, told, unfold } from "./at-desk.js";

const agreed = { ageBand: "adult", isReserve: false, knownSiteIds: [], mayLead: false };
const sayYes = async (desk: Page, who: { readonly name: string; readonly phone: string; readonly mayLead?: boolean }): Promise<unknown> =>
  ask(desk, "POST", `volunteer-days/series/${await seriesId(desk, "扮靓周四")}/volunteers`, { ...agreed, ...who });

/** Two said yes to the rota: the board says so. */
export async function seeBoard(story: Story): Promise<void> {
  const desk = await story.as("王秀珍");
  await sayYes(desk, { name: "吴美华", phone: "19900000020", mayLead: true });
  await sayYes(desk, { name: "徐梅", phone: "19900000021" });
  const page = await openDesk(story, "");
  await page.getByText("2 人答应排班").waitFor();
  await lookWide(page, "rota");
}

/** Somebody is sent to a team that is full: it says so, and nothing changes. */
export async function moveToFull(story: Story): Promise<void> {
  const page = await openDesk(story, "");
  const week = page.locator("tr", { has: page.getByRole("link", { name: "9月17日（周四）" }) });
  const team = (site: string) => week.locator(`td[data-site="${site}"]`);
  for (const site of ["和平苑", "松涛园"]) await team(site).locator("summary").click();
  const { day } = await ask(page, "GET", "volunteer-days/public/thursday");
  const post = day.sites.find(({ name }: { name: string }) => name === "松涛园");
  expect(post.missing).toBe(0);
  const [name] = (await team("和平苑").locator(".rota-person > span").allInnerTexts()).map((one) => one.trim());
  await lookWide(page, "rota-open");
  await team("和平苑").getByLabel(`把${name}换到`, { exact: true }).selectOption({ label: "松涛园" });
  await page.getByRole("dialog").getByText("松涛园这个岗位满了").waitFor();
  await look(page, "move-full");
  await press(page, "关闭");
}

/** Whoever is on the rota pauses by their own link and comes back. */
export async function pauseRota(story: Story, phone: Page): Promise<void> {
  await sayYes(await story.as("王秀珍"), { name: "何志远", phone: "19900000007" });
  await phone.reload();
  const form = await unfold(phone, "暂停排班，或不再排班");
  await form.getByLabel("暂停到哪天").fill("2026-10-31");
  await lookWide(phone, "own-rota");
  await form.getByRole("button", { name: "暂停排班" }).click();
  await phone.getByText("排班暂停到 10月31日（周六）").waitFor();
  await lookWide(phone, "own-rota-paused");
  await phone.getByRole("button", { name: "我回来，可以排我" }).click();
  await phone.locator("summary", { hasText: "暂停排班，或不再排班" }).waitFor();
  await told(phone, "欢迎回来");
}
