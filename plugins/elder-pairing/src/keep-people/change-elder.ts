import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { endSearches } from "../find-nobody/end-searches.js";
import { statesBefore, visitMoves } from "../keep-state/states.js";
import { endPairs } from "../keep-pairs/put-in-force.js";
import { noteStandings } from "../note-standings/note-standings.js";
import type { ElderPairingContext } from "../plugin.js";
import { endTriggers } from "../raise-level/end-triggers.js";
import type { Level, Wish } from "../words.js";
import { findElder, type ElderRow } from "./people.repository.js";

export async function getElder({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<ElderRow> {
  const row = await findElder(db, id);
  if (!row) throw errors.elderUnknown({}, "params.elderId");
  return row;
}

/** As getElder, of who is here: nobody is sent to who died, moved away or was erased, and nothing is decided for them. Throws elderUnknown, elderLeft. */
export async function getPresent(ctx: Pick<ElderPairingContext, "db">, id: string): Promise<ElderRow> {
  const row = await getElder(ctx, id);
  if (row.state !== "active") throw errors.elderLeft({}, "params.elderId");
  return row;
}

/** What they wish is kept and respected: phone or none is no failure, and no pairing ends by it. */
export async function changeWish(ctx: ElderPairingContext, elder: ElderRow, wish: Wish): Promise<void> {
  const { db, clock, audit } = ctx;
  const facts = { wish, wishedOn: clock.today(), version: elder.version + 1 };
  await db.updateTable("elder_pairing_elder").set(facts).where("id", "=", elder.id).execute();
  await noteStandings(ctx, [elder.id]);
  audit("wish", elder.id, { wish });
}

/**
 * Another level, with why: by hand and in whose words, or by what happened, which leaves the words for when it is over; they are sealed and the audit has none of
 * them.
 */
export async function changeLevel(
  ctx: ElderPairingContext,
  elder: ElderRow,
  level: Level,
  reason: string,
  note: { readonly levelNote?: string | null } = {},
): Promise<void> {
  const { db, audit } = ctx;
  await db
    .updateTable("elder_pairing_elder")
    .set({ level, levelReason: reason, ...note, version: elder.version + 1 })
    .where("id", "=", elder.id)
    .execute();
  await noteStandings(ctx, [elder.id]);
  audit("level", elder.id, { level });
}

/** Set by hand, it also is what the level goes back to once what raised it for a time is over. */
export async function setLevel(ctx: ElderPairingContext, elder: ElderRow, level: Level, words: string | undefined): Promise<void> {
  await ctx.db
    .updateTable("elder_pairing_trigger")
    .set({ levelBefore: level, reasonBefore: "by_hand" })
    .where("elderId", "=", elder.id)
    .where("endedOn", "is", null)
    .execute();
  await changeLevel(ctx, elder, level, "by_hand", { levelNote: words ?? null });
}

/** Whoever is no longer on the register has no open pair, is looked for no longer, nothing is due any more, and what nobody had made by then was missed. */
export async function leaveCare(ctx: ElderPairingContext, elderId: string, reason: string): Promise<void> {
  const { db, clock } = ctx;
  const open = await everywhere(db, "elder_pairing_pair", "one elder, whose place was checked")
    .select("id")
    .where("elderId", "=", elderId)
    .where("untilOn", "is", null)
    .execute();
  await endPairs(
    ctx,
    open.map(({ id }) => id),
    clock.today(),
    reason,
  );
  await endSearches(ctx, elderId, reason);
  await endTriggers(ctx, elderId);
  await db.deleteFrom("elder_pairing_due").where("elderId", "=", elderId).where("state", "=", "due").where("dueOn", ">=", clock.today()).execute();
  await db
    .updateTable("elder_pairing_due")
    .set({ state: "missed" })
    .where("elderId", "=", elderId)
    .where("state", "in", statesBefore(visitMoves.lapse))
    .execute();
  await noteStandings(ctx, [elderId]);
}
