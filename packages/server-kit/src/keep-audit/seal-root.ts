import type { KitDb } from "../kit-tables.js";
import type { Ports } from "../ports.js";
import { canonicalJson } from "./canonical-json.js";
import { hashRoot, type AuditRoot, type ChainHead } from "./hash-row.js";
import type { RootSigner } from "./sign-root.js";

const headsPerStatement = 500;

/** Every chain and where it was sealed last; steps from writer to writer along the index instead of reading all rows. O(chains · log rows). */
const chainsOf = (db: KitDb) =>
  db
    .withRecursive("writers", (cte) =>
      cte
        .selectFrom("kit_audit")
        .select((eb) => eb.fn.min<string | null>("writer").as("writer"))
        .unionAll(
          cte
            .selectFrom("writers")
            .where("writers.writer", "is not", null)
            .select((eb) =>
              eb
                .selectFrom("kit_audit")
                .whereRef("kit_audit.writer", ">", "writers.writer")
                .select((next) => next.fn.min("kit_audit.writer").as("writer"))
                .as("writer"),
            ),
        ),
    )
    .selectFrom("writers")
    .leftJoin("kit_audit_chain", "kit_audit_chain.id", "writers.writer")
    .where("writers.writer", "is not", null)
    .select((eb) => [
      "writers.writer",
      "kit_audit_chain.sequence as sealed",
      eb
        .selectFrom("kit_audit")
        .whereRef("kit_audit.writer", "=", "writers.writer")
        .select((last) => last.fn.max("kit_audit.sequence").as("head"))
        .as("head"),
    ]);

async function findMovedHeads(db: KitDb): Promise<readonly ChainHead[]> {
  const chains = await chainsOf(db).execute();
  const moved = chains.filter(({ head, sealed }) => head !== null && head !== sealed);
  const heads: ChainHead[] = [];
  for (let i = 0; i < moved.length; i += headsPerStatement) {
    const some = moved.slice(i, i + headsPerStatement).map(({ writer, head }) => [writer!, head!] as const);
    const query = db.selectFrom("kit_audit").select(["writer", "sequence", "hash"]);
    heads.push(...(await query.where((eb) => eb.or(some.map(([writer, head]) => eb.and({ writer, sequence: head })))).execute()));
  }
  return heads.sort((a, b) => (a.writer < b.writer ? -1 : 1));
}

/**
 * Writes and signs a root over all chains: it names the heads that moved since the root before and that root itself, which
 * stands for all others. Run it every minute, in the write lane. Undefined when nothing moved.
 */
export async function sealRoot(db: KitDb, { clock, newId }: Pick<Ports, "clock" | "newId">, signer: RootSigner): Promise<AuditRoot | undefined> {
  const heads = await findMovedHeads(db);
  if (heads.length === 0) return undefined;
  const last = await db.selectFrom("kit_audit_root").select(["sequence", "root"]).orderBy("sequence", "desc").limit(1).executeTakeFirst();
  const content = { id: newId(), at: clock.now(), sequence: (last?.sequence ?? 0) + 1, chains: canonicalJson(heads), previousRoot: last?.root ?? "" };
  const root = hashRoot(content);
  const row = { ...content, root, signature: signer.sign(root) };
  await db.insertInto("kit_audit_root").values(row).execute();
  for (let i = 0; i < heads.length; i += headsPerStatement)
    await db
      .insertInto("kit_audit_chain")
      .values(heads.slice(i, i + headsPerStatement).map(({ writer, sequence }) => ({ id: writer, sequence })))
      .onConflict((conflict) => conflict.column("id").doUpdateSet((eb) => ({ sequence: eb.ref("excluded.sequence") })))
      .execute();
  return row;
}
