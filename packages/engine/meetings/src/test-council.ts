import commitments from "@lianxin/commitments/server";
import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson, aPlace, aVenue, type SetUp } from "@lianxin/directory/testing";
import matters from "@lianxin/matters/server";
import { aBody } from "./testing.js";

export interface Reply {
  readonly status: number;
  readonly body: any;
}
interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly as?: string;
  readonly of?: string;
}
/** What is needed of a running test: `startPlugin(…)` gives it. */
export interface Rehearsed {
  readonly ports: { newId(): string; readonly clock: { now(): string } };
  call(path: string, input?: Input): Promise<Reply>;
  write<T>(pluginId: string, work: (ctx: any) => Promise<T>): Promise<T>;
  signInAs(account: string): void;
}

/** What a council needs beside meetings. */
export const councilPlugins = [directory, matters, commitments] as const;

/** 光明路社区 with the council of story A1: 21 seats with a vote in six parties, 县住建局 without one, and an accepted matter. */
export interface Council<App extends Rehearsed = Rehearsed> {
  readonly app: App;
  readonly community: SetUp;
  readonly compoundId: string;
  readonly bodyId: string;
  readonly matterId: string;
  readonly venueId: string;
  /** By name: 王秀珍, 陈国强, 吴琴, 李建平, 何志远, 刘工 … */
  readonly people: Readonly<Record<string, string>>;
  readonly organizations: Readonly<Record<string, string>>;
}

const residents = [
  "何志远",
  "周兰",
  "张桂英",
  "吴秀兰",
  "黄德明",
  "林小燕",
  "郑国平",
  "谢丽华",
  "罗文斌",
  "梁美珍",
  "宋志强",
  "唐晓梅",
  "韩建国",
  "冯玉兰",
  "曹永福",
];
const party = ["赵红军", "孙爱民"];
export const mailOf = (n: number): string => `member${n}@example.org`;

async function addPeople(app: Rehearsed, compoundId: string): Promise<Record<string, string>> {
  const people: Record<string, string> = {};
  people["李建平"] = await aPerson(app, { fullName: "李建平", placeId: compoundId, role: "grid_leader", account: "grid" });
  for (const name of ["陈国强", "吴琴", ...party, "刘工"]) people[name] = await aPerson(app, { fullName: name, placeId: compoundId });
  for (const [n, name] of residents.entries()) {
    const channels =
      n < 3
        ? [
            { kind: "mail" as const, address: mailOf(n) },
            { kind: "phone" as const, address: `1990000${String(1000 + n)}` },
          ]
        : [];
    people[name] = await aPerson(app, { fullName: name, placeId: compoundId, channels, ...(n === 0 && { account: "hezhiyuan" }) });
  }
  return people;
}

/** The grid leader enters it for the resident; the secretary screens it. */
async function raiseMatter(app: Rehearsed, reporterId: string, placeId: string): Promise<string> {
  const answers = { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: true };
  const raised = await app.call("POST /matters", {
    of: "matters",
    as: "grid",
    body: { title: "小区东侧挡土墙坍毁约 12 米", placeId, reporter: "other", reporterId },
  });
  await app.call("POST /matters/:matterId/screenings", {
    of: "matters",
    as: "secretary",
    params: { matterId: raised.body.id },
    body: { answers, outcome: "accepted" },
  });
  return raised.body.id;
}

/** Fills a running test that has `councilPlugins`, at 2026-09-03 09:00, and signs the secretary in. */
export async function aCouncil<App extends Rehearsed>(app: App): Promise<Council<App>> {
  const community = await aCommunity(app, { name: "王秀珍" });
  const compoundId = (await aPlace(app, { name: "和平苑", kind: "compound" })).id;
  const people: Record<string, string> = { 王秀珍: community.personId, ...(await addPeople(app, compoundId)) };
  const organizations = {
    社区: await anOrganization(app, { name: "光明路社区居委会", kind: "committee" }),
    业委会: await anOrganization(app, { name: "和平苑业委会", kind: "owners_committee" }),
    物业: await anOrganization(app, { name: "和平苑物业", kind: "property_company" }),
    住建局: await anOrganization(app, { name: "县住建局", kind: "department" }),
  };
  await aHolidayYear(app, {
    year: 2026,
    days: [
      { day: "2026-09-25", name: "中秋节", isOffDay: true },
      { day: "2026-10-01", name: "国庆节", isOffDay: true },
    ],
  });
  const venueId = await aVenue(app, { name: "二楼议事厅", seats: 40 });
  const seats = (...names: readonly string[]) => names.map((name) => ({ personId: people[name]! }));
  const parties = [
    { name: "社区", organizationId: organizations.社区, isNeeded: true, seats: seats("王秀珍") },
    { name: "业委会", organizationId: organizations.业委会, seats: seats("陈国强") },
    { name: "物业", organizationId: organizations.物业, seats: seats("吴琴") },
    { name: "网格长", seats: seats("李建平") },
    { name: "党员代表", seats: seats(...party) },
    { name: "居民代表", seats: seats(...residents) },
    { name: "县住建局", organizationId: organizations.住建局, seats: [{ personId: people["刘工"]!, kind: "non_voting" as const }] },
  ];
  const bodyId = await aBody(app, { parties, heldThisYear: 8 });
  const matterId = await raiseMatter(app, people["何志远"]!, compoundId);
  app.signInAs("secretary");
  return { app, community, compoundId, bodyId, matterId, venueId, people, organizations };
}

/** Somebody's calendar: when they cannot come, in the community's zone. */
export const isBusy = (app: Rehearsed, personId: string, from: string, to: string, kind: "work" | "leave" | "away" = "work"): Promise<void> =>
  app.write("directory", ({ services }) => services.calendars.addBusy(personId, { startsAt: instant(from), endsAt: instant(to), kind }));

const instant = (local: string): string => new Date(Date.parse(`${local}+08:00`)).toISOString();
