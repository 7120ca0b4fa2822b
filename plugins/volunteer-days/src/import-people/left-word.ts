import type { VolunteerRow } from "../sign-up/sign-up.repository.js";

/** That somebody had left the rota a list puts them on again, as it stands with the line until the list can no longer be taken back. */
export type LeftWord = Pick<VolunteerRow, "leftRotaAt" | "takenOffAt" | "rotaSeriesIds" | "leftSeries">;

export const leftWordOf = ({ leftRotaAt, takenOffAt, rotaSeriesIds, leftSeries }: LeftWord): LeftWord => ({
  leftRotaAt,
  takenOffAt,
  rotaSeriesIds,
  leftSeries,
});
