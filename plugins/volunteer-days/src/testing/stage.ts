import commitments from "@lianxin/commitments/server";
import directory from "@lianxin/directory/server";
import matters from "@lianxin/matters/server";
import { aCommunity, aHolidayYear, aPerson, aPlace, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Answer, type Running, type StartOptions } from "@lianxin/testing";
import server from "../server.js";
import type { PostSpec } from "../tables/days.js";

/** The national holiday and the worked weekends of autumn 2026, for tests. */
const off = ["09-25", "09-26", "09-27", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"];
const autumn = [
  ...off.map((day) => ({ day: `2026-${day}`, name: day < "10" ? "中秋节" : "国庆节", isOffDay: true })),
  ...["2026-09-20", "2026-10-10"].map((day) => ({ day, name: "调休", isOffDay: false })),
];
export const members = (most: number, least = Math.min(4, most)): PostSpec => ({ kind: "member", title: "打扫", least, most, isAdultsOnly: false });
export const leaders: PostSpec = { kind: "leader", title: "组长", least: 1, most: 1, isAdultsOnly: true };

export interface StageOptions extends Pick<StartOptions, "channels"> {
  readonly at?: string;
  readonly sites?: number;
  readonly posts?: readonly PostSpec[];
  readonly config?: object;
  readonly untilOn?: string;
  readonly weeksAhead?: number;
}
/** A community with a series every Thursday 08:30–10:30 from 2026-09-17; accounts: secretary, worker (a grid worker), he (a resident). */
export interface Stage {
  readonly app: Running;
  readonly community: SetUp;
  readonly seriesId: string;
  readonly he: string;
  readonly sitePaths: readonly string[];
  call(path: string, more?: { params?: Record<string, string>; body?: object; as?: string | null; query?: Record<string, string> }): Promise<Answer>;
  /** The day of an original date, of the Thursdays or of another series. */
  day(originalOn: string, seriesId?: string): Promise<any>;
  /** One more series at the first site from 2026-09-14 on, five places a day unless said; gives its id. */
  anotherSeries(times: { weekday: number; startTime: string; endTime: string; title?: string; posts?: readonly PostSpec[] }): Promise<string>;
  posts(dayId: string): Promise<any[]>;
  join(dayId: string, n: number, more?: object): Promise<Answer>;
  /** Letters queued, as channel and text. */
  letters(): Promise<{ channel: string; to: string; text: string; key: string }[]>;
}

/** A made-up phone number. */
export const phoneOf = (n: number): string => `1990000${String(n).padStart(4, "0")}`;

export async function setStage({
  at = "2026-09-14T09:00",
  sites = 2,
  posts = [members(5)],
  config,
  untilOn = "2026-11-26",
  channels,
}: StageOptions = {}): Promise<Stage> {
  const app = await startPlugin(server, { with: [directory, matters, commitments], at, config, ...(channels && { channels }) });
  const community = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: autumn });
  const he = await aPerson(app, { fullName: "何志远", account: "he" });
  await aPerson(app, { fullName: "李建平", role: "grid_worker", account: "worker" });
  const places: { id: string; path: string }[] = [];
  for (let i = 0; i < sites; i++) places.push(await aPlace(app, { name: `小区${i + 1}` }));
  let keys = 0;
  const call: Stage["call"] = (path, { as = "secretary", ...more } = {}) => app.call(path, { as, ...more, headers: { "idempotency-key": `k${keys++}` } });
  const made = await call("POST /series", {
    body: {
      ...{ title: "扮靓周四", weekday: 4, startTime: "08:30", endTime: "10:30", fromOn: "2026-09-17", untilOn, meetingPoint: "党群服务中心门口" },
      sites: places.map(({ id }) => ({ placeId: id, work: "楼道、扶手、小广告、堆积物、绿化", posts })),
    },
  });
  if (made.status !== 200) throw new Error(made.text);
  const seriesId: string = made.body.id;
  const ask = <T>(work: (ctx: any) => Promise<T>): Promise<T> => app.write("volunteer-days", work);
  return {
    ...{ app, community, seriesId, he, call, sitePaths: places.map(({ path }) => path) },
    day: (originalOn, of = seriesId) => ask(({ services }) => services.series.days(of, originalOn, originalOn).then((days: any[]) => days[0])),
    async anotherSeries({ title = "助老日", posts: asked = [members(5)], ...times }) {
      const body = {
        title,
        ...times,
        fromOn: "2026-09-14",
        untilOn,
        meetingPoint: "卫生站门口",
        sites: [{ placeId: places[0]!.id, work: "陪伴", posts: asked }],
      };
      const answer = await call("POST /series", { body });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.body.id;
    },
    posts: (dayId) => ask(({ services }) => services.days.posts([dayId])),
    join: (dayId, n, more = {}) =>
      call("POST /public/days/:dayId/sign-ups", { as: null, params: { dayId }, body: { name: `志愿者${n}`, phone: phoneOf(n), ...more } }),
    async letters() {
      const rows = await app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "in", ["sms", "mail"]).orderBy("id").execute();
      return rows.map(({ kind, payload, dedupeKey }) => {
        const letter = JSON.parse(payload) as { to: { name: string }; text: string };
        return { channel: kind, to: letter.to.name, text: letter.text, key: dedupeKey };
      });
    },
  };
}
