import { everywhere } from "@lianxin/plugin-kit";
import { leaveCare } from "../keep-people/change-elder.js";
import type { ElderPairingContext } from "../plugin.js";
import type { Leaving } from "./judge-lines.js";
import type { Deed, Stored } from "./record-deeds.js";

const why = "a line of a sheet is compared with whoever is registered";
const tables = { elders: "elder_pairing_elder", cadres: "elder_pairing_cadre" } as const;
const words = { elders: "elder", cadres: "cadre" } as const;
type Kind = keyof typeof tables;

const keyOf = ({ blind }: Pick<ElderPairingContext, "blind">, kind: Kind, { identity }: Leaving): string => blind(`${words[kind]} ${identity}`);

/** Which of those a sheet calls deceased, moved away or transferred are on the register, and active: their lines. */
export async function findLeaving(ctx: ElderPairingContext, kind: Kind, leaving: readonly Leaving[]): Promise<ReadonlySet<number>> {
  const rows = await everywhere(ctx.db, tables[kind], why)
    .select("identityKey")
    .where("identityKey", "in", ["", ...leaving.map((one) => keyOf(ctx, kind, one))])
    .where("state", "=", "active")
    .execute();
  const known = new Set(rows.map(({ identityKey }) => identityKey));
  return new Set(leaving.filter((one) => known.has(keyOf(ctx, kind, one))).map(({ line }) => line));
}

/** The version of a row after all that ended with it. */
const versionOf = async ({ db }: ElderPairingContext, kind: Kind, id: string): Promise<number> =>
  (await everywhere(db, tables[kind], why).select("version").where("id", "=", id).executeTakeFirstOrThrow()).version;

/** Ends today whomever a sheet calls deceased, moved away or transferred and who is on the register; nobody else changes. */
export async function endLeft(ctx: ElderPairingContext, kind: Kind, leaving: readonly Leaving[]): Promise<Stored> {
  const deeds: Deed[] = [];
  const today = ctx.clock.today();
  for (const one of leaving) {
    const row = await everywhere(ctx.db, tables[kind], why)
      .select(["id", "version"])
      .where("identityKey", "=", keyOf(ctx, kind, one))
      .where("state", "=", "active")
      .executeTakeFirst();
    if (!row) continue;
    await ctx.db
      .updateTable(tables[kind])
      .set({ state: one.state, untilOn: today, lineKey: "", version: row.version + 1 })
      .where("id", "=", row.id)
      .execute();
    if (kind === "elders") await leaveCare(ctx, row.id, one.state);
    ctx.audit(kind === "elders" ? "elder.end" : "cadre.leave", row.id, { state: one.state, day: today });
    deeds.push({ deed: "ended", subjectTable: tables[kind], subjectId: row.id, versionAfter: await versionOf(ctx, kind, row.id) });
  }
  return { deeds, same: leaving.length - deeds.length };
}
