import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { endPairs } from "../keep-pairs/put-in-force.js";
import type { ElderPairingContext } from "../plugin.js";
import type { Level, Wish } from "../words.js";
import { nameKeyOf } from "./names.js";
import { findElder, type ElderRow } from "./people.repository.js";

export async function getElder({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<ElderRow> {
  const row = await findElder(db, id);
  if (!row) throw errors.elderUnknown({}, "params.elderId");
  return row;
}

/** What they wish is kept and respected: phone or none is no failure, and no pairing ends by it. */
export async function changeWish({ db, clock, audit }: ElderPairingContext, elder: ElderRow, wish: Wish): Promise<void> {
  const facts = { wish, wishedOn: clock.today(), version: elder.version + 1 };
  await db.updateTable("elder_pairing_elder").set(facts).where("id", "=", elder.id).execute();
  audit("wish", elder.id, { wish });
}

/** Another level, with why: by hand, or by what happened. */
export async function changeLevel({ db, audit }: ElderPairingContext, elder: ElderRow, level: Level, reason: string): Promise<void> {
  await db
    .updateTable("elder_pairing_elder")
    .set({ level, levelReason: reason, version: elder.version + 1 })
    .where("id", "=", elder.id)
    .execute();
  audit("level", elder.id, { level, reason });
}

/** Set by hand, it also is what the level goes back to once what raised it for a time is over. */
export async function setLevel(ctx: ElderPairingContext, elder: ElderRow, level: Level, reason: string): Promise<void> {
  await ctx.db
    .updateTable("elder_pairing_trigger")
    .set({ levelBefore: level, reasonBefore: reason })
    .where("elderId", "=", elder.id)
    .where("endedOn", "is", null)
    .execute();
  await changeLevel(ctx, elder, level, reason);
}

export async function withdrawConsent({ db, clock, audit }: ElderPairingContext, elder: ElderRow, scope: string): Promise<void> {
  await db
    .updateTable("elder_pairing_consent")
    .set({ withdrawnOn: clock.today() })
    .where("elderId", "=", elder.id)
    .where("scope", "=", scope)
    .where("withdrawnOn", "is", null)
    .execute();
  audit("consent.withdraw", elder.id, { scope });
}

/** Whoever is no longer on the register has no open pair, and nothing is due any more. */
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
  await db.deleteFrom("elder_pairing_due").where("elderId", "=", elderId).where("state", "=", "due").where("dueOn", ">=", clock.today()).execute();
}

/**
 * Nothing readable of them is left: their key is destroyed, what stood open is overwritten; rows stay, so that what was counted still counts.
 * `name` is typed by whoever erases; null where their person in the directory was erased. Throws nameWrong.
 */
export async function eraseElder(ctx: ElderPairingContext, elder: ElderRow, name: string | null): Promise<void> {
  const { db, clock, erase, text, audit } = ctx;
  if (name !== null && nameKeyOf(name) !== elder.nameKey) throw errors.nameWrong({}, "body.name");
  await erase(elder.id);
  await leaveCare(ctx, elder.id, "erased");
  const gone = { name: text("elder-pairing.erased", {}, "zh-CN"), state: "erased", untilOn: elder.untilOn ?? clock.today(), version: elder.version + 1 };
  await db.updateTable("elder_pairing_elder").set(gone).where("id", "=", elder.id).execute();
  audit("erase", elder.id);
}
