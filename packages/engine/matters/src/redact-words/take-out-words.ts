import { takeOutOfRows, type KeptWords } from "@lianxin/plugin-kit";
import { mattersByIds } from "../find-matter/matter.repository.js";
import type { MattersContext, MattersDatabase, MattersDb } from "../plugin.js";

async function readKept(db: MattersDb, ids: readonly string[]): Promise<KeptWords<MattersDatabase>[]> {
  return [
    {
      kind: "matters",
      table: "matters_matter",
      rows: await mattersByIds(db, ids),
      columns: ["title", "detail", "wish", "spot", "affected", "openWork", "referredTo"],
    },
    {
      kind: "matters",
      table: "matters_referral",
      rows: await db.selectFrom("matters_referral").selectAll().where("matterId", "in", ids).execute(),
      columns: ["words"],
    },
    {
      kind: "matters",
      table: "matters_screening",
      rows: await db.selectFrom("matters_screening").selectAll().where("matterId", "in", ids).execute(),
      columns: ["reason"],
    },
    {
      kind: "matters",
      table: "matters_entry",
      rows: await db.selectFrom("matters_entry").selectAll().where("matterId", "in", ids).execute(),
      columns: ["note", "openNote"],
    },
  ];
}

/** Takes words out of what is kept of these matters; gives in how many records they stood. A trial writes nothing. O(words kept). */
export async function takeOutWords(ctx: MattersContext, ids: readonly string[], words: string, trial: { readonly isTrial: boolean }): Promise<number> {
  if (ids.length === 0) return 0;
  let records = 0;
  for (const kept of await readKept(ctx.db, ids)) records += (await takeOutOfRows(ctx.db, kept, words, trial)).length;
  if (records > 0 && !trial.isTrial) for (const id of ids) ctx.audit("redactWords", id);
  return records;
}
