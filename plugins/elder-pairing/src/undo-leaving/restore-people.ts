import { everywhere } from "@lianxin/plugin-kit";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import { noteStandings } from "../note-standings/note-standings.js";
import { replanElders } from "../plan-visits/store-dues.js";
import type { ElderPairingContext } from "../plugin.js";
import { reopenTriggers } from "../raise-level/end-triggers.js";
import { dayOf } from "../tell-time/tell-time.js";
import { restorePairs, type RestoredPairs } from "./restore-pairs.js";

const why = "whoever was said to have left today, and what ended with it";

/** Whoever was looked for is looked for again. */
async function reopenSearches({ db, clock }: ElderPairingContext, elderId: string, state: string): Promise<void> {
  const ended = await everywhere(db, "elder_pairing_ladder", why)
    .select(["id", "closedAt"])
    .where("elderId", "=", elderId)
    .where("state", "=", state)
    .execute();
  const ids = ended.filter(({ closedAt }) => closedAt !== null && dayOf(closedAt, clock.zone) === clock.today()).map(({ id }) => id);
  if (ids.length > 0) await db.updateTable("elder_pairing_ladder").set({ state: "open", closedAt: null }).where("id", "in", ids).execute();
}

/**
 * An elder who was said today to have died or moved is here as if it had not been said: the helpers, with both sides' yes, searches, hand-over sheets; days are
 * planned anew. Until the day is over. Throws restoreOver.
 */
export async function restoreElder(ctx: ElderPairingContext, elder: ElderRow): Promise<RestoredPairs> {
  const { db, clock, audit } = ctx;
  if (!["deceased", "moved"].includes(elder.state) || elder.untilOn !== clock.today()) throw errors.restoreOver();
  await db
    .updateTable("elder_pairing_elder")
    .set({ state: "active", untilOn: null, version: elder.version + 1 })
    .where("id", "=", elder.id)
    .execute();
  await reopenTriggers(ctx, elder.id);
  await noteStandings(ctx, [elder.id]);
  const restored = await restorePairs(ctx, [elder.id], { order: "desc", mustReturn: () => true });
  await reopenSearches(ctx, elder.id, elder.state);
  await replanElders(ctx, [elder.id]);
  audit("elder.restore", elder.id, { back: restored.back, lost: restored.lost.length });
  await watchDay(ctx, "restored", [elder.townPath]);
  return restored;
}

/** Those of some cadres at or below a place who left today, or are said to leave later. */
const findGone = ({ db, clock }: ElderPairingContext, path: string, ids: readonly string[]) =>
  everywhere(db, "elder_pairing_cadre", why)
    .select("id")
    .where("id", "in", ["", ...ids])
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where((eb) =>
      eb.or([
        eb.and([eb("state", "in", ["transferred", "deceased"]), eb("untilOn", "=", clock.today())]),
        eb.and([eb("state", "=", "active"), eb("untilOn", ">", clock.today())]),
      ]),
    )
    .execute();

/** Elders whose pair with one of some cadres ended today. */
async function whomTheyLeft({ db, clock }: ElderPairingContext, ids: readonly string[]): Promise<string[]> {
  const rows = await everywhere(db, "elder_pairing_pair", why)
    .select("elderId")
    .distinct()
    .where("cadreId", "in", ids)
    .where("untilOn", "=", clock.today())
    .execute();
  return rows.map(({ elderId }) => elderId);
}

/**
 * Cadres who left today by mistake, or shall leave and do not, are here as if it had not been said: their elders have them again, whoever was found instead
 * today is free. Until the day is over. Throws restoreOver where one of them is none of these.
 */
export async function restoreCadres(ctx: ElderPairingContext, path: string, cadreIds: readonly string[]): Promise<RestoredPairs> {
  const ids = [...new Set(cadreIds)];
  if ((await findGone(ctx, path, ids)).length < ids.length) throw errors.restoreOver({}, "body.cadreIds");
  await ctx.db
    .updateTable("elder_pairing_cadre")
    .set((eb) => ({ state: "active", untilOn: null, version: eb("version", "+", 1) }))
    .where("id", "in", ids)
    .execute();
  const restored = await restorePairs(ctx, await whomTheyLeft(ctx, ids), { order: "asc", mustReturn: ({ cadreId }) => ids.includes(cadreId) });
  for (const id of ids) ctx.audit("cadre.restore", id);
  await watchDay(ctx, "restored");
  return restored;
}
