import { errors } from "../errors.js";
import { consentTextOn } from "../judge-safety/consent-texts.js";
import { groupBy } from "../group-by.js";
import { childIdsOfGuardian, childrenById, findCollector, markChanged, type ChildRow } from "../keep-children/child.repository.js";
import { correctChild, type Correction } from "../keep-children/correct-child.js";
import { askErasure, undoErasure } from "../keep-children/ask-erasure.js";
import { readName } from "../keep-children/read-values.js";
import { endCollector, nameCollector } from "../keep-children/name-collector.js";
import type { SaidCollector } from "../keep-children/register-child.js";
import { openChildren } from "../keep-children/show-children.js";
import { recordAnswer, type NewAnswer } from "../keep-consents/record-consent.js";
import { findHome } from "../keep-homes/home.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { readingsOf } from "../tell-readers/own-readings.js";
import { requireDoor } from "./door.js";
import { noteOwn, ownParts } from "./note-own.js";
import { incidentsOf } from "./own-incidents.js";
import { sessionsAhead } from "./sessions-ahead.js";
import { visitsOf } from "./own-visits.js";

/** A guardian who opened their page with the code from their phone. */
export interface AtDoor {
  readonly guardianId: string;
  readonly token: string;
}

async function ownChildren(ctx: ActivitiesContext, { guardianId, token }: AtDoor) {
  await requireDoor(ctx, guardianId, token);
  return childrenById(ctx.db, await childIdsOfGuardian(ctx.db, guardianId));
}
async function mustOwn(ctx: ActivitiesContext, at: AtDoor, childId: string): Promise<void> {
  if (!(await ownChildren(ctx, at)).some(({ id }) => id === childId)) throw errors.childUnknown();
}

/** Everything kept of the guardian's children and who read it, in the wording to agree to. Other guardians' numbers are theirs. */
export async function showOwn(ctx: ActivitiesContext, at: AtDoor) {
  const rows = await ownChildren(ctx, at);
  const ids = rows.map(({ id }) => id);
  const noted = await incidentsOf(ctx.db, ids);
  const came = await visitsOf(ctx.db, ids);
  const words = [...noted.flatMap((one) => one.words ?? []), ...came.flatMap(({ by }) => by?.name ?? [])];
  const { children, others } = await openChildren(ctx, rows, "guardian", words);
  const text = consentTextOn(ctx.clock.today())!;
  const opened = others.values();
  const incidents = groupBy(
    noted.map(({ replacesId, ...one }) => ({ ...one, isCorrected: replacesId !== null, words: one.words === null ? null : (opened.next().value ?? "") })),
    ({ subjectId }) => subjectId,
  );
  const visits = groupBy(
    came.map(({ by, ...visit }) => ({ ...visit, by: by && { relation: by.relation, isOneOff: by.isOneOff, name: opened.next().value ?? "" } })),
    ({ childId }) => childId,
  );
  const more = new Map<string, Awaited<ReturnType<typeof showMore>>>();
  for (const row of rows) more.set(row.id, await showMore(ctx, row));
  const tail = (phone: string | null): string | null => phone && `****${phone.slice(-4)}`;
  const shown = children.map((child) => ({
    ...child,
    ...more.get(child.id)!,
    visits: (visits.get(child.id) ?? []).map(({ childId: _, ...visit }) => visit),
    incidents: (incidents.get(child.id) ?? []).map(({ subjectId: _, ...one }) => one),
    collectors: child.collectors.map((one) => (one.namedById === at.guardianId ? one : { ...one, phone: tail(one.phone) })),
    guardians: child.guardians.map(({ answers: _, ...one }) => (one.guardianId === at.guardianId ? one : { ...one, phone: tail(one.phone)! })),
    own: child.guardians.find(({ guardianId }) => guardianId === at.guardianId)!.answers,
  }));
  return { children: shown, words: text.words, textVersion: text.version, citation: text.citation };
}

/** The days ahead, and who read what is kept; this very look at it comes next time. */
async function showMore(ctx: ActivitiesContext, { id, homeId }: ChildRow) {
  const home = await findHome(ctx.db, homeId);
  return { sessions: await sessionsAhead(ctx, id, home?.venueId), readings: await readingsOf(ctx, id, home?.directorId) };
}

export async function answerOwn(ctx: ActivitiesContext, at: AtDoor, childId: string, said: Omit<NewAnswer, "guardianId" | "via">): Promise<void> {
  await mustOwn(ctx, at, childId);
  await recordAnswer(ctx, childId, { ...said, guardianId: at.guardianId, via: "page" });
}
export async function correctOwn(ctx: ActivitiesContext, at: AtDoor, childId: string, said: Correction): Promise<void> {
  await mustOwn(ctx, at, childId);
  await correctChild(ctx, childId, said);
  const put: Partial<Record<string, unknown>> = { ...said };
  await noteOwn(
    ctx,
    [childId],
    ownParts.filter((part) => put[part] !== undefined),
  );
}
/** Their own name; a new number goes through the home, since codes would go there. */
export async function correctOwnName(ctx: ActivitiesContext, at: AtDoor, said: string): Promise<void> {
  await requireDoor(ctx, at.guardianId, at.token);
  const name = readName(said, "body.name");
  await ctx.db.updateTable("children_activities_guardian").set({ name }).where("id", "=", at.guardianId).execute();
  const ids = await childIdsOfGuardian(ctx.db, at.guardianId);
  await markChanged(ctx.db, ids);
  await noteOwn(ctx, ids, ["guardian"]);
  ctx.audit("guardian.correct", at.guardianId, { fields: ["name"] });
}
export async function eraseOwn(ctx: ActivitiesContext, at: AtDoor, childId: string): Promise<{ readonly isErased: boolean }> {
  await mustOwn(ctx, at, childId);
  return askErasure(ctx, childId, "guardian");
}
export async function undoOwnErasure(ctx: ActivitiesContext, at: AtDoor, childId: string): Promise<void> {
  await mustOwn(ctx, at, childId);
  await undoErasure(ctx, childId);
}
/** Somebody who may collect the child from now on, or on one day alone: the guardian says so themselves, so nobody is asked again. Throws notEnrolled. */
export async function nameOwnCollector(
  ctx: ActivitiesContext,
  at: AtDoor,
  childId: string,
  { sessionId, ...said }: SaidCollector & { readonly sessionId?: string | undefined },
): Promise<string> {
  await mustOwn(ctx, at, childId);
  if (sessionId && !(await sessionsAhead(ctx, childId, undefined)).some(({ id }) => id === sessionId)) throw errors.notEnrolled({}, "body.sessionId");
  const id = await nameCollector(ctx, childId, said, at.guardianId, { sessionId: sessionId ?? null, isConfirmed: sessionId !== undefined });
  await noteOwn(ctx, [childId], ["collectors"]);
  return id;
}
export async function endOwnCollector(ctx: ActivitiesContext, at: AtDoor, collectorId: string): Promise<void> {
  const collector = await findCollector(ctx.db, collectorId);
  if (!collector) throw errors.collectorUnknown();
  await mustOwn(ctx, at, collector.childId);
  await endCollector(ctx, collectorId);
  await noteOwn(ctx, [collector.childId], ["collectors"]);
}
