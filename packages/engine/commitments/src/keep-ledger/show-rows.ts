import type { TrafficLight } from "../commitments.js";
import { findWorkingDays, loadCalendar, type WorkingCalendar } from "../measure-time/working-calendar.js";
import { placeNames } from "../open-parts/place.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { lights } from "./filter-names.js";
import type { LedgerRow } from "./ledger.repository.js";
import { countReminders, lastNotesOf, supportersOf } from "./part.repository.js";

/** The light a row came with from the database. */
export const lightOf = (row: Pick<LedgerRow, "rank">): TrafficLight => lights[Number(row.rank)]!;

/** The calendar from the earliest late row's due day to today. */
export function calendarFor({ use, clock }: CommitmentsContext, rows: readonly LedgerRow[]): Promise<WorkingCalendar> {
  const today = clock.today();
  const earliest = rows.flatMap((row) => (lightOf(row) === "late" ? row.dueOn! : [])).sort()[0] ?? today;
  return loadCalendar(use.directory, earliest, today);
}

/** Working days past due: 0 when not late, undefined when a year is not loaded. */
export const lateBy = (calendar: WorkingCalendar, row: LedgerRow, today: string): number | undefined =>
  lightOf(row) === "late" ? findWorkingDays(calendar, row.dueOn!, today) : 0;

async function namesFor({ db, use }: CommitmentsContext, rows: readonly LedgerRow[]) {
  const ids = rows.flatMap((row) => row.commitmentId ?? []);
  const supporters = await supportersOf(db, ids);
  return {
    supporters,
    people: await use.directory.namesOf(rows.flatMap((row) => row.ownerId ?? [])),
    organizations: await use.directory.organizationNames([...rows.flatMap((row) => row.ownerOrganizationId ?? []), ...[...supporters.values()].flat()]),
    places: await placeNames(
      db,
      rows.map((row) => row.placePath),
    ),
    reminded: await countReminders(db, ids),
    notes: await lastNotesOf(db, ids),
  };
}

/** Rows of the ledger with names instead of ids; eight queries however many rows. */
export async function showRows(ctx: CommitmentsContext, rows: readonly LedgerRow[]) {
  const [names, calendar, today] = [await namesFor(ctx, rows), await calendarFor(ctx, rows), ctx.clock.today()];
  return rows.map((row) => ({
    partId: row.id,
    commitmentId: row.commitmentId,
    title: row.title,
    standard: row.standard,
    sourceTitle: row.sourceTitle,
    meetingId: row.sourceMeetingId,
    placeName: names.places.get(row.placePath) ?? "",
    openedOn: row.openedOn,
    light: lightOf(row),
    state: row.state,
    origin: row.origin,
    ownerOrganization: names.organizations.get(row.ownerOrganizationId ?? "") ?? null,
    owner: names.people.get(row.ownerId ?? "") ?? null,
    supporting: (names.supporters.get(row.commitmentId ?? "") ?? []).map((id) => names.organizations.get(id) ?? ""),
    startedOn: row.startedOn,
    dueOn: row.dueOn,
    closedOn: row.closedOn,
    reviewOn: row.reviewOn,
    deferReason: row.deferReason,
    daysLate: lateBy(calendar, row, today) ?? null,
    remindedTimes: names.reminded.get(row.commitmentId ?? "") ?? 0,
    lastNote: names.notes.get(row.commitmentId ?? "") ?? null,
  }));
}
export type ShownRow = Awaited<ReturnType<typeof showRows>>[number];
