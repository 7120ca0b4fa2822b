import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { ledSession } from "../hold-session/open-session.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { findAttendance } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

export const incidentKinds = ["accident", "bullying", "disclosure", "missing", "other"] as const;
export const offices = ["police", "civil_affairs", "education", "police_and_civil_affairs"] as const;
export interface NewIncident {
  readonly kind: (typeof incidentKinds)[number];
  readonly attendanceId?: string | undefined;
  readonly words?: string | undefined;
}

/** Something happened. What a child discloses is never written here: it goes on paper to the director, and to the authorities at once. Throws noContent. */
export async function noteIncident(ctx: ActivitiesContext, sessionId: string, { kind, attendanceId, words }: NewIncident): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "published", "open", "closed");
  if (kind === "disclosure" && (words?.trim() || attendanceId)) throw errors.noContent({}, "body.words");
  const row = attendanceId ? await findAttendance(db, attendanceId) : undefined;
  if (attendanceId && row?.sessionId !== sessionId) throw errors.childUnknown();
  const id = newId();
  const facts = { sessionId, placePath: session.placePath, kind, at: clock.now(), byId: actor.personId };
  await db
    .insertInto("children_activities_incident")
    .values({ id, subjectId: row?.childId ?? id, words: words?.trim() || null, ...facts })
    .execute();
  audit("incident.note", id, { sessionId, kind });
  return id;
}

/** That the mandatory report was made, now, to which office, under which number. There is no field for what it said. */
export async function noteReport(
  ctx: ActivitiesContext,
  sessionId: string,
  { office, receipt }: { office: (typeof offices)[number]; receipt?: string | undefined },
): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "published", "open", "closed");
  const id = newId();
  const row = { id, placePath: session.placePath, sessionId, office, reportedAt: clock.now(), receipt: receipt?.trim() || null, byId: actor.personId };
  await db.insertInto("children_activities_report").values(row).execute();
  audit("report.note", id, { office });
  return id;
}

/** The incidents and reports of a home, for its director; each opening of a child's is logged. */
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
  const opened = (
    await ctx.disclose(
      incidents.flatMap(({ words }) => (words === null ? [] : [words])),
      "keep",
    )
  ).values();
  return {
    incidents: incidents.map(({ id, sessionId, kind, at, words }) => ({ id, sessionId, kind, at, words: words === null ? null : (opened.next().value ?? "") })),
    reports: reports.map(({ id, sessionId, office, reportedAt, receipt }) => ({ id, sessionId, office, reportedAt, receipt })),
  };
}
