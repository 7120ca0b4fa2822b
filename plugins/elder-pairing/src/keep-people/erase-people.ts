import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { forgetNeeds } from "../meet-needs/forget-needs.js";
import type { ElderPairingContext } from "../plugin.js";
import type { Kin } from "../words.js";
import { leaveCare } from "./change-elder.js";
import { nameKeyOf } from "./names.js";
import type { CadreRow, ElderRow } from "./people.repository.js";

const why = "whoever was erased is named nowhere";

const assertName = (typed: string | null, { nameKey }: { readonly nameKey: string }): void => {
  if (typed !== null && nameKeyOf(typed) !== nameKey) throw errors.nameWrong({}, "body.name");
};

/** A line's names without one, or undefined where it does not have it. */
function withoutName(text: string | undefined, nameKey: string): string | undefined {
  if (!text) return undefined;
  const { parents, knows } = JSON.parse(text) as Kin;
  const keep = (names: readonly string[]) => names.filter((name) => nameKeyOf(name) !== nameKey);
  if (keep(parents).length + keep(knows).length === parents.length + knows.length) return undefined;
  return JSON.stringify({ parents: keep(parents), knows: keep(knows) } satisfies Kin);
}

/** Cadres whose line names another elder of the same name who is still here: there the name is theirs. */
async function namesakesOf({ db }: ElderPairingContext, { id, nameKey }: ElderRow): Promise<ReadonlySet<string>> {
  const rows = await everywhere(db, "elder_pairing_elder", why)
    .innerJoin("elder_pairing_tie as tie", "tie.elderId", "elder_pairing_elder.id")
    .select("tie.cadreId")
    .where("elder_pairing_elder.nameKey", "=", nameKey)
    .where("elder_pairing_elder.id", "!=", id)
    .where("elder_pairing_elder.state", "!=", "erased")
    .where("tie.kind", "in", ["parent", "knows"])
    .execute();
  return new Set(rows.map(({ cadreId }) => cadreId));
}

/** Cadres' lines name parents and elders they know, wherever they are: an elder's name is taken out of all of them, and of the copies kept to undo imports. O(cadres + copies). */
async function forgetName(ctx: ElderPairingContext, elder: ElderRow): Promise<void> {
  const { db, disclose } = ctx;
  const { nameKey } = elder;
  const others = await namesakesOf(ctx, elder);
  const cadres = (await everywhere(db, "elder_pairing_cadre", why).select(["id", "kin"]).where("state", "!=", "erased").execute()).filter(
    ({ id }) => !others.has(id),
  );
  const copies = await db
    .selectFrom("elder_pairing_import_row")
    .select(["id", "before"])
    .where("subjectTable", "=", "elder_pairing_cadre")
    .where("before", "is not", null)
    .execute();
  const kins = await disclose(
    cadres.map(({ kin }) => kin),
    "erasing",
  );
  for (const [i, { id }] of cadres.entries()) {
    const kin = withoutName(kins[i], nameKey);
    if (kin !== undefined) await db.updateTable("elder_pairing_cadre").set({ kin }).where("id", "=", id).execute();
  }
  const texts = await disclose(
    copies.map(({ before }) => before!),
    "erasing",
  );
  for (const [i, { id }] of copies.entries()) {
    if (!texts[i]) continue;
    const kept = JSON.parse(texts[i]) as { row: { kin?: string } };
    const kin = withoutName(kept.row.kin, nameKey);
    if (kin === undefined) continue;
    const before = JSON.stringify({ ...kept, row: { ...kept.row, kin } });
    await db.updateTable("elder_pairing_import_row").set({ before }).where("id", "=", id).execute();
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
  await forgetNeeds(ctx, elder.id, () => true);
  await erase(elder.id);
  const gone = { name: text("elder-pairing.erased", {}, "zh-CN"), state: "erased", personId: null, untilOn: elder.untilOn ?? clock.today() };
  await db
    .updateTable("elder_pairing_elder")
    .set({ ...gone, version: elder.version + 1 })
    .where("id", "=", elder.id)
    .execute();
  await leaveCare(ctx, elder.id, "erased");
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
