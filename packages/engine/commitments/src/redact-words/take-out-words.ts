import { everywhere, takeOutOfRows, type KeptWords } from "@lianxin/plugin-kit";
import type { CommitmentsContext, CommitmentsDatabase, CommitmentsDb } from "../plugin.js";

type Kept = KeptWords<CommitmentsDatabase>;
const why = "parts that the plugin they came from names";

async function keptOfParts(db: CommitmentsDb, ids: readonly string[]): Promise<Kept[]> {
  const kind = "parts";
  return [
    {
      ...{ kind, table: "commitments_part", columns: ["title", "standard", "sourceTitle", "sourceMeeting", "deferReason"] },
      rows: await everywhere(db, "commitments_part", why).selectAll().where("id", "in", ids).execute(),
    },
    { kind, table: "commitments_line", columns: ["title"], rows: await everywhere(db, "commitments_line", why).selectAll().where("id", "in", ids).execute() },
    {
      kind,
      table: "commitments_commitment",
      columns: ["conditions", "nextStep"],
      rows: await everywhere(db, "commitments_commitment", why).selectAll().where("partId", "in", ids).execute(),
    },
    { kind, table: "commitments_entry", columns: ["note"], rows: await db.selectFrom("commitments_entry").selectAll().where("partId", "in", ids).execute() },
    {
      kind,
      table: "commitments_counter_claim",
      columns: ["conditions", "words", "decidedNote"],
      rows: await db.selectFrom("commitments_counter_claim").selectAll().where("partId", "in", ids).execute(),
    },
    {
      kind,
      table: "commitments_request",
      columns: ["reason", "decidedNote"],
      rows: await db.selectFrom("commitments_request").selectAll().where("partId", "in", ids).execute(),
    },
  ];
}

async function keptOfPromises(db: CommitmentsDb, ids: readonly string[]): Promise<Kept[]> {
  const kind = "parts";
  return [
    {
      kind,
      table: "commitments_evidence",
      columns: ["words", "paper"],
      rows: await db.selectFrom("commitments_evidence").selectAll().where("commitmentId", "in", ids).execute(),
    },
    {
      kind,
      table: "commitments_hand_over",
      columns: ["reason", "refusedNote"],
      rows: await db.selectFrom("commitments_hand_over").selectAll().where("commitmentId", "in", ids).execute(),
    },
    {
      kind,
      table: "commitments_block",
      columns: ["reason"],
      rows: await db.selectFrom("commitments_block").selectAll().where("commitmentId", "in", ids).execute(),
    },
    {
      kind,
      table: "commitments_rating",
      columns: ["comment"],
      rows: await db.selectFrom("commitments_rating").selectAll().where("commitmentId", "in", ids).execute(),
    },
  ];
}

/** Takes words out of what is kept of these parts and their promises; gives in how many records they stood. A trial writes nothing. O(words kept). */
export async function takeOutWords(
  { db, audit }: CommitmentsContext,
  ids: readonly string[],
  words: string,
  trial: { readonly isTrial: boolean },
): Promise<number> {
  if (ids.length === 0) return 0;
  const ofParts = await keptOfParts(db, ids);
  const promises = ofParts.find(({ table }) => table === "commitments_commitment")!.rows.map(({ id }) => id);
  let records = 0;
  for (const kept of [...ofParts, ...(promises.length === 0 ? [] : await keptOfPromises(db, promises))])
    records += (await takeOutOfRows(db, kept, words, trial)).length;
  if (records > 0 && !trial.isTrial) for (const id of ids) audit("redactWords", id);
  return records;
}
