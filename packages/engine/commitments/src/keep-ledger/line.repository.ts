import { within, type Scope } from "@lianxin/plugin-kit";
import type { ExpressionBuilder, SelectQueryBuilder } from "kysely";
import type { TrafficLight } from "../commitments.js";
import type { Phase } from "../measure-time/choose-light.js";
import type { CommitmentsDatabase, CommitmentsDb } from "../plugin.js";
import { countDone } from "./keep-done.js";
import { filters, lights, type Filter } from "./filter-names.js";

export interface LedgerQuery {
  readonly filter: Filter;
  readonly search?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly meetingId?: string | undefined;
  /** Only what was closed out in this year. */
  readonly closedIn?: number | undefined;
  /** Only what nobody touched since this day. */
  readonly untouchedSince?: string | undefined;
}
type Lines = SelectQueryBuilder<CommitmentsDatabase, "commitments_line", {}>;
type Line = ExpressionBuilder<CommitmentsDatabase, "commitments_line">;
export type LightCounts = ReadonlyMap<TrafficLight, number>;

const escaped = (search: string): string => `%${search.replace(/[\\%_]/g, "")}%`;

function narrowed(db: CommitmentsDb, scope: Scope, { search, organizationId, meetingId, closedIn, untouchedSince }: LedgerQuery): Lines {
  let query: Lines = within(db, scope, "commitments_line");
  if (search?.trim()) query = query.where("commitments_line.title", "like", escaped(search.trim()));
  if (meetingId) query = query.where("commitments_line.meetingId", "=", meetingId);
  if (organizationId) query = query.where("commitments_line.organizationId", "=", organizationId);
  if (closedIn) query = query.where("commitments_line.closedOn", ">=", `${closedIn}-01-01`).where("commitments_line.closedOn", "<=", `${closedIn}-12-31`);
  if (untouchedSince) query = query.where("commitments_line.movedOn", "<=", untouchedSince).where("commitments_line.phase", "<>", "done");
  return query;
}

/** lightOn for the database; the two are held together by a test. */
function isLit(eb: Line, light: TrafficLight, today: string) {
  const isOpen = eb("commitments_line.phase", "in", ["todo", "track"]);
  if (light === "late") return eb.and([isOpen, eb("commitments_line.dueOn", "<", today)]);
  if (light === "soon") return eb.and([isOpen, eb("commitments_line.dueOn", ">=", today), eb("commitments_line.soonOn", "<=", today)]);
  const isPhase = eb("commitments_line.phase", "=", light);
  return light === "todo" || light === "track" ? eb.and([isPhase, eb("commitments_line.soonOn", ">", today)]) : isPhase;
}

const openPhases = ["gap", "todo", "track", "check", "hold"] as const;

/** What is done under the same conditions: kept for a place, counted from an index where the ledger is narrowed; what nobody touched is none of it. */
export async function countDoneLines(db: CommitmentsDb, scope: Scope, query: LedgerQuery): Promise<number> {
  if (query.untouchedSince) return 0;
  if (!query.search?.trim() && !query.organizationId && !query.meetingId && !query.closedIn) return countDone(db, scope);
  const { count } = await narrowed(db, scope, query)
    .where("commitments_line.phase", "=", "done")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many lines that are not done have each light, under the same conditions whatever the filter. O(lines not done). */
export async function countOpenLights(db: CommitmentsDb, scope: Scope, query: LedgerQuery, today: string): Promise<LightCounts> {
  const rows = await narrowed(db, scope, query)
    .where("commitments_line.phase", "in", openPhases)
    .select((eb) => [
      "commitments_line.phase",
      eb.fn.countAll<number>().as("all"),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(isLit(eb, "late", today))
            .then(eb.lit(1))
            .else(eb.lit(0))
            .end(),
        )
        .as("late"),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(isLit(eb, "soon", today))
            .then(eb.lit(1))
            .else(eb.lit(0))
            .end(),
        )
        .as("soon"),
    ])
    .groupBy("commitments_line.phase")
    .execute();
  const counts = new Map<TrafficLight, number>();
  for (const { phase, all, late, soon } of rows) {
    counts.set(phase as Phase, Number(all) - Number(late) - Number(soon));
    counts.set("late", (counts.get("late") ?? 0) + Number(late));
    counts.set("soon", (counts.get("soon") ?? 0) + Number(soon));
  }
  return counts;
}

const idsOfLight = (lines: Lines, light: TrafficLight, today: string, limit: number, offset: number) => {
  const lit = lines.where((eb) => isLit(eb, light, today)).select("commitments_line.id");
  const ordered =
    light === "done"
      ? lit.orderBy("commitments_line.closedOn", "desc").orderBy("commitments_line.id", "desc")
      : lit.orderBy("commitments_line.dueOn").orderBy("commitments_line.id");
  return ordered.limit(limit).offset(offset).execute();
};

interface Slice {
  readonly light: TrafficLight;
  readonly limit: number;
  readonly offset: number;
}

/** Which part of each light's lines a page shows. How many are done need not be known: they come last. */
function slicesOf(filter: Filter, open: LightCounts, limit: number, offset: number): Slice[] {
  const slices: Slice[] = [];
  let [skip, left] = [offset, limit];
  for (const light of lights.filter((one) => (filters[filter] as readonly TrafficLight[]).includes(one))) {
    const count = light === "done" ? Infinity : (open.get(light) ?? 0);
    const shown = Math.min(left, Math.max(0, count - skip));
    if (shown > 0) slices.push({ light, limit: shown, offset: skip });
    left -= shown;
    skip = Math.max(0, skip - count);
  }
  return slices;
}

/** Ids of a page: gaps first, then what is late, by due day; of what is done the latest first. One query for each light on the page, all at once. */
export async function listIds(
  db: CommitmentsDb,
  scope: Scope,
  query: LedgerQuery,
  { open, today, limit, offset }: { readonly open: LightCounts; readonly today: string; readonly limit: number; readonly offset: number },
): Promise<string[]> {
  const found = await Promise.all(
    slicesOf(query.filter, open, limit, offset).map((slice) => idsOfLight(narrowed(db, scope, query), slice.light, today, slice.limit, slice.offset)),
  );
  return found.flat().map(({ id }) => id);
}

/** Organisations that lead something at the reader's places, for the filter. */
export const leadingIds = (db: CommitmentsDb, scope: Scope) =>
  within(db, scope, "commitments_line")
    .where("commitments_line.phase", "in", openPhases)
    .where("commitments_line.organizationId", "is not", null)
    .select("commitments_line.organizationId as id")
    .distinct()
    .execute();
