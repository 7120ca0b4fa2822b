import { lookWide } from "../look-wide.js";
import { look } from "../story-a1/look-at-page.js";
import type { Story } from "../story-a1/story.js";
import { ask } from "../story-a3/ask.js";
import { card, dayOn, openDesk, press, told, unfold } from "./at-desk.js";

/** Places are changed and put back; somebody who rang is taken off and has the place again. */
export async function giveBack(story: Story): Promise<void> {
  const desk = await story.as("王秀珍");
  const dayId = await dayOn(desk, "扮靓周四", "2026-10-08");
  await ask(desk, "POST", `volunteer-days/public/days/${dayId}/sign-ups`, { name: "唐秀兰", phone: "19900000051" });
  const page = await openDesk(story, `/days/${dayId}`);
  const form = await unfold(card(page, "和平苑"), "加减名额");
  await form.getByLabel("组员最多几人").fill("3");
  await lookWide(page, "capacity");
  await form.getByRole("button", { name: "改名额" }).click();
  await told(page, "名额改好了");
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page.getByRole("button", { name: "取消报名 唐秀兰" }).click();
  await look(page, "desk-cancel");
  await press(page, "取消报名");
  await told(page, "唐秀兰的报名取消了");
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await told(page, "唐秀兰又报上了");
}
