import { everywhere } from "@lianxin/plugin-kit";
import type { Selectable } from "kysely";
import { endPairs } from "../keep-pairs/put-in-force.js";
import { apart } from "../plan-pairs/measure-pair.js";
import { backupMost, type Side } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";

const why = "pairs that ended today because somebody was said to have left";
const sides = ["primary", "backup"] as const;
/** What ends pairs when somebody leaves, and what begins those of whoever is found instead. */
const leavingReasons = ["transferred", "deceased", "moved", "register", "day"];
type PairRow = Selectable<ElderPairingDatabase["elder_pairing_pair"]>;

/** A pair that ended by mistake and does not go on: the cadre has no room any more, or somebody else was agreed to meanwhile. */
export interface LostPair {
  readonly elderId: string;
  readonly cadreId: string;
  readonly role: Side;
}
export interface RestoredPairs {
  readonly back: number;
  readonly lost: readonly LostPair[];
}
interface Restoring {
  /** asc: whoever helped first today; desc: whoever helped last. */
  readonly order: "asc" | "desc";
  readonly mustReturn: (pair: { readonly cadreId: string }) => boolean;
}
interface Scene {
  /** In the order in which they would go on. */
  readonly ended: readonly PairRow[];
  readonly open: readonly PairRow[];
  readonly limits: ReadonlyMap<string, number>;
  readonly homes: ReadonlyMap<string, string>;
  readonly tied: ReadonlySet<string>;
}

async function readScene({ db, clock }: ElderPairingContext, elderIds: readonly string[], order: "asc" | "desc"): Promise<Scene> {
  const today = clock.today();
  const some = ["", ...elderIds];
  const ended = await everywhere(db, "elder_pairing_pair", why)
    .selectAll()
    .where("elderId", "in", some)
    .where("role", "in", sides)
    .where("untilOn", "=", today)
    .where("endReason", "in", leavingReasons)
    .orderBy("createdAt", order)
    .orderBy("id", order)
    .execute();
  const cadreIds = ["", ...new Set(ended.map(({ cadreId }) => cadreId))];
  const open = await everywhere(db, "elder_pairing_pair", why)
    .selectAll()
    .where("untilOn", "is", null)
    .where((eb) => eb.or([eb("elderId", "in", some), eb("cadreId", "in", cadreIds)]))
    .execute();
  const cadres = await everywhere(db, "elder_pairing_cadre", why).select(["id", "limit"]).where("id", "in", cadreIds).where("state", "=", "active").execute();
  const elders = await everywhere(db, "elder_pairing_elder", why).select(["id", "placePath"]).where("id", "in", some).where("state", "=", "active").execute();
  const ties = await db
    .selectFrom("elder_pairing_tie")
    .select(["elderId", "cadreId"])
    .where("elderId", "in", some)
    .where("kind", "in", [...apart])
    .execute();
  return {
    ...{ ended, open, limits: new Map(cadres.map(({ id, limit }) => [id, limit])), homes: new Map(elders.map(({ id, placePath }) => [id, placePath])) },
    tied: new Set(ties.map(({ elderId, cadreId }) => `${elderId} ${cadreId}`)),
  };
}

/** Found today in somebody's place, and not chosen by hand nor agreed to by both: gives way. */
const givesWay = (pair: PairRow, today: string): boolean =>
  pair.fromOn === today && !pair.isPinned && leavingReasons.includes(pair.startReason) && (pair.role === "backup" || pair.effectiveOn === null);

/** Which of the ended pairs go on, which open ones end for it, and which are lost: one after the other, first helpers first. O(ended · open). */
function weighPairs({ ended, open, limits, homes, tied }: Scene, today: string, mustReturn: Restoring["mustReturn"]) {
  let now: readonly PairRow[] = open;
  const [back, over, lost]: [PairRow[], string[], LostPair[]] = [[], [], []];
  for (const role of sides)
    for (const pair of ended.filter((one) => one.role === role)) {
      const { elderId, cadreId } = pair;
      const inPlace = now.find((one) => one.elderId === elderId && one.role === role);
      if (inPlace && (back.includes(inPlace) || inPlace.cadreId === cadreId)) continue;
      const rest = now.filter((one) => one !== inPlace);
      const most = role === "primary" ? (limits.get(cadreId) ?? 0) : limits.has(cadreId) ? backupMost : 0;
      const fits =
        (inPlace === undefined || givesWay(inPlace, today)) &&
        homes.get(elderId) === pair.placePath &&
        !tied.has(`${elderId} ${cadreId}`) &&
        rest.filter((one) => one.cadreId === cadreId && one.role === role).length < most &&
        !rest.some((one) => one.elderId === elderId && one.cadreId === cadreId);
      if (fits) {
        back.push(pair);
        if (inPlace) over.push(inPlace.id);
        now = [...rest, pair];
      } else if (mustReturn(pair)) lost.push({ elderId, cadreId, role });
    }
  return { back, over, lost };
}

/**
 * The pairs of some elders that ended today because somebody was said to have left go on as if they had not: with both sides' yes, without a gap. Who was found
 * instead today gives way, unless both sides have agreed to them. A pair `mustReturn` asks for and that cannot go on is told. O(pairs of these elders), seven statements.
 */
export async function restorePairs(ctx: ElderPairingContext, elderIds: readonly string[], { order, mustReturn }: Restoring): Promise<RestoredPairs> {
  const { db, clock } = ctx;
  const today = clock.today();
  const { back, over, lost } = weighPairs(await readScene(ctx, elderIds, order), today, mustReturn);
  await endPairs(ctx, over, today, "restored");
  const ids = ["", ...back.map(({ id }) => id)];
  await db.updateTable("elder_pairing_pair").set({ untilOn: null, endReason: null }).where("id", "in", ids).execute();
  await db.updateTable("elder_pairing_handover").set({ droppedOn: null }).where("pairId", "in", ids).where("droppedOn", "=", today).execute();
  return { back: back.length, lost };
}
