import type { Page } from "playwright-core";
import { lookWide } from "./look-wide.js";
import type { Story } from "./story-a1/story.js";
import { ask } from "./story-a3/ask.js";

/** The secretary confirms each duty, which turns children's activities on, and opens a home with its children's director; gives the home's id. */
export async function openHome(story: Story, page: Page): Promise<string> {
  const { places } = await ask(page, "GET", "directory/places");
  const placeId = places.find(({ kind }: { kind: string }) => kind === "community").id;
  await ask(page, "POST", "directory/venues", {
    placeId,
    name: "上湾儿童之家",
    kind: "childrens_home",
    seats: 40,
    equipment: ["急救箱"],
    openings: [],
    closures: [],
  });
  await page.goto(`${story.house.url}/children-activities/duties`);
  await page.getByRole("button", { name: "确认，开启儿童活动" }).click();
  await page.getByText("六条都要做得到").first().waitFor();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await lookWide(page, "duties");
  await page.getByRole("button", { name: "确认，开启儿童活动" }).click();
  await page.getByText("起已开启").waitFor();
  await page.getByLabel("找通讯录里的人").fill("李建平");
  await page.getByLabel("儿童主任", { exact: true }).selectOption({ label: "李建平" });
  await page.getByRole("button", { name: "开一个儿童之家" }).click();
  await page.getByText("开好了").waitFor();
  return (await ask(page, "GET", "children-activities/homes")).homes[0].id;
}
