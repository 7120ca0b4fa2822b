import { setStage as setHomeStage, phoneOf, planBody, type Stage as HomeStage } from "@lianxin/children-activities/testing";
import commitments from "@lianxin/commitments/server";
import { aHolidayYear, aPerson } from "@lianxin/directory/testing";
import matters from "@lianxin/matters/server";
import volunteerDays from "@lianxin/volunteer-days/server";
import { dutyEndedListener } from "../ask-volunteers/duty-ended.listener.js";
import { standInNeededListener } from "../ask-volunteers/stand-in-needed.listener.js";
import server from "../server.js";

/** A home of children's activities and a Monday of volunteers (08:30–10:30) in one village, with the bridge between them. */
export interface Stage extends HomeStage {
  readonly seriesId: string;
  /** A person with a phone who may be on the rota and may be vetted for the home. */
  aVolunteer(n: number, more?: { checkedOn?: string | null; isOnRota?: boolean; account?: string }): Promise<{ personId: string; adultId: string }>;
  /** A plan of five mornings, not yet signed, with places for eight children (two adults). */
  aPlan(more?: object): Promise<{ programmeId: string; sessionIds: string[] }>;
  /** Gives the bridge the events it has not heard yet, as the outbox does. */
  deliver(): Promise<void>;
  duties(): Promise<any[]>;
  /** Who is on duty at each date of a plan, by name. */
  onDuty(programmeId: string): Promise<string[][]>;
  /** The newest link sent to a person. */
  linkTo(personId: string): Promise<{ askId: string; key: string }>;
}

export async function setStage(): Promise<Stage> {
  const home = await setHomeStage({ with: [matters, commitments, volunteerDays, server] });
  const { app, must, placeId } = home;
  await aHolidayYear(app, { year: 2027, days: [{ day: "2027-10-01", name: "国庆节", isOffDay: true }] });
  const { id: seriesId } = await must("POST /api/volunteer-days/series", {
    body: {
      ...{ title: "扮靓周一", weekday: 1, startTime: "08:30", endTime: "10:30", fromOn: "2027-07-12", untilOn: "2027-07-19", meetingPoint: "村委会门口" },
      sites: [{ placeId, work: "打扫", posts: [{ kind: "member", title: "打扫", least: 1, most: 5, isAdultsOnly: false }] }],
    },
  });
  let heard = 0;
  return {
    ...{ ...home, seriesId },
    async aVolunteer(n, { checkedOn = "2027-01-10", isOnRota = true, account } = {}) {
      const channels = [{ kind: "phone" as const, address: phoneOf(n) }];
      const personId = await aPerson(app, { fullName: `志愿者${n}`, placeId, role: "volunteer", channels, ...(account && { account }) });
      const adultId = await home.anAdult("", { personId, checkedOn, firstAidUntil: "2028-01-01" });
      const body = { name: `志愿者${n}`, personId, ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] };
      if (isOnRota) await must("POST /api/volunteer-days/series/:seriesId/volunteers", { params: { seriesId }, body });
      return { personId, adultId };
    },
    async aPlan(more = {}) {
      const { id: programmeId } = await must("POST /programmes", { body: planBody(home.homeId, more) });
      const { sessions } = await must("GET /programmes/:programmeId", { params: { programmeId } });
      return { programmeId, sessionIds: sessions.map(({ id }: { id: string }) => id) };
    },
    async deliver() {
      const listeners = { "children-activities.standInNeeded": standInNeededListener, "children-activities.dutyEnded": dutyEndedListener };
      const events = (await app.published()).filter(({ event }) => event in listeners);
      for (const { event, payload } of events.slice(heard)) {
        const listener = listeners[event as keyof typeof listeners] as { handle(...all: unknown[]): Promise<void> };
        await app.write("children-volunteers", (ctx) => listener.handle(payload, ctx, { eventId: `e${heard++}` }));
      }
    },
    duties: async () => (await must("GET /api/children-volunteers/duties")).duties,
    async onDuty(programmeId) {
      const { sessions } = await must("GET /programmes/:programmeId", { params: { programmeId } });
      const { adults } = await must("GET /adults");
      const nameOf = new Map(adults.map(({ id, name }: any) => [id, name]));
      return sessions.map(({ posts }: any) => posts.filter(({ state }: any) => state === "planned").map(({ adultId }: any) => nameOf.get(adultId)));
    },
    async linkTo(personId) {
      const letter = (await home.letters()).findLast(({ to, text }) => to === personId && text.includes("/children-volunteers/ask/"))!;
      const [, askId, key] = /ask\/([\w-]+)\/([\w-]{22})/.exec(letter.text)!;
      return { askId: askId!, key: key! };
    },
  };
}
