import type { VolunteerRow } from "../sign-up/sign-up.repository.js";

/** That somebody had left the rota a list puts them on again, as it stands with the line until the list can no longer be taken back. */
export type LeftWord = Pick<VolunteerRow, "leftRotaAt" | "takenOffAt">;

export const leftWordOf = ({ leftRotaAt, takenOffAt }: LeftWord): LeftWord => ({ leftRotaAt, takenOffAt });
