import { askedOf, type seriesAt } from "../enrol-volunteers/asked-for.js";
import type { VolunteerRow } from "../sign-up/sign-up.repository.js";

type Rota = Pick<VolunteerRow, "joinedRotaAt" | "leftRotaAt" | "takenOffAt" | "rotaSeriesIds" | "leftSeries">;

/** Of two instants or days the later one; null where there is neither. */
export const laterOf = (one: string | null, other: string | null): string | null => ((one ?? "") > (other ?? "") ? one : other);

const offSince = ({ joinedRotaAt, leftRotaAt, takenOffAt }: Rota): string | null => (joinedRotaAt === null ? laterOf(leftRotaAt, takenOffAt) : null);

/**
 * How one human stands to the rota who was written down twice: the later word counts, for the rota as a whole and for each series. A no to a series is undone by a yes that was
 * said later to that one alone: of a yes to several only the time of the last is known. O(series).
 */
export function joinRota(rows: readonly [Rota, Rota], all: Awaited<ReturnType<typeof seriesAt>>): Rota {
  const said = rows.map(({ joinedRotaAt }) => joinedRotaAt).reduce(laterOf, null);
  const left = rows.map(offSince).reduce(laterOf, null);
  const isYes = said !== null && (left === null || said > left);
  const of = (row: Rota) => row.rotaSeriesIds ?? askedOf({ ...row, joinedRotaAt: row.joinedRotaAt ?? offSince(row) }, all);
  const counted = isYes ? rows.filter(({ joinedRotaAt }) => joinedRotaAt !== null) : rows;
  const isSaidSince = (id: string, since: string) =>
    counted.some((row) => row.joinedRotaAt !== null && row.joinedRotaAt > since && of(row).every((one) => one === id) && of(row).length > 0);
  const no = new Map<string, string>();
  const note = (id: string, since: string) => no.set(id, laterOf(no.get(id) ?? null, since)!);
  for (const row of rows) {
    for (const [id, since] of Object.entries(row.leftSeries ?? {})) note(id, since);
    const since = offSince(row);
    if (isYes && since !== null) for (const id of of(row)) note(id, since);
  }
  for (const [id, since] of [...no]) if (isSaidSince(id, since)) no.delete(id);
  const rotaSeriesIds = [...new Set(counted.flatMap(of))].filter((id) => !no.has(id));
  const isOn = isYes && rotaSeriesIds.length > 0;
  const takenOffAt = isOn ? null : rows.map((row) => row.takenOffAt).reduce(laterOf, isYes ? [...no.values()].reduce(laterOf, null) : null);
  return {
    ...{ joinedRotaAt: isOn ? said : null, leftRotaAt: isOn ? null : laterOf(rows[0].leftRotaAt, rows[1].leftRotaAt), takenOffAt },
    ...{ rotaSeriesIds, leftSeries: no.size > 0 ? Object.fromEntries([...no].sort()) : null },
  };
}
