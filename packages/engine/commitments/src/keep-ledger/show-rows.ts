import { countLate, type Span } from "../measure-time/count-late.js";
import { shiftDay } from "../measure-time/choose-light.js";
import { findWorkingDays, loadCalendar, type WorkingCalendar } from "../measure-time/working-calendar.js";
import { titlesOf } from "../follow-waits/wait.repository.js";
import { placeNames } from "../open-parts/place.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { blocksOf, type BlockedSpan } from "./block.repository.js";
import { deferralsOf } from "./deferral.repository.js";
import { lightOf, type LedgerRow } from "./ledger.repository.js";
import { countReminders, lastNotesOf, supportersOf } from "./part.repository.js";

export interface Lateness {
  readonly calendar: WorkingCalendar;
  readonly blocks: ReadonlyMap<string, readonly BlockedSpan[]>;
  readonly deferrals: ReadonlyMap<string, readonly Span[]>;
}

/** What keeps a promise from being late: what blocked it, and what put its part off. */
export const restsOf = ({ blocks, deferrals }: Lateness, commitmentId: string, partId: string): readonly Span[] => [
  ...(blocks.get(commitmentId) ?? []),
  ...(deferrals.get(partId) ?? []),
];

/** What rested of these promises and their parts, as far as the calendar of working days reaches; two queries. */
export async function loadRests(
  { db, use, clock }: CommitmentsContext,
  rows: readonly { readonly commitmentId: string | null; readonly partId: string }[],
  earliest: string,
): Promise<Lateness> {
  const ids = rows.flatMap((row) => row.commitmentId ?? []);
  const parts = rows.map(({ partId }) => partId);
  const [calendar, blocks, deferrals] = await Promise.all([loadCalendar(use.directory, earliest, clock.today()), blocksOf(db, ids), deferralsOf(db, parts)]);
  return { calendar, blocks, deferrals };
}

/** The calendar from the earliest late row's due day to today, and what rested. */
export function latenessOf(ctx: CommitmentsContext, rows: readonly LedgerRow[]): Promise<Lateness> {
  const today = ctx.clock.today();
  const earliest = rows.flatMap((row) => (lightOf(row, today) === "late" ? row.dueOn! : [])).sort()[0] ?? today;
  return loadRests(
    ctx,
    rows.map(({ id, commitmentId }) => ({ partId: id, commitmentId })),
    earliest,
  );
}

/** Working days past due, without those on which it rested: 0 when not late, undefined when a year is not loaded. */
export function lateBy(lateness: Lateness, row: LedgerRow, today: string): number | undefined {
  if (lightOf(row, today) !== "late") return 0;
  return countLate(row.dueOn!, today, restsOf(lateness, row.commitmentId!, row.id), (from, to) => findWorkingDays(lateness.calendar, from, to));
}

/** What does not wait for each other is asked at once: a list's reads go to several connections. */
async function namesFor({ db, use }: CommitmentsContext, rows: readonly LedgerRow[]) {
  const ids = rows.flatMap((row) => row.commitmentId ?? []);
  const paths = rows.map((row) => row.placePath);
  const [supporters, people, places, reminded, notes] = await Promise.all([
    supportersOf(db, ids),
    use.directory.namesOf(rows.flatMap((row) => row.ownerId ?? [])),
    placeNames(db, paths),
    countReminders(db, ids),
    lastNotesOf(db, ids),
  ]);
  const organizations = await use.directory.organizationNames([...rows.flatMap((row) => row.ownerOrganizationId ?? []), ...[...supporters.values()].flat()]);
  return { supporters, people, organizations, places, reminded, notes };
}

const countsOf = ({ deferCount, bounceCount, failedCount }: LedgerRow) => ({
  deferCount: deferCount ?? 0,
  bounceCount: bounceCount ?? 0,
  failedCount: failedCount ?? 0,
});

/** Days nobody touched what is not done: null as long as that is no reason to look at it. */
function untouchedDays(row: LedgerRow, today: string, staleAfterDays: number): number | null {
  if (row.phase === "done" || row.movedOn > shiftDay(today, -staleAfterDays)) return null;
  return Math.round((Date.parse(today) - Date.parse(row.movedOn)) / 86_400_000);
}

/** Rows of the ledger with names instead of ids; ten queries at most, however many rows. */
export async function showRows(ctx: CommitmentsContext, rows: readonly LedgerRow[]) {
  const [names, lateness] = await Promise.all([namesFor(ctx, rows), latenessOf(ctx, rows)]);
  const today = ctx.clock.today();
  const blockOf = (row: LedgerRow) => lateness.blocks.get(row.commitmentId ?? "")?.find(({ toOn }) => toOn === null) ?? null;
  const waited = await titlesOf(
    ctx.db,
    rows.flatMap((row) => blockOf(row)?.waitsForId ?? []),
  );
  const waitOf = (row: LedgerRow) => {
    const id = blockOf(row)?.waitsForId ?? null;
    return id === null ? null : { partId: id, title: waited.get(id) ?? "" };
  };
  return rows.map((row) => ({
    partId: row.id,
    commitmentId: row.commitmentId,
    title: row.title,
    standard: row.standard,
    sourceKind: row.sourceKind,
    sourceTitle: row.sourceTitle,
    meetingId: row.sourceMeetingId,
    placeName: names.places.get(row.placePath) ?? "",
    openedOn: row.openedOn,
    light: lightOf(row, today),
    state: row.state,
    origin: row.origin,
    ownerOrganization: names.organizations.get(row.ownerOrganizationId ?? "") ?? null,
    owner: names.people.get(row.ownerId ?? "") ?? null,
    supporting: (names.supporters.get(row.commitmentId ?? "") ?? []).map((id) => names.organizations.get(id) ?? ""),
    madeOn: row.madeOn ?? row.startedOn,
    startedOn: row.startedOn,
    dueOn: row.dueOn,
    soonOn: row.soonOn,
    closedOn: row.closedOn,
    reviewOn: row.reviewOn ?? blockOf(row)?.reviewOn ?? null,
    deferReason: row.deferReason,
    blockKind: blockOf(row)?.kind ?? null,
    blockReason: blockOf(row)?.reason ?? null,
    waitsFor: waitOf(row),
    ...{ seekUntil: row.seekUntil, seekFallback: row.seekFallback, seekOverOn: row.seekOverOn },
    ...countsOf(row),
    endedAs: row.endedAs,
    evidenceNeeds: [...(row.evidenceNeeds ?? [])],
    untouchedDays: untouchedDays(row, today, ctx.config.staleAfterDays),
    daysLate: lateBy(lateness, row, today) ?? null,
    remindedTimes: names.reminded.get(row.commitmentId ?? "") ?? 0,
    lastNote: names.notes.get(row.commitmentId ?? "") ?? null,
  }));
}
export type ShownRow = Awaited<ReturnType<typeof showRows>>[number];
