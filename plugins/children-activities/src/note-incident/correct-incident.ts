import { byId } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { attendancesOf, findSession } from "../keep-safe/session.repository.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { happenedAt, type incidentKinds } from "./incident.js";

export const strikeReasons = ["mistaken", "twice", "elsewhere"] as const;
/** Why a line is struck out: it did not happen, it stands there twice, it belongs to another session. */
export type StrikeReason = (typeof strikeReasons)[number];
export interface Correction {
  readonly kind: (typeof incidentKinds)[number];
  /** A child who was on that session's list; null: it is about none. */
  readonly childId: string | null;
  readonly words: string;
  /** A time of the session's day; as it stood where nothing is said. */
  readonly time?: string | undefined;
}

export const findIncident = (db: ActivitiesDb, id: string) => byId(db, "children_activities_incident", id).selectAll().executeTakeFirst();
export const findReport = (db: ActivitiesDb, id: string) => byId(db, "children_activities_report", id).selectAll().executeTakeFirst();

/** Of two who strike out one line at the same moment the second is told so. */
async function strike({ db, clock }: ActivitiesContext, table: "children_activities_incident" | "children_activities_report", id: string, reason: string) {
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ struckAt: clock.now(), struckReason: reason })
    .where("id", "=", id)
    .where("struckAt", "is", null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw errors.incidentStruck();
}

async function directedSession(ctx: ActivitiesContext, sessionId: string) {
  const session = (await findSession(ctx.db, sessionId))!;
  await mustDirect(ctx, session.homeId);
  return session;
}

/**
 * What was written about an incident is put right by the director: the old line is struck out and stays for the director to see, the new one stands in its place, for the guardian of its own child
 * alone. What turns out to be a disclosure loses its words in both. Gives the new line's id. Throws incidentStruck, noContent, childUnknown and as happenedAt.
 */
export async function correctIncident(ctx: ActivitiesContext, incidentId: string, { kind, childId, words, time }: Correction): Promise<string> {
  const { db, newId, actor, audit } = ctx;
  const old = (await findIncident(db, incidentId))!;
  const session = await directedSession(ctx, old.sessionId);
  if (kind === "disclosure" && (words.trim() || childId !== null)) throw errors.noContent({}, "body.words");
  const wasThere = childId === null || (await attendancesOf(db, [session.id])).some((one) => one.childId === childId);
  if (!wasThere) throw errors.childUnknown({}, "body.childId");
  const at = time ? happenedAt(ctx, session, time) : old.at;
  await strike(ctx, "children_activities_incident", incidentId, "corrected");
  if (kind === "disclosure") await db.updateTable("children_activities_incident").set({ words: null }).where("id", "=", incidentId).execute();
  const id = newId();
  await db
    .insertInto("children_activities_incident")
    .values({
      ...{ id, placePath: old.placePath, sessionId: session.id, subjectId: childId ?? id, kind, at, words: words.trim() || null, byId: actor.personId },
      ...{ struckAt: null, struckReason: null, replacesId: incidentId },
    })
    .execute();
  audit("incident.correct", id, { replaces: incidentId, kind });
  return id;
}

/** An incident noted by mistake counts no more and leaves the guardian's page; the director still sees the line, and why. Throws incidentStruck. */
export async function strikeIncident(ctx: ActivitiesContext, incidentId: string, reason: StrikeReason): Promise<void> {
  await directedSession(ctx, (await findIncident(ctx.db, incidentId))!.sessionId);
  await strike(ctx, "children_activities_incident", incidentId, reason);
  ctx.audit("incident.strike", incidentId, { reason });
}

/** The same of a report that was not made. Throws incidentStruck. */
export async function strikeReport(ctx: ActivitiesContext, reportId: string, reason: StrikeReason): Promise<void> {
  const { sessionId } = (await findReport(ctx.db, reportId))!;
  if (sessionId === null) throw errors.incidentUnknown();
  await directedSession(ctx, sessionId);
  await strike(ctx, "children_activities_report", reportId, reason);
  ctx.audit("report.strike", reportId, { reason });
}
