import { everywhere } from "@lianxin/plugin-kit";
import { Ground } from "../plan-pairs/measure-pair.js";
import type { ElderPairingContext } from "../plugin.js";

interface Home {
  readonly placePath: string;
  readonly townPath: string;
}
const why = "open pairs of one elder who moved";

/** How near the helpers of an elder who moved are from now on: the same village, or how far it is. What else speaks for them stays. */
async function measureAnew({ db }: Pick<ElderPairingContext, "db">, elderId: string, placePath: string): Promise<void> {
  const pairs = await everywhere(db, "elder_pairing_pair", why)
    .select(["id", "cadreId", "because"])
    .where("elderId", "=", elderId)
    .where("untilOn", "is", null)
    .execute();
  const ids = ["", ...pairs.map(({ cadreId }) => cadreId)];
  const linked = await everywhere(db, "elder_pairing_cadre_village", why).select(["cadreId", "placePath"]).where("cadreId", "in", ids).execute();
  const paths = [placePath, ...linked.map((one) => one.placePath)];
  const spots = await everywhere(db, "elder_pairing_spot", why).select(["placePath as village", "east", "north"]).where("placePath", "in", paths).execute();
  const ground = new Ground({ ties: [], spots });
  for (const { id, cadreId, because } of pairs) {
    const villages = linked.filter((one) => one.cadreId === cadreId).map((one) => one.placePath);
    const sameVillage = villages.includes(placePath);
    const near = { ...because, sameVillage, metres: sameVillage ? 0 : ground.metres(placePath, villages) };
    await db.updateTable("elder_pairing_pair").set({ because: near }).where("id", "=", id).execute();
  }
}

/** What is still open of an elder who moved to another village is where they live now: whoever answers there sees it. What is over stays where it was. */
export async function moveElder({ db }: Pick<ElderPairingContext, "db">, elderId: string, { placePath, townPath }: Home): Promise<void> {
  await db.updateTable("elder_pairing_pair").set({ placePath, townPath }).where("elderId", "=", elderId).where("untilOn", "is", null).execute();
  await measureAnew({ db }, elderId, placePath);
  await db.updateTable("elder_pairing_due").set({ placePath }).where("elderId", "=", elderId).where("state", "=", "due").execute();
  await db.updateTable("elder_pairing_need").set({ placePath }).where("elderId", "=", elderId).where("closedOn", "is", null).execute();
  await db.updateTable("elder_pairing_ladder").set({ placePath }).where("elderId", "=", elderId).where("state", "=", "open").execute();
  await db.updateTable("elder_pairing_handover").set({ placePath }).where("elderId", "=", elderId).where("doneOn", "is", null).execute();
  await db.updateTable("elder_pairing_trigger").set({ placePath }).where("elderId", "=", elderId).where("endedOn", "is", null).execute();
}
