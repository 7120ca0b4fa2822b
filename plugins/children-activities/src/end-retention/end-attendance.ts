import { everywhere } from "@lianxin/plugin-kit";
import { countBands } from "../count-year/count-bands.js";
import { groupBy } from "../group-by.js";
import { ageBands } from "../judge-safety/age-bands.js";
import { attendancesOf, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { instantOf } from "../tell-time/tell-time.js";
import { lastYearToEnd } from "./retention.js";

type Ended = Pick<SessionRow, "id" | "homeId" | "placePath" | "heldOn">;

/** So many sessions a night: a night's work stays short, and what is late by a day is done the next. */
const mostSessions = 400;

/** Sessions of years that may not be kept whose attendance stands, forgotten ones that nobody closed too, whole years of a home at a time, so that a year is summed once. */
async function sessionsToEnd({ db, clock }: ActivitiesContext): Promise<Ended[]> {
  const rows = await everywhere(db, "children_activities_session", "what may not be kept any more is ended everywhere")
    .select(["id", "homeId", "placePath", "heldOn"])
    .where("heldOn", "<=", `${lastYearToEnd(clock.today())}-12-31`)
    .where("id", "in", (eb) => eb.selectFrom("children_activities_attendance").select("sessionId"))
    .orderBy("heldOn")
    .orderBy("id")
    .execute();
  const years = groupBy(rows, ({ homeId, heldOn }) => `${heldOn.slice(0, 4)} ${homeId}`);
  const some: Ended[] = [];
  for (const sessions of years.values()) {
    if (some.length > 0 && some.length + sessions.length > mostSessions) break;
    some.push(...sessions);
  }
  return some;
}

/**
 * What is still counted of a home's year. A session that turns up when its year was summed already is added to the visits; of the children the larger count stands, since nobody knows any more who they
 * were: too few perhaps, none twice.
 */
async function addTally({ db, newId }: ActivitiesContext, { homeId, placePath, heldOn }: Ended, sums: ReturnType<typeof countBands>): Promise<void> {
  const year = heldOn.slice(0, 4);
  const before = await everywhere(db, "children_activities_tally", "what may not be kept any more is ended everywhere")
    .select(["id", "measure", "ageBand", "count"])
    .where("homeId", "=", homeId)
    .where("year", "=", year)
    .execute();
  for (const measure of ["children", "visits"] as const)
    for (const ageBand of ageBands) {
      const count = sums[measure][ageBand];
      const known = before.find((row) => row.measure === measure && row.ageBand === ageBand);
      if (!known) await db.insertInto("children_activities_tally").values({ id: newId(), homeId, placePath, year, measure, ageBand, count }).execute();
      else
        await db
          .updateTable("children_activities_tally")
          .set({ count: measure === "visits" ? known.count + count : Math.max(known.count, count) })
          .where("id", "=", known.id)
          .execute();
    }
}

async function writeTallies(ctx: ActivitiesContext, sessions: readonly Ended[]): Promise<void> {
  for (const own of groupBy(sessions, ({ homeId, heldOn }) => `${heldOn.slice(0, 4)} ${homeId}`).values()) {
    const ids = own.map(({ id }) => id);
    await addTally(ctx, own[0]!, countBands(await attendancesOf(ctx.db, ids)));
  }
}

/** Whoever forgot to close a session so long ago: it is over, as of its end. */
async function closeForgotten({ db }: ActivitiesContext, sessionIds: readonly string[]): Promise<void> {
  const open = await everywhere(db, "children_activities_session", "what may not be kept any more is ended everywhere")
    .select(["id", "endsAt"])
    .where("id", "in", sessionIds)
    .where("state", "=", "open")
    .execute();
  for (const { id, endsAt } of open) {
    await db.updateTable("children_activities_alarm").set({ untilAt: endsAt }).where("sessionId", "=", id).where("untilAt", "is", null).execute();
    await db
      .updateTable("children_activities_post")
      .set({ state: "left", leftAt: endsAt })
      .where("sessionId", "=", id)
      .where("state", "=", "present")
      .execute();
    await db.updateTable("children_activities_session").set({ state: "closed", closedAt: endsAt, outlook: [] }).where("id", "=", id).execute();
  }
}

/** Who was allowed to collect a child at one of these sessions alone is forgotten with it. */
async function endOneOffs({ db, erase }: ActivitiesContext, sessionIds: readonly string[]): Promise<void> {
  const rows = await db.selectFrom("children_activities_collector").select("id").where("sessionId", "in", sessionIds).execute();
  for (const { id } of rows) await erase(id);
  await db.deleteFrom("children_activities_collector").where("sessionId", "in", sessionIds).execute();
}

/**
 * Who came when is not kept beyond its time: each home's year is summed, then its attendance goes, with the codes and the steps about children nobody collected. Gives how many
 * sessions. O(rows).
 */
export async function endAttendance(ctx: ActivitiesContext): Promise<number> {
  const { db } = ctx;
  const sessions = await sessionsToEnd(ctx);
  if (sessions.length === 0) return 0;
  await writeTallies(ctx, sessions);
  const ids = sessions.map(({ id }) => id);
  await closeForgotten(ctx, ids);
  for (const table of ["children_activities_code", "children_activities_ladder_step"] as const)
    await db
      .deleteFrom(table)
      .where("attendanceId", "in", (eb) => eb.selectFrom("children_activities_attendance").select("id").where("sessionId", "in", ids))
      .execute();
  await db.deleteFrom("children_activities_attendance").where("sessionId", "in", ids).execute();
  await db.updateTable("children_activities_post").set({ leftReason: null }).where("sessionId", "in", ids).where("leftReason", "is not", null).execute();
  await endOneOffs(ctx, ids);
  return sessions.length;
}

/** What was written about an incident goes with the attendance of that year; its kind and instant stay. Gives how many. */
export async function endIncidentWords({ db, clock }: ActivitiesContext): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("children_activities_incident")
    .set({ words: null })
    .where("words", "is not", null)
    .where("at", "<", instantOf(`${lastYearToEnd(clock.today()) + 1}-01-01`, "00:00", clock.zone))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
