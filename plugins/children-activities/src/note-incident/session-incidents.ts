import { everywhere } from "@lianxin/plugin-kit";
import { childrenById } from "../keep-children/child.repository.js";
import { isDirector, mustLead } from "../keep-safe/must-be.js";
import { findSession } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/**
 * What was noted of a session, for who leads it, so that nobody notes it twice; the newest first, without what was struck out. What was written, and that harm was disclosed or reported at all, is told to
 * the home's director and to who wrote it: whoever it may be about is not warned. Everybody else who leads reads when, what kind, about which child and by whom. Opening a child's name is logged. Throws
 * leadersOnly.
 */
export async function showSessionIncidents(ctx: ActivitiesContext, sessionId: string) {
  const { db, actor, use, disclose } = ctx;
  const session = (await findSession(db, sessionId))!;
  await mustLead(ctx, session);
  const why = "what was noted of a session that the reader leads";
  const isMine = await isDirector(ctx, session.homeId);
  const [allRows, allReports] = await Promise.all([
    everywhere(db, "children_activities_incident", why)
      .selectAll()
      .where("sessionId", "=", sessionId)
      .where("struckAt", "is", null)
      .orderBy("at", "desc")
      .orderBy("id")
      .execute(),
    everywhere(db, "children_activities_report", why)
      .select(["id", "office", "reportedAt", "byId"])
      .where("sessionId", "=", sessionId)
      .where("struckAt", "is", null)
      .orderBy("reportedAt", "desc")
      .orderBy("id")
      .execute(),
  ]);
  const mayRead = (byId: string | null): boolean => isMine || (byId !== null && byId === actor.personId);
  const rows = allRows.filter(({ kind, byId }) => kind !== "disclosure" || mayRead(byId));
  const reports = allReports.filter(({ byId }) => mayRead(byId));
  const children = await childrenById(
    db,
    rows.map(({ subjectId }) => subjectId),
  );
  const nameOf = new Map(children.map(({ id, name }) => [id, name]));
  const names = await use.directory.namesOf([...rows, ...reports].flatMap(({ byId }) => (byId === null ? [] : [byId])));
  const sealed = rows.flatMap(({ subjectId, words, byId }) =>
    [nameOf.get(subjectId), mayRead(byId) ? words : null].filter((one) => one !== null && one !== undefined),
  );
  const opened = (await disclose(sealed, "lead")).values();
  const by = (byId: string | null): string => (byId === null ? "" : (names.get(byId) ?? ""));
  return {
    ...{ homeId: session.homeId, isMine },
    incidents: rows.map(({ id, subjectId, kind, at, words, byId }) => ({
      ...{ id, kind, at, by: by(byId) },
      child: nameOf.has(subjectId) ? (opened.next().value ?? "") : null,
      words: words !== null && mayRead(byId) ? (opened.next().value ?? "") : null,
    })),
    reports: reports.map(({ id, office, reportedAt, byId }) => ({ id, office, reportedAt, by: by(byId) })),
  };
}
