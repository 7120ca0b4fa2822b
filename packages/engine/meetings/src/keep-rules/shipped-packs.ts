import { localPacks } from "./packs/local.js";
import { ownerPacks } from "./packs/owners.js";
import { residentPacks } from "./packs/residents.js";
import { villagerPacks } from "./packs/villagers.js";
import type { RulePack } from "./rule-pack.js";

/** Rule packs that come with the program. A community makes a dated copy to change one. */
export const shippedPacks: readonly RulePack[] = [...localPacks, ...villagerPacks, ...residentPacks, ...ownerPacks];

export const isInForce = ({ effective: { from, to } }: Pick<RulePack, "effective">, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** The pack of an id that is in force on a day, or nothing. */
export const findPack = (packs: readonly RulePack[], id: string, day: string): RulePack | undefined =>
  packs.find((pack) => pack.id === id && isInForce(pack, day));

/** The pack that holds for an id on a day: itself, or the one that followed when it ended. */
export function followPack(packs: readonly RulePack[], id: string, day: string): RulePack | undefined {
  const pack = packs.find((one) => one.id === id);
  if (!pack) return undefined;
  if (isInForce(pack, day)) return pack;
  return pack.effective.to !== null && pack.effective.to < day && pack.replacedBy !== null ? followPack(packs, pack.replacedBy, day) : undefined;
}
