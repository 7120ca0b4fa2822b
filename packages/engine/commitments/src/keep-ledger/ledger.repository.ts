import { everywhere } from "@lianxin/plugin-kit";
import type { SelectQueryBuilder } from "kysely";
import { lightOn, type Phase } from "../measure-time/choose-light.js";
import type { CommitmentsDatabase, CommitmentsDb } from "../plugin.js";

type Lines = SelectQueryBuilder<CommitmentsDatabase, "commitments_line", {}>;
export const pageSize = 50;

const ofPart = ["id", "placePath", "title", "standard", "sourceKind", "sourceId", "sourceMeetingId", "sourceTitle", "openedOn", "openedAt"] as const;
const ofRest = [
  "deferReason",
  "reviewOn",
  "deferCount",
  "bounceCount",
  "failedCount",
  "seekUntil",
  "seekFallback",
  "seekOverOn",
  "evidenceNeeds",
  "endedAs",
] as const;
const ofPromise = ["origin", "ownerOrganizationId", "ownerId", "state", "madeOn", "startedOn", "dueOn", "soonOn", "closedOn", "verifierId", "round"] as const;
const shared = [
  ...[...ofPart, ...ofRest].map((name) => `p.${name}` as const),
  ...ofPromise.map((name) => `c.${name}` as const),
  "c.id as commitmentId",
] as const;
const columns = [...shared, "commitments_line.phase", "commitments_line.movedOn"] as const;

/** Lines with their part and the promise that holds it now, if any. */
const selected = (lines: Lines) =>
  lines
    .innerJoin("commitments_part as p", "p.id", "commitments_line.id")
    .leftJoin("commitments_commitment as c", "c.id", "commitments_line.commitmentId")
    .select(columns);
export type LedgerRow = Awaited<ReturnType<ReturnType<typeof selected>["execute"]>>[number];

/** The light of a row on a day. O(1). */
export const lightOf = ({ phase, soonOn, dueOn }: Pick<LedgerRow, "phase" | "soonOn" | "dueOn">, today: string) =>
  lightOn({ phase: phase as Phase, soonOn, dueOn }, today);

const lines = (db: CommitmentsDb, why: string): Lines => everywhere(db, "commitments_line", why);

/** Rows by their ids, in the order asked for. */
export async function rowsByIds(db: CommitmentsDb, ids: readonly string[]): Promise<LedgerRow[]> {
  const rows = await selected(lines(db, "rows of ids that a scope gave"))
    .where("commitments_line.id", "in", ["", ...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One part, also one that left the ledger: that one is lit as done. */
export async function findRow(db: CommitmentsDb, partId: string): Promise<LedgerRow | undefined> {
  const [row] = await rowsByIds(db, [partId]);
  if (row) return row;
  const ended = await everywhere(db, "commitments_part", "one part, whose place the route checked")
    .innerJoin("commitments_part as p", "p.id", "commitments_part.id")
    .leftJoin("commitments_commitment as c", (join) => join.onRef("c.partId", "=", "p.id").on("c.isActive", "=", true))
    .where("commitments_part.id", "=", partId)
    .select([...shared, "p.openedOn as movedOn"])
    .executeTakeFirst();
  return ended && { ...ended, phase: "done" };
}

export const rowsOfMeeting = (db: CommitmentsDb, meetingId: string): Promise<LedgerRow[]> =>
  selected(lines(db, "the parts of a meeting its own page was allowed to show"))
    .where("commitments_line.meetingId", "=", meetingId)
    .orderBy("p.openedAt")
    .orderBy("p.id")
    .execute();

/** What is not done at or below a path, overdue first, then gaps. */
export async function unfinishedRows(db: CommitmentsDb, path: string, today: string): Promise<LedgerRow[]> {
  const rows = await selected(lines(db, "the old business of a meeting at a place"))
    .where("commitments_line.placePath", ">=", path)
    .where("commitments_line.placePath", "<", `${path}\uffff`)
    .where("commitments_line.phase", "in", ["gap", "todo", "track", "check", "hold"])
    .execute();
  const order = ["late", "gap", "check", "soon", "track", "todo", "hold"];
  const keyOf = (row: LedgerRow): string => `${order.indexOf(lightOf(row, today))} ${row.dueOn ?? ""} ${row.id}`;
  return rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** What came from a source and is not done, oldest first; read by the source's index. */
export const unfinishedOf = async (db: CommitmentsDb, { kind, id }: { readonly kind: string; readonly id: string }): Promise<LedgerRow[]> => {
  const parts = await everywhere(db, "commitments_part", "the work of a source that another plugin names")
    .select("id")
    .where("sourceId", "=", id)
    .where("sourceKind", "=", kind)
    .where("endedAs", "is", null)
    .orderBy("id")
    .execute();
  return (
    await rowsByIds(
      db,
      parts.map((part) => part.id),
    )
  ).filter(({ phase }) => phase !== "done");
};

/** Promises this person checks and has not passed yet. */
const toCheckBy = (db: CommitmentsDb, personId: string) =>
  db.selectFrom("commitments_verifier").select("commitmentId").where("personId", "=", personId).where("passedAt", "is", null);

/** What a person leads or shall check, and is not closed. */
export const rowsOfPerson = (db: CommitmentsDb, personId: string): Promise<LedgerRow[]> =>
  selected(lines(db, "what a person promised or shall check, wherever it is"))
    .where("commitments_line.phase", "in", ["todo", "track", "check", "hold"])
    .where((eb) =>
      eb.or([
        eb("commitments_line.ownerId", "=", personId),
        eb.and([eb("commitments_line.commitmentId", "in", toCheckBy(db, personId)), eb("c.state", "=", "submitted")]),
      ]),
    )
    .orderBy("commitments_line.dueOn")
    .orderBy("commitments_line.id")
    .limit(pageSize)
    .execute();
