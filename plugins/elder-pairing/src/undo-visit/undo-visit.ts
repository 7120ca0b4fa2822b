import { byId, everywhere } from "@lianxin/plugin-kit";
import { endRaised } from "../end-raised/end-raised.js";
import { errors } from "../errors.js";
import { findElder } from "../keep-people/people.repository.js";
import { visitMoves } from "../keep-state/states.js";
import { settleDue } from "../log-visit/settle-due.js";
import { isLapsed, replanElder } from "../plan-visits/store-dues.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import type { undoReasons } from "../words.js";
import { withdrawNeeds } from "./withdraw-needs.js";

const why = "what followed from one visit, by whoever wrote it down";

const findVisit = (db: ElderPairingDb, id: string) =>
  byId(db, "elder_pairing_visit", id).select(["id", "elderId", "enteredBy", "createdAt", "visitedOn"]).executeTakeFirst();
type Visit = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

/** May whoever asks take back what somebody wrote down at a moment? Their own, until the day is over. */
export const mayUndo = (
  { actor, clock }: Pick<ElderPairingContext, "actor" | "clock">,
  { enteredBy, createdAt }: { readonly enteredBy: string; readonly createdAt: string },
): boolean => isOwn(actor, enteredBy) && dayOf(createdAt, clock.zone) === clock.today();
const isOwn = ({ personId, accountId }: ElderPairingContext["actor"], enteredBy: string): boolean => enteredBy === (personId ?? accountId);

/** What it settled waits again on its day, as missed where its time is over meanwhile; where something urgent stands on that day now, that is enough. */
async function unsettle({ db, clock }: ElderPairingContext, { id: visitId, elderId }: Visit): Promise<void> {
  const rows = await everywhere(db, "elder_pairing_due", why)
    .select(["id", "level", "month", "dueOn", "plannedOn", "visitId"])
    .where("elderId", "=", elderId)
    .execute();
  for (const row of rows.filter((one) => one.visitId === visitId)) {
    const dueOn = row.plannedOn ?? row.dueOn;
    if (rows.some((other) => other.id !== row.id && other.dueOn === dueOn)) {
      await db.deleteFrom("elder_pairing_due").where("id", "=", row.id).execute();
      continue;
    }
    const waiting = visitMoves.visitTakenBack.done;
    const state = isLapsed({ ...row, dueOn }, clock.today()) ? visitMoves.lapse[waiting] : waiting;
    await db.updateTable("elder_pairing_due").set({ state, dueOn, plannedOn: null, doneOn: null, visitId: null }).where("id", "=", row.id).execute();
  }
}

/** Visits written down after it found settled what waits again: they settle it now, those that settled nothing else. */
async function settleByOthers(ctx: ElderPairingContext, { id, elderId, createdAt }: Visit): Promise<void> {
  const { db } = ctx;
  const others = await everywhere(db, "elder_pairing_visit", why)
    .select(["id", "visitedOn"])
    .where("elderId", "=", elderId)
    .where("isSeen", "=", true)
    .where("id", "!=", id)
    .where("createdAt", ">=", createdAt)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const used = await everywhere(db, "elder_pairing_due", why).select("visitId").where("elderId", "=", elderId).where("visitId", "is not", null).execute();
  const settling = new Set(used.map(({ visitId }) => visitId));
  for (const other of others) if (!settling.has(other.id)) await settleDue(ctx, elderId, other.id, other.visitedOn);
}

/** The days agreed on at it go, as far as nobody has gone yet. Gives whether there was one. */
async function dropAgreed({ db }: ElderPairingContext, { id, elderId }: Visit): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("elder_pairing_due")
    .where("elderId", "=", elderId)
    .where("agreedAtId", "=", id)
    .where("state", "!=", "done")
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/**
 * A visit that was written down today by mistake is taken back by whoever wrote it: what it settled waits again, what it raised goes back with what was due
 * because of that, the day agreed on goes, and so do needs nobody has touched; what was written is kept nowhere. Gives how many needs stay because somebody is at
 * them. Throws visitUnknown (also of somebody else's), undoLate, elderLeft.
 */
export async function undoVisit(ctx: ElderPairingContext, visitId: string, reason: (typeof undoReasons)[number]): Promise<{ readonly kept: number }> {
  const { db, actor, audit } = ctx;
  const visit = await findVisit(db, visitId);
  if (!visit || !isOwn(actor, visit.enteredBy)) throw errors.visitUnknown({}, "params.visitId");
  if (!mayUndo(ctx, visit)) throw errors.undoLate();
  const elder = await findElder(db, visit.elderId);
  if (elder?.state !== "active") throw errors.elderLeft();
  const raised = await everywhere(db, "elder_pairing_trigger", why)
    .selectAll()
    .where("elderId", "=", elder.id)
    .where("visitId", "=", visitId)
    .where("endedOn", "is", null)
    .execute();
  const wasAgreed = await dropAgreed(ctx, visit);
  // Planned anew while what it settled still counts as made, which keeps its day by that.
  if (raised.length > 0) await endRaised(ctx, raised, "wrong");
  else if (wasAgreed) await replanElder(ctx, elder.id);
  await unsettle(ctx, visit);
  await settleByOthers(ctx, visit);
  const needs = await withdrawNeeds(ctx, visit);
  await db.deleteFrom("elder_pairing_visit").where("id", "=", visitId).execute();
  audit("visit.undo", elder.id, { visitId, visitedOn: visit.visitedOn, reason, ...needs });
  return { kept: needs.kept };
}
