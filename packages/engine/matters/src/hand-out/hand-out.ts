import { errors } from "../errors.js";
import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import { referMatter, type Unit } from "../refer-matter/refer-matter.js";

/** Whom it is handed to, a person or a unit, and what they have to know. */
export interface HandedOut extends Pick<Unit, "personId" | "unitId" | "unitName"> {
  readonly note?: string | undefined;
}

/**
 * One household's own affair is handed to a person or a unit (交办), who take it, send it back or report it done as units do. Throws notPersonal, stateWrong, unitUnknown,
 * and leadWrong while somebody has it.
 */
export async function handOut(ctx: MattersContext, row: MatterRow, { note, ...to }: HandedOut): Promise<MatterRow> {
  if (!row.isPersonal) throw errors.notPersonal({ number: row.number });
  return referMatter(ctx, row, { units: [{ ...to, isLead: true }], note });
}
