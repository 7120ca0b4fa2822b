import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ElderPairingContext } from "../plugin.js";
import type { Kin } from "../words.js";
import { leaveCare } from "./change-elder.js";
import { nameKeyOf } from "./names.js";
import type { CadreRow, ElderRow } from "./people.repository.js";

const assertName = (typed: string | null, { nameKey }: { readonly nameKey: string }): void => {
  if (typed !== null && nameKeyOf(typed) !== nameKey) throw errors.nameWrong({}, "body.name");
};

/** Cadres' lines name parents and elders they know: an elder's name is taken out of those of the township. O(cadres of the township). */
async function forgetName({ db, disclose }: ElderPairingContext, { townPath, nameKey }: ElderRow): Promise<void> {
  const cadres = await everywhere(db, "elder_pairing_cadre", "whose line names somebody who was erased")
    .select(["id", "kin"])
    .where("townPath", "=", townPath)
    .execute();
  const kins = await disclose(
    cadres.map(({ kin }) => kin),
    "erasing",
  );
  for (const [i, { id }] of cadres.entries()) {
    if (!kins[i]) continue;
    const { parents, knows } = JSON.parse(kins[i]) as Kin;
    const keep = (names: readonly string[]) => names.filter((name) => nameKeyOf(name) !== nameKey);
    if (keep(parents).length + keep(knows).length === parents.length + knows.length) continue;
    await db
      .updateTable("elder_pairing_cadre")
      .set({ kin: JSON.stringify({ parents: keep(parents), knows: keep(knows) }) })
      .where("id", "=", id)
      .execute();
  }
}

/**
 * Nothing readable of an elder is left: their key is destroyed, what stood open is overwritten, cadres' lines name them no more; rows stay, so that what
 * was counted still counts. `typed` is the name, by whoever erases; null where their person in the directory was erased. Throws nameWrong.
 */
export async function eraseElder(ctx: ElderPairingContext, elder: ElderRow, typed: string | null): Promise<void> {
  const { db, clock, erase, text, audit } = ctx;
  assertName(typed, elder);
  await forgetName(ctx, elder);
  await erase(elder.id);
  await leaveCare(ctx, elder.id, "erased");
  const gone = { name: text("elder-pairing.erased", {}, "zh-CN"), state: "erased", personId: null, untilOn: elder.untilOn ?? clock.today() };
  await db
    .updateTable("elder_pairing_elder")
    .set({ ...gone, version: elder.version + 1 })
    .where("id", "=", elder.id)
    .execute();
  audit("erase", elder.id);
}

/** The same of a cadre: their pairs stay in the history of the elders, by somebody without a name. Throws nameWrong. */
export async function eraseCadre(ctx: ElderPairingContext, cadre: CadreRow, typed: string | null): Promise<void> {
  const { db, clock, erase, text, audit } = ctx;
  assertName(typed, cadre);
  await erase(cadre.id);
  const gone = { name: text("elder-pairing.erased", {}, "zh-CN"), state: "erased", personId: null, untilOn: cadre.untilOn ?? clock.today() };
  await db
    .updateTable("elder_pairing_cadre")
    .set({ ...gone, title: null, transport: null, version: cadre.version + 1 })
    .where("id", "=", cadre.id)
    .execute();
  audit("erase", cadre.id);
}
