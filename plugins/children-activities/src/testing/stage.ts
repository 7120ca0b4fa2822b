import directory from "@lianxin/directory/server";
import { aCommunity, aPerson, aPlace, aVenue, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Answer, type Running, type StartOptions } from "@lianxin/testing";
import server from "../server.js";

export const noCounts = { "6_8": 0, "9_12": 0, "13_15": 0 };
/** A made-up phone number. */
export const phoneOf = (n: number): string => `1990000${String(n).padStart(4, "0")}`;
export const allDuties = { agreed: [1, 2, 3, 4, 5, 6] };

export interface Called {
  readonly params?: Record<string, string>;
  readonly body?: object;
  readonly as?: string | null;
  readonly query?: Record<string, string>;
}
/**
 * A village with a children's home; accounts: secretary (head and administrator), luo (its children's director), worker (a grid worker elsewhere), he (a resident), and the
 * adults by their given accounts.
 */
export interface Stage {
  readonly app: Running;
  readonly community: SetUp;
  readonly path: string;
  readonly placeId: string;
  readonly homeId: string;
  readonly luo: string;
  call(path: string, more?: Called): Promise<Answer>;
  /** As call, and refuses anything but 200. */
  must(path: string, more?: Called): Promise<any>;
  /** A vetted adult of the home; gives the adult's id. */
  anAdult(
    name: string,
    more?: {
      account?: string;
      isWoman?: boolean;
      checkedOn?: string | null;
      firstAidUntil?: string;
      familyGroup?: string;
      kind?: string;
      personId?: string;
      trainedOn?: string;
    },
  ): Promise<string>;
  aChild(n: number, more?: object): Promise<string>;
  childBody(n: number, more?: object): any;
  /** Letters queued, newest last. */
  letters(): Promise<{ to: string; text: string }[]>;
  /** Rows of the access log about a child or any subject: who, by which route, for what. */
  reads(subject: string): Promise<{ account: string; route: string; purpose: string }[]>;
}

export interface StageOptions extends Pick<StartOptions, "log" | "with" | "channels" | "serve"> {
  readonly at?: string;
  readonly isConfirmed?: boolean;
}

export async function setStage({ at = "2027-07-05T09:00", isConfirmed = true, log, channels, serve, with: others = [] }: StageOptions = {}): Promise<Stage> {
  const app = await startPlugin(server, { with: [directory, ...others], at, ...(log && { log }), ...(channels && { channels }), ...(serve && { serve }) });
  const community = await aCommunity(app, { community: "清溪镇" });
  const village = await aPlace(app, { name: "上湾村", kind: "compound" });
  const luo = await aPerson(app, { fullName: "罗婷", role: "grid_worker", account: "luo", placeId: village.id });
  await aPerson(app, { fullName: "李建平", role: "grid_worker", account: "worker" });
  await aPerson(app, { fullName: "何志远", account: "he" });
  const venueId = await aVenue(app, { placeId: village.id, name: "上湾村儿童之家", kind: "childrens_home", seats: 40, equipment: ["急救箱"] });
  let keys = 0;
  const call: Stage["call"] = (path, { as = "secretary", ...more } = {}) => app.call(path, { as, ...more, headers: { "idempotency-key": `k${keys++}` } });
  const must: Stage["must"] = async (path, more) => {
    const { status, body, text } = await call(path, more);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return body;
  };
  if (isConfirmed) await must("POST /places/:path/duties", { params: { path: community.path }, body: allDuties });
  const homeId = isConfirmed ? (await must("POST /homes", { body: { venueId, directorId: luo, rooms: ["活动室", "阅览室"] } })).id : venueId;
  const childBody: Stage["childBody"] = (n, more = {}) => ({
    ...{ name: `孩子${n}`, bornIn: "2019-05", isGirl: n % 2 === 0, textVersion: "2026-1", givenOn: "2027-07-01" },
    guardian: { name: `监护人${n}`, phone: phoneOf(n), relation: "奶奶" },
    consents: { data: true, participation: true, photo: false, health: false },
    collectors: [{ name: `接送人${n}`, phone: phoneOf(1000 + n), relation: "奶奶" }],
    ...more,
  });
  const { kit } = app.app.platform.database;
  return {
    ...{ app, community, path: village.path, placeId: village.id, homeId, luo, call, must, childBody },
    async anAdult(name, { account, isWoman = true, checkedOn = "2027-01-10", kind = "volunteer", personId: known, ...more } = {}) {
      const personId = known ?? (await aPerson(app, { fullName: name, placeId: village.id, role: "volunteer", ...(account && { account }) }));
      const { id } = await must("POST /places/:path/adults", {
        params: { path: village.path },
        body: { personId, kind, isWoman, trainedOn: "2027-01-05", ...more },
      });
      if (checkedOn !== null)
        await must("POST /adults/:adultId/checks", { params: { adultId: id }, body: { scope: "children", checkedOn, verdict: "clear", source: "派出所" } });
      return id;
    },
    aChild: async (n, more) => (await must("POST /homes/:homeId/children", { as: "luo", params: { homeId }, body: childBody(n, more) })).id,
    async letters() {
      const rows = await kit.selectFrom("kit_outbox").select("payload").where("kind", "=", "sms").orderBy("id").execute();
      return rows.map(({ payload }) => {
        const letter = JSON.parse(payload) as { to: { personId: string }; text: string };
        return { to: letter.to.personId, text: letter.text };
      });
    },
    reads: (subject) =>
      kit
        .selectFrom("kit_access_log as log")
        .innerJoin("kit_access_subject as about", "about.accessId", "log.id")
        .select(["log.account as account", "log.route as route", "log.purpose as purpose"])
        .where("about.subject", "=", subject)
        .orderBy("log.id")
        .execute(),
  };
}

/** A plan of a week from 2027-07-12, 08:30–11:00, for so many places. */
export const planBody = (homeId: string, more: object = {}) => ({
  ...{ homeId, title: "防溺水和阅读", purpose: "暑期托管，防溺水教育", expected: { ...noCounts, "6_8": 8 }, packId: "flat-8", mode: "pooled" },
  ...{ modeNote: "两位老师都带过班", isRisky: false },
  ...{ weekdays: [1, 2, 3, 4, 5], fromOn: "2027-07-12", untilOn: "2027-07-16", startTime: "08:30", endTime: "11:00", closesOn: "2027-07-08" },
  ...{ emergencyPlan: "有人受伤先打 120，再打家长电话", insurance: "活动意外险 999999-1" },
  ...more,
});

/** A plan with its adults, signed by both and published; gives its id. */
export async function publishPlan(stage: Stage, adultIds: readonly string[], more: object = {}): Promise<string> {
  const { id: programmeId } = await stage.must("POST /programmes", { body: planBody(stage.homeId, more) });
  const params = { programmeId };
  await stage.must("POST /programmes/:programmeId/posts", { params, body: { adultIds } });
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params });
  await stage.must("POST /programmes/:programmeId/community-signature", { params });
  await stage.must("POST /programmes/:programmeId/publish", { params });
  return programmeId;
}
