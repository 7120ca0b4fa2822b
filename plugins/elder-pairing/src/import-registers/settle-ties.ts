import { everywhere } from "@lianxin/plugin-kit";
import { nameKeyOf } from "../keep-people/names.js";
import { groupBy } from "../keep-people/group-by.js";
import { watchDay } from "../cover-elders/watch-day.js";
import type { ElderPairingContext } from "../plugin.js";
import type { Kin } from "../words.js";

const why = "who is whose parent is looked up in the whole register";

/**
 * Finds out who is whose parent, and who knows whom: by the names in the cadres' lines, of parents anywhere and of acquaintances in the same township, and by
 * the phone number of a contact that is the cadre's own. Whoever turns out to help an own parent is replaced at once. Ties that are there stay. Gives how many were added. O(cadres + elders + contacts).
 */
export async function settleTies(ctx: ElderPairingContext): Promise<number> {
  const { db, newId, clock, disclose } = ctx;
  const [elders, cadres, contacts, known] = [
    await everywhere(db, "elder_pairing_elder", why).select(["id", "nameKey", "townPath"]).where("state", "=", "active").execute(),
    await everywhere(db, "elder_pairing_cadre", why).select(["id", "townPath", "kin", "phoneIndex"]).where("state", "=", "active").execute(),
    await db.selectFrom("elder_pairing_contact").select(["elderId", "phoneIndex"]).where("phoneIndex", "is not", null).execute(),
    await db.selectFrom("elder_pairing_tie").select(["cadreId", "elderId", "kind"]).execute(),
  ];
  const kins = (
    await disclose(
      cadres.map(({ kin }) => kin),
      "pairing",
    )
  ).map((text) => JSON.parse(text || '{"parents":[],"knows":[]}') as Kin);
  const eldersNamed = groupBy(elders, ({ townPath, nameKey }) => `${townPath} ${nameKey}`);
  // A parent may live in another township: a namesake kept apart by mistake costs nothing, an own parent let through would.
  const anywhere = groupBy(elders, ({ nameKey }) => nameKey);
  const childOf = groupBy(contacts, ({ phoneIndex }) => phoneIndex!);
  const there = new Set(known.map(({ cadreId, elderId, kind }) => `${cadreId} ${elderId} ${kind}`));
  const rows: { id: string; cadreId: string; elderId: string; kind: string; sinceOn: string }[] = [];
  const add = (cadreId: string, elderId: string, kind: string) => {
    const key = `${cadreId} ${elderId} ${kind}`;
    if (there.size === there.add(key).size) return;
    rows.push({ id: newId(), cadreId, elderId, kind, sinceOn: clock.today() });
  };
  for (const [i, { id, townPath, phoneIndex }] of cadres.entries()) {
    const named = (names: readonly string[]) => names.flatMap((name) => eldersNamed.get(`${townPath} ${nameKeyOf(name)}`) ?? []);
    for (const name of kins[i]!.parents) for (const elder of anywhere.get(nameKeyOf(name)) ?? []) add(id, elder.id, "parent");
    for (const elder of named(kins[i]!.knows)) add(id, elder.id, "knows");
    for (const { elderId } of phoneIndex === null ? [] : (childOf.get(phoneIndex) ?? [])) add(id, elderId, "parent");
  }
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto("elder_pairing_tie")
      .values(rows.slice(i, i + 500))
      .execute();
  if (rows.some(({ kind }) => kind === "parent")) await watchDay(ctx, "register");
  return rows.length;
}
