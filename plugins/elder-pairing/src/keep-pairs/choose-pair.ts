import { byId, everywhere } from "@lianxin/plugin-kit";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { openHandovers } from "../hand-over/hand-over.js";
import { backupMost, type Side } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext } from "../plugin.js";
import { openPairOf, type PairRow } from "./agree-pair.js";
import { endPairs } from "./put-in-force.js";

interface ChosenElder {
  readonly id: string;
  readonly placePath: string;
  readonly townPath: string;
  readonly needsWoman: boolean;
}
interface Choice {
  readonly cadreId: string;
  readonly role: Side;
  readonly because: PairRow["because"];
}

const findChosen = ({ db }: ElderPairingContext, id: string) => byId(db, "elder_pairing_cadre", id).select(["id", "state", "limit", "sex"]).executeTakeFirst();

/** Throws cadreUnknown, pairForbidden, cadreFull. */
async function expectFree(ctx: ElderPairingContext, elderId: string, { cadreId, role }: Choice) {
  const { db } = ctx;
  const cadre = await findChosen(ctx, cadreId);
  if (cadre?.state !== "active") throw errors.cadreUnknown({}, "body.cadreId");
  const ties = await db.selectFrom("elder_pairing_tie").select("kind").where("elderId", "=", elderId).where("cadreId", "=", cadreId).execute();
  if (ties.some(({ kind }) => kind !== "knows")) throw errors.pairForbidden({}, "body.cadreId");
  const held = await everywhere(db, "elder_pairing_pair", "one cadre's elders are counted before another one is added")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("cadreId", "=", cadreId)
    .where("role", "=", role)
    .where("untilOn", "is", null)
    .executeTakeFirstOrThrow();
  const limit = role === "primary" ? cadre.limit : backupMost;
  if (Number(held.count) >= limit) throw errors.cadreFull({ limit }, "body.cadreId");
  return cadre;
}

/** A backup is another one than the first helper, and a woman where a woman who lives alone has none yet. Throws pairSame, womanMissing. */
async function expectSecond(ctx: ElderPairingContext, elder: ChosenElder, cadre: { readonly id: string; readonly sex: string }): Promise<void> {
  const first = await openPairOf(ctx.db, elder.id, "primary");
  if (first?.cadreId === cadre.id) throw errors.pairSame({}, "body.cadreId");
  const sex = first && (await findChosen(ctx, first.cadreId))?.sex;
  if (elder.needsWoman && sex !== "female" && cadre.sex !== "female") throw errors.womanMissing({}, "body.cadreId");
}

async function insertChosen({ db, newId, clock }: ElderPairingContext, elder: ChosenElder, { cadreId, role, because }: Choice): Promise<string> {
  const id = newId();
  const today = clock.today();
  const agreed = { cadreAgreedAt: null, elderAgreedAt: null, elderAgreedBy: null, effectiveOn: role === "primary" ? null : today };
  await db
    .insertInto("elder_pairing_pair")
    .values({
      ...{ id, placePath: elder.placePath, townPath: elder.townPath, elderId: elder.id, cadreId, role, fromOn: today, untilOn: null, isPinned: true },
      ...{ startReason: "by_hand", endReason: null, because: { ...because, isPinned: true }, createdAt: clock.now(), toldAt: null, ...agreed },
    })
    .execute();
  return id;
}

/**
 * Another cadre for an elder, chosen by hand, as first helper or as backup: holds against every matching until it is changed by hand. Gives the pair's id.
 * Throws cadreUnknown, pairSame, pairForbidden, cadreFull, womanMissing.
 */
export async function choosePair(ctx: ElderPairingContext, elder: ChosenElder, choice: Choice): Promise<string> {
  const { db, clock, audit } = ctx;
  const { cadreId, role } = choice;
  const now = await openPairOf(db, elder.id, role);
  if (now?.cadreId === cadreId) throw errors.pairSame({}, "body.cadreId");
  const cadre = await expectFree(ctx, elder.id, choice);
  if (role === "backup") await expectSecond(ctx, elder, cadre);
  if (now) await endPairs(ctx, [now.id], clock.today(), "by_hand");
  const id = await insertChosen(ctx, elder, choice);
  if (role === "primary" && now?.effectiveOn)
    await openHandovers(ctx, [{ elderId: elder.id, fromCadreId: now.cadreId, toCadreId: cadreId, pairId: id, placePath: elder.placePath }], {
      day: clock.today(),
      reason: "by_hand",
    });
  audit("pair.choose", elder.id, { cadreId, role });
  // Who was backup may be the primary now: the backup follows.
  await watchDay(ctx, "by_hand");
  return id;
}
