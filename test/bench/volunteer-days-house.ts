import type { House } from "../journeys/start-house.js";

/** A built house with one volunteer day a week ahead, for benches that need whole processes. */
export interface BusyHouse {
  readonly dayId: string;
  /** The posts of the day, a site each. */
  readonly siteIds: readonly string[];
}

const headers = { "x-lianxin": "1", "content-type": "application/json" };

/** The day in Shanghai so many days from the real one, as the house has no other clock. */
const daysAhead = (days: number): string => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** Sets the house up and plans so many sites with so many places on one day. */
export async function plantDay(house: House, sites: number, places: number): Promise<BusyHouse> {
  const token = new URL(house.setUpLink).searchParams.get("token");
  let cookie = "";
  const call = async (method: string, path: string, body?: object): Promise<any> => {
    const sent = { method, headers: { ...headers, cookie }, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${house.url}/api/${path}`, sent);
    cookie ||= answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };
  await call("POST", "set-up", { token, name: "王秀珍", community: "光明路社区", mail: "a@example.cn" });
  const [{ id: parentId }] = (await call("GET", "directory/places")).places;
  const [heldOn, later] = [daysAhead(7), daysAhead(47)];
  for (const year of new Set([heldOn.slice(0, 4), later.slice(0, 4)]))
    await call("PUT", `directory/holidays/${year}`, { source: "bench", isFictional: true, days: [{ day: `${year}-01-01`, name: "元旦", isOffDay: true }] });
  const posts = [{ kind: "member", title: "打扫", least: 1, most: places, isAdultsOnly: false }];
  const made = [];
  for (let i = 0; i < sites; i++)
    made.push({ placeId: (await call("POST", "directory/places", { parentId, name: `小区${i}`, kind: "compound" })).id, work: "打扫", posts });
  const times = { weekday: new Date(heldOn).getUTCDay() || 7, startTime: "08:30", endTime: "10:30", fromOn: heldOn, untilOn: heldOn };
  await call("POST", "volunteer-days/series", { title: "扮靓周四", ...times, meetingPoint: "门口", sites: made });
  const { day } = await call("GET", "volunteer-days/public/thursday");
  return { dayId: day.id, siteIds: day.sites.map(({ id }: { id: string }) => id) };
}
