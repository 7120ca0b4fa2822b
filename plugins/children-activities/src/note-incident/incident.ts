import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { groupBy } from "../group-by.js";
import { ledSession } from "../hold-session/open-session.js";
import { childrenById } from "../keep-children/child.repository.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { attendancesOf, findAttendance } from "../keep-safe/session.repository.js";
import { tellDirector } from "../keep-safe/tell-director.js";
import type { ActivitiesContext } from "../plugin.js";
import { instantOf, isDay, isTime } from "../tell-time/tell-time.js";

export const incidentKinds = ["accident", "bullying", "disclosure", "missing", "other"] as const;
export const offices = ["police", "civil_affairs", "education", "police_and_civil_affairs"] as const;
export interface NewIncident {
  readonly kind: (typeof incidentKinds)[number];
  readonly attendanceId?: string | undefined;
  readonly words?: string | undefined;
  /** The time of the session's day at which it happened; now where nothing is said on that very day. */
  readonly time?: string | undefined;
}

/** When on the day of a session something happened. Throws timeInvalid, incidentAhead. */
export function happenedAt({ clock }: Pick<ActivitiesContext, "clock">, { heldOn }: { readonly heldOn: string }, time: string): string {
  if (!isTime(time)) throw errors.timeInvalid({ value: time }, "body.time");
  const at = instantOf(heldOn, time, clock.zone);
  if (at > clock.now()) throw errors.incidentAhead({}, "body.time");
  return at;
}

/** On a later day "now" would be untrue: a time has to be said. Throws incidentTime and as happenedAt. */
function saidAt(ctx: ActivitiesContext, session: { readonly heldOn: string }, time: string | undefined): string {
  if (time) return happenedAt(ctx, session, time);
  if (session.heldOn !== ctx.clock.today()) throw errors.incidentTime({}, "body.time");
  return ctx.clock.now();
}

/** What was written down, and whom no letter reaches who has to know of it, by name. */
export interface Noted {
  readonly id: string;
  readonly adults: string[];
}

/**
 * Something happened; the director hears that there is something to look at. What a child discloses is never written here: it goes on paper to the director, and to the authorities at once.
 * Throws noContent and as saidAt.
 */
export async function noteIncident(ctx: ActivitiesContext, sessionId: string, { kind, attendanceId, words, time }: NewIncident): Promise<Noted> {
  const { db, newId, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "published", "open", "closed", "lapsed");
  if (kind === "disclosure" && (words?.trim() || attendanceId)) throw errors.noContent({}, "body.words");
  const row = attendanceId ? await findAttendance(db, attendanceId) : undefined;
  if (attendanceId && row?.sessionId !== sessionId) throw errors.childUnknown();
  const id = newId();
  const facts = {
    struckAt: null,
    struckReason: null,
    replacesId: null,
    sessionId,
    placePath: session.placePath,
    kind,
    at: saidAt(ctx, session, time),
    byId: actor.personId,
  };
  await db
    .insertInto("children_activities_incident")
    .values({ id, subjectId: row?.childId ?? id, words: words?.trim() || null, ...facts })
    .execute();
  audit("incident.note", id, { sessionId, kind });
  return { id, adults: await tellDirector(ctx, session, { kind: "incident", about: id }) };
}

/** When a report was made: now, or at a time of today or an earlier day that is said. Throws dayInvalid, timeInvalid, reportAhead. */
function madeAt({ clock }: Pick<ActivitiesContext, "clock">, { on, time }: { readonly on?: string | undefined; readonly time?: string | undefined }): string {
  if (on === undefined && time === undefined) return clock.now();
  const day = on ?? clock.today();
  if (!isDay(day)) throw errors.dayInvalid({ value: day }, "body.on");
  if (time === undefined || !isTime(time)) throw errors.timeInvalid({ value: time ?? "" }, "body.time");
  const at = instantOf(day, time, clock.zone);
  if (at > clock.now()) throw errors.reportAhead({}, on === undefined || day === clock.today() ? "body.time" : "body.on");
  return at;
}

/** That the mandatory report was made, when, to which office, under which number; the director hears that something was noted. There is no field for what it said. Throws as madeAt. */
export async function noteReport(
  ctx: ActivitiesContext,
  sessionId: string,
  { office, receipt, ...when }: { office: (typeof offices)[number]; receipt?: string | undefined; on?: string | undefined; time?: string | undefined },
): Promise<Noted> {
  const { db, newId, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "published", "open", "closed", "lapsed");
  const id = newId();
  const made = { office, reportedAt: madeAt(ctx, when), receipt: receipt?.trim() || null, byId: actor.personId };
  const row = { id, placePath: session.placePath, sessionId, ...made, struckAt: null, struckReason: null };
  await db.insertInto("children_activities_report").values(row).execute();
  audit("report.note", id, { office });
  return { id, adults: await tellDirector(ctx, session, { kind: "incident", about: id }) };
}

/** The incidents and reports of a home, for its director, those struck out too; with which child each is about, and which were there; each opening of a child's is logged. */
export async function showIncidents(ctx: ActivitiesContext, homeId: string) {
  await mustDirect(ctx, homeId);
  const why = "the incidents of a home whose director asks";
  const own = everywhere(ctx.db, "children_activities_session", why).select("id").where("homeId", "=", homeId);
  const [incidents, reports] = await Promise.all([
    everywhere(ctx.db, "children_activities_incident", why).selectAll().where("sessionId", "in", own).orderBy("at", "desc").orderBy("id").limit(200).execute(),
    everywhere(ctx.db, "children_activities_report", why)
      .selectAll()
      .where("sessionId", "in", own)
      .orderBy("reportedAt", "desc")
      .orderBy("id")
      .limit(200)
      .execute(),
  ]);
  const children = await childrenById(
    ctx.db,
    incidents.map(({ subjectId }) => subjectId),
  );
  const attendances = await attendancesOf(ctx.db, [...new Set(incidents.map(({ sessionId }) => sessionId))]);
  const there = new Map([...groupBy(attendances, ({ sessionId }) => sessionId)].map(([id, rows]) => [id, rows.map(({ childId }) => childId)]));
  const nameOf = new Map(children.map(({ id, name }) => [id, name]));
  const opened = (
    await ctx.disclose(
      incidents.flatMap(({ subjectId, words }) => [nameOf.get(subjectId), words].filter((one) => one !== null && one !== undefined)),
      "keep",
    )
  ).values();
  return {
    incidents: incidents.map(({ id, sessionId, subjectId, kind, at, words, struckAt, struckReason, replacesId }) => ({
      ...{ id, sessionId, kind, at, struckAt, struckReason, isCorrected: replacesId !== null },
      childId: nameOf.has(subjectId) ? subjectId : null,
      there: there.get(sessionId) ?? [],
      child: nameOf.has(subjectId) ? (opened.next().value ?? "") : null,
      words: words === null ? null : (opened.next().value ?? ""),
    })),
    reports: reports.map(({ id, sessionId, office, reportedAt, receipt, struckAt, struckReason }) => ({
      ...{ id, sessionId, office, reportedAt, receipt, struckAt, struckReason },
    })),
  };
}
