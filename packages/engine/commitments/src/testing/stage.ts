import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Answer, type Running } from "@lianxin/testing";
import type { Commitments } from "../commitments.js";
import server from "../server.js";

/** The national holiday and the make-up days of autumn 2026, for tests. */
const autumn = [
  ...["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].map((day) => ({ day, name: "假", isOffDay: true })),
  ...["2026-09-20", "2026-10-10"].map((day) => ({ day, name: "调休", isOffDay: false })),
];

/** A community with who leads, who owns and who lives there, for tests of what people do with a promise. */
export interface Stage {
  readonly app: Running;
  readonly community: SetUp;
  readonly property: string;
  readonly owners: string;
  /** 吴琴 of the property company; account "wu". */
  readonly wu: string;
  /** 陈国强 of the owners' committee; account "chen". */
  readonly chen: string;
  /** A resident without any right; account "he". */
  readonly he: string;
  post(path: string, params: Record<string, string>, body: object, as?: string | null): Promise<Answer>;
  show(partId: string, as?: string): Promise<any>;
  ask<T>(question: (commitments: Commitments) => Promise<T>): Promise<T>;
}

/** Accounts: secretary, leader (a grid leader), wu, chen, he. */
export async function setStage(options: { readonly at?: string; readonly config?: object; readonly channels?: [] } = {}): Promise<Stage> {
  const app = await startPlugin(server, {
    with: [directory],
    at: options.at ?? "2026-09-09T15:30",
    config: options.config,
    ...(options.channels && { channels: options.channels }),
  });
  const community = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: autumn });
  let keys = 0;
  const stage = {
    property: await anOrganization(app),
    owners: await anOrganization(app, { name: "和平苑业委会", kind: "owners_committee" }),
    wu: await aPerson(app, { fullName: "吴琴", account: "wu", role: "council_member" }),
    chen: await aPerson(app, { fullName: "陈国强", account: "chen", role: "council_member" }),
    he: await aPerson(app, { fullName: "何志远", account: "he" }),
  };
  await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader" });
  return {
    ...stage,
    app,
    community,
    post: (path, params, body, as = "secretary") => app.call(`POST ${path}`, { as, params, body, headers: { "idempotency-key": `s${keys++}` } }),
    show: async (partId, as = "secretary") => (await app.call("GET /parts/:partId", { as, params: { partId } })).body,
    ask: (question) => app.write("commitments", (ctx) => question(ctx.services.others)),
  };
}
