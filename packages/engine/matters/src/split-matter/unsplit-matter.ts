import { errors } from "../errors.js";
import { entriesOf, mergedInto, partsOfMatter, type MatterRow } from "../find-matter/matter.repository.js";
import { moveMatter } from "../keep-state/move-matter.js";
import type { MattersContext, MattersDb } from "../plugin.js";

interface Parts {
  /** What it is split into now; parts of an earlier split that was taken back are left out. */
  readonly standing: readonly MatterRow[];
  /** The first of them that somebody dealt with since. */
  readonly touched: MatterRow | undefined;
}

/** The parts of a matter and whether anything happened to them: O(parts) queries. */
async function lookAtParts(db: MattersDb, wholeId: string): Promise<Parts> {
  const standing: MatterRow[] = [];
  let touched: MatterRow | undefined;
  for (const part of await partsOfMatter(db, wholeId)) {
    const entries = await entriesOf(db, part.id);
    standing.push(part);
    if (entries.length > 1 || part.openWork !== null || (await mergedInto(db, part.id)).length > 0) touched ??= part;
  }
  return { standing, touched };
}

/** Whether a split can still be taken back: nobody dealt with any of its parts. */
export const canUnsplit = async (db: MattersDb, { id, state }: MatterRow): Promise<boolean> =>
  state === "split" && (await lookAtParts(db, id)).touched === undefined;

/**
 * Takes a split back while nobody dealt with a part: the parts end, the matter is to be screened again as one. Whoever raised it hears of it once.
 * Throws stateWrong, partsTouched.
 */
export async function unsplitMatter(ctx: MattersContext, row: MatterRow): Promise<MatterRow> {
  const { standing, touched } = await lookAtParts(ctx.db, row.id);
  if (row.state === "split" && touched) throw errors.partsTouched({ number: touched.number });
  const whole = await moveMatter(ctx, row, "unsplit");
  for (const part of standing) await moveMatter(ctx, part, "joinBack");
  return whole;
}
