import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { MattersDb } from "../plugin.js";

const columns = [
  "r.id",
  "r.matterId",
  "r.unitName",
  "r.office",
  "r.isLead",
  "r.state",
  "r.sentAt",
  "matters_matter.number",
  "matters_matter.title",
  "matters_matter.placeId",
] as const;

/** What the reader's own units have or the reader was handed, wherever the matter is; what was not taken first, then the oldest. */
export const liveOf = (db: MattersDb, unitIds: readonly string[], personId: string) =>
  everywhere(db, "matters_matter", "what was sent to the units of the reader's own roles, wherever it is")
    .innerJoin("matters_referral as r", "r.matterId", "matters_matter.id")
    .select(columns)
    .where((eb) => eb.or([eb("r.unitId", "in", ["", ...unitIds]), eb("r.personId", "=", personId)]))
    .where("r.state", "in", ["sent", "accepted"])
    .where("matters_matter.state", "=", "referred")
    .orderBy("r.state", "desc")
    .orderBy("r.sentAt")
    .orderBy("r.id")
    .execute();

/** What was sent before a moment at the places of a reader and no unit took, the oldest first. */
export const unacceptedIn = (db: MattersDb, scope: Scope, before: string) =>
  within(db, scope, "matters_matter")
    .innerJoin("matters_referral as r", "r.matterId", "matters_matter.id")
    .select(columns)
    .where("matters_matter.stage", "=", "working")
    .where("matters_matter.state", "=", "referred")
    .where("r.state", "=", "sent")
    .where("r.sentAt", "<=", before)
    .orderBy("r.sentAt")
    .orderBy("r.id")
    .execute();

/** Which of these matters some unit was sent before a moment and did not take. */
export async function unacceptedOf(db: MattersDb, ids: readonly string[], before: string): Promise<ReadonlySet<string>> {
  const query = db
    .selectFrom("matters_referral")
    .select("matterId")
    .where("matterId", "in", ["", ...ids]);
  const rows = await query.where("state", "=", "sent").where("sentAt", "<=", before).execute();
  return new Set(rows.map(({ matterId }) => matterId));
}

/** What was sent out at the places of a reader and has nobody in the lead any more, the oldest first. */
export const leaderlessIn = (db: MattersDb, scope: Scope) =>
  within(db, scope, "matters_matter")
    .select(["id", "number", "title"])
    .where("stage", "=", "working")
    .where("state", "=", "referred")
    .where("referredTo", "is", null)
    .orderBy("raisedOn")
    .orderBy("id")
    .execute();

/** Who sent these matters back, and why; the last one last. */
export const returnsOf = (db: MattersDb, matterIds: readonly string[]) =>
  db
    .selectFrom("matters_referral")
    .select(["matterId", "unitName", "office", "words"])
    .where("matterId", "in", ["", ...matterIds])
    .where("state", "=", "returned")
    .where("isLead", "=", true)
    .orderBy("settledAt")
    .orderBy("id")
    .execute();
