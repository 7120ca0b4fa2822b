import type { Page } from "playwright-core";
import { ask } from "./story-a3/ask.js";

/** The id of whoever has this name, as the page's reader finds it. */
export const personNamed = async (page: Page, name: string): Promise<string> =>
  (await ask(page, "GET", `directory/people?search=${encodeURIComponent(name)}`)).people[0].id;

/** A series of volunteer days with one person who said yes to its rota. */
export async function putOnRota(page: Page, name: string): Promise<void> {
  const { places } = await ask(page, "GET", "directory/places");
  const { id } = await ask(page, "POST", "volunteer-days/series", {
    ...{ title: "扮靓周四", weekday: 4, startTime: "08:30", endTime: "10:30", fromOn: "2026-09-17", untilOn: "2026-09-24", meetingPoint: "党群服务中心门口" },
    sites: [{ placeId: places[0].id, work: "楼道", posts: [{ kind: "member", title: "打扫", least: 1, most: 5, isAdultsOnly: false }] }],
  });
  const facts = { ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] };
  await ask(page, "POST", `volunteer-days/series/${id}/volunteers`, { name, personId: await personNamed(page, name), ...facts });
}
