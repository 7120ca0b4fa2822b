import commitments from "@lianxin/commitments/server";
import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson } from "@lianxin/directory/testing";
import matters from "@lianxin/matters/server";
import meetings from "@lianxin/meetings/server";
import { aBody } from "@lianxin/meetings/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import type { BenchRow } from "../run/bench.js";
import { fillLedger } from "./deliberation-ledger.js";
import { planLedger } from "./deliberation-rows.js";
import { fillMatters, layGround, median } from "./matters.js";

const [rolled, opened, closedLines] = [18, 9, 50_000];
const plannedOn = "2026-12-01";
/** What a turn throws so that its draft is not kept and the next one finds everything as it was. */
const again = new Error("rolled back");

/** Lines of the ledger for matters that were reported upwards, as the event opens them. */
const openLines = (app: Running, some: readonly { readonly id: string; readonly title: string; readonly placePath: string }[]): Promise<void> =>
  app.write("meetings", async ({ use }: any) => {
    for (const { id, title, placePath } of some)
      await use.commitments.openParts({ kind: "meetings.escalation", id, meetingId: null, title }, [{ title, standard: "", placePath }]);
  });

/** Matters are reported upwards until so many are, each the way people do it. */
async function escalate(app: Running, countyPath: string): Promise<{ id: string; title: string; placePath: string }[]> {
  const found = await app.write<any[]>("meetings", ({ use }: any) => use.matters.waitingForMeeting(countyPath));
  const some = found.slice(0, rolled + opened);
  for (const { id } of some) {
    const body = { referTo: "问题交办会", reason: "社区办不了" };
    const { status } = await app.call("POST /matters/:matterId/escalation", { of: "matters", as: "secretary", params: { matterId: id }, body });
    if (status !== 200) throw new Error(`A matter could not be reported upwards: ${status}.`);
  }
  return some;
}

async function setBody(app: Running, secretaryId: string): Promise<string> {
  const department = await anOrganization(app, { name: "县住建局", kind: "department" });
  const parties = [
    { name: "组织部", seats: [{ personId: secretaryId }] },
    { name: "住建局", organizationId: department, seats: [{ personId: await aPerson(app, { fullName: "刘工" }) }] },
  ];
  return aBody(app, { parties, template: "assignment", name: "问题交办会" });
}

/** A county of 219 grids, 100,000 matters and 50,000 closed lines; 18 lines opened before the list of November, 9 after it. Gives the series' id. */
async function setCounty(app: Running): Promise<string> {
  const { path, personId } = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  const grids = await layGround(app);
  await fillMatters(app, grids, personId);
  const organizations = [await anOrganization(app, { name: "县城管局", kind: "department" })];
  const ground = { community: path, grids: grids.map((grid) => grid.path), organizations, people: [personId], today: "2026-09-30" };
  await fillLedger(app, planLedger(ground, closedLines, { isClosed: true }));
  const bodyId = await setBody(app, personId);
  const lines = await escalate(app, path);
  app.ports.setTime("2026-10-27T09:00");
  await openLines(app, lines.slice(0, rolled));
  const monthly = { title: "问题交办会", type: "assignment", startsAt: "14:30", minutes: 120, placeText: "三楼会议室", fromOn: "2026-10-28" };
  const rule = { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" };
  const { body } = await app.call("POST /bodies/:bodyId/series", { as: "secretary", params: { bodyId }, body: { ...monthly, rule } });
  app.ports.setTime("2026-10-28T17:00");
  const november = { seriesId: body.id, plannedOn: "2026-11-03" };
  await app.call("POST /series/:seriesId/dates/:plannedOn/meetings", { as: "secretary", params: november, body: {} });
  app.ports.setTime("2026-11-20T10:00");
  await openLines(app, lines.slice(rolled));
  app.ports.setTime("2026-11-25T17:00");
  return body.id;
}

/** Story A3: the list of 27 lines compiled from the ledger and put on the agenda of a draft, at the server on SQLite. Median of 31, each rolled back. */
export async function measureAgenda(): Promise<readonly BenchRow[]> {
  const app = await startPlugin(meetings, { with: [directory, matters, commitments], at: "2026-10-20T09:00" });
  try {
    const seriesId = await setCounty(app);
    let count = 0;
    const compile = () =>
      app
        .write("meetings", async ({ services, db }: any) => {
          const meetingId = await services.series.draft(await services.series.find(seriesId), plannedOn);
          ({ length: count } = await db.selectFrom("meetings_agenda_item").select("id").where("meetingId", "=", meetingId).execute());
          throw again;
        })
        .catch((error: unknown) => {
          if (error !== again) throw error;
        });
    const figure = await median(compile);
    if (count !== rolled + opened) throw new Error(`The agenda has ${count} lines, not ${rolled + opened}.`);
    const what = "the A3 agenda of 27 lines compiled and drafted, 219 grids, 100,000 matters, 50,000 lines done";
    return [{ id: "agenda-a3", what, figure, unit: "ms p50", goal: "≤ 50", holds: figure <= 50 }];
  } finally {
    await app.close();
  }
}
