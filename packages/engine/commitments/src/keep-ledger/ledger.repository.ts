import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { SelectQueryBuilder } from "kysely";
import type { CommitmentsDatabase, CommitmentsDb } from "../plugin.js";
import { filters, rankOf, type Filter } from "./filter-names.js";
import { lightRank } from "./light-rank.js";

type Parts = SelectQueryBuilder<CommitmentsDatabase, "commitments_part", {}>;
export interface LedgerQuery {
  readonly filter: Filter;
  readonly search?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly meetingId?: string | undefined;
}
export const pageSize = 50;

/** Parts that are still wanted, each with the commitment that holds it now, if any. */
const joined = (parts: Parts) =>
  parts
    .leftJoin("commitments_commitment as c", (join) => join.onRef("c.partId", "=", "commitments_part.id").on("c.isActive", "=", true))
    .where("commitments_part.voidedOn", "is", null);

const columns = [
  ...(["id", "placePath", "title", "standard", "sourceKind", "sourceId", "sourceMeetingId", "sourceTitle", "openedOn", "deferReason", "reviewOn"] as const).map(
    (name) => `commitments_part.${name}` as const,
  ),
  ...(["origin", "ownerOrganizationId", "ownerId", "state", "startedOn", "dueOn", "soonOn", "closedOn", "verifierId"] as const).map(
    (name) => `c.${name}` as const,
  ),
  "c.id as commitmentId",
] as const;

const selected = (parts: Parts, today: string) =>
  joined(parts)
    .select(columns)
    .select((eb) => lightRank(eb, today).as("rank"));
export type LedgerRow = Awaited<ReturnType<ReturnType<typeof selected>["execute"]>>[number];

const escaped = (search: string): string => `%${search.replace(/[\\%_]/g, "")}%`;

function narrowed(parts: Parts, { search, organizationId, meetingId }: LedgerQuery): Parts {
  let query = parts;
  if (search?.trim()) query = query.where("commitments_part.title", "like", escaped(search.trim()));
  if (meetingId) query = query.where("commitments_part.sourceMeetingId", "=", meetingId);
  if (organizationId)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("commitments_commitment")
          .select("commitments_commitment.id")
          .whereRef("commitments_commitment.partId", "=", "commitments_part.id")
          .where("isActive", "=", true)
          .where("ownerOrganizationId", "=", organizationId),
      ),
    );
  return query;
}

/** A page of the ledger: gaps first, then what is late, by due day. */
export const listLedger = (
  db: CommitmentsDb,
  scope: Scope,
  query: LedgerQuery,
  { today, limit, offset }: { readonly today: string; readonly limit: number; readonly offset: number },
): Promise<LedgerRow[]> =>
  selected(narrowed(within(db, scope, "commitments_part"), query), today)
    .where((eb) => eb(lightRank(eb, today), "in", filters[query.filter].map(rankOf)))
    .orderBy("rank")
    .orderBy("c.dueOn")
    .orderBy("commitments_part.id")
    .limit(limit)
    .offset(offset)
    .execute();

/** How many parts have each light, under the same conditions whatever the filter. */
export async function countLights(db: CommitmentsDb, scope: Scope, query: LedgerQuery, today: string): Promise<Map<number, number>> {
  const rows = await joined(narrowed(within(db, scope, "commitments_part"), query))
    .select((eb) => [lightRank(eb, today).as("rank"), eb.fn.countAll<number>().as("count")])
    .groupBy("rank")
    .execute();
  return new Map(rows.map((row) => [Number(row.rank), Number(row.count)]));
}

export const rowsOfMeeting = (db: CommitmentsDb, meetingId: string, today: string): Promise<LedgerRow[]> =>
  selected(everywhere(db, "commitments_part", "the parts of a meeting its own page was allowed to show"), today)
    .where("commitments_part.sourceMeetingId", "=", meetingId)
    .orderBy("commitments_part.openedAt")
    .orderBy("commitments_part.id")
    .execute();

export const rowOfPart = (db: CommitmentsDb, partId: string, today: string): Promise<LedgerRow | undefined> =>
  selected(everywhere(db, "commitments_part", "one part, whose place the route checked"), today)
    .where("commitments_part.id", "=", partId)
    .executeTakeFirst();

/** What is not done at or below a path, overdue first, then gaps. */
export const unfinishedRows = (db: CommitmentsDb, path: string, today: string): Promise<LedgerRow[]> =>
  selected(everywhere(db, "commitments_part", "the old business of a meeting at a place"), today)
    .where("commitments_part.placePath", ">=", path)
    .where("commitments_part.placePath", "<", `${path}\uffff`)
    .where((eb) => eb(lightRank(eb, today), "<", rankOf("done")))
    .orderBy((eb) => eb.case().when(lightRank(eb, today), "=", rankOf("late")).then(0).else(1).end())
    .orderBy("rank")
    .orderBy("c.dueOn")
    .orderBy("commitments_part.id")
    .execute();

/** What a person leads or shall check, and is not closed. */
export const rowsOfPerson = (db: CommitmentsDb, personId: string, today: string): Promise<LedgerRow[]> =>
  selected(everywhere(db, "commitments_part", "what a person promised or shall check, wherever it is"), today)
    .where("c.state", "<>", "closed")
    .where((eb) => eb.or([eb("c.ownerId", "=", personId), eb.and([eb("c.verifierId", "=", personId), eb("c.state", "=", "submitted")])]))
    .orderBy("rank")
    .orderBy("c.dueOn")
    .orderBy("commitments_part.id")
    .limit(pageSize)
    .execute();
