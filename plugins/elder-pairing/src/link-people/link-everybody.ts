import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";
import { findFree, findNamesakes, type Namesake } from "./link-people.js";

/** A cadre of whom the directory has the name and not the number: somebody says which of these it is, or none. */
export interface Unsure {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly people: readonly Namesake[];
}
/** What linking everybody came to. */
export interface Linked {
  readonly linked: number;
  readonly unsure: readonly Unsure[];
  /** Names the directory does not have, or has of somebody else's account alone. */
  readonly missing: readonly string[];
}

/**
 * Links every cadre at or below a place who has no person yet to the one who has their name and their telephone number in the directory. A name alone opens
 * nobody's record: who has only that is named, with where they live, and one of them is chosen by hand. O(cadres + people of their names).
 */
export async function linkEverybody(ctx: ElderPairingContext, path: string): Promise<Linked> {
  const { db, use, audit } = ctx;
  const cadres = await everywhere(db, "elder_pairing_cadre", "cadres at or below a place that was checked")
    .select(["id", "name", "unit", "phoneIndex"])
    .where("state", "=", "active")
    .where("personId", "is", null)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const named = await findNamesakes(
    ctx,
    cadres.map(({ name }) => name),
  );
  const free = new Set((await findFree(ctx, [...named.values()].flat())).map(({ personId }) => personId));
  const reached = await use.directory.peopleReachedAt(cadres.flatMap(({ phoneIndex }) => phoneIndex ?? []));
  const missing: string[] = [];
  const open: typeof cadres = [];
  for (const cadre of cadres) {
    const there = new Set(reached.get(cadre.phoneIndex ?? ""));
    const sure = (named.get(cadre.name) ?? []).filter(({ personId }) => free.has(personId) && there.has(personId));
    if (sure.length === 1) {
      free.delete(sure[0]!.personId);
      await db.updateTable("elder_pairing_cadre").set({ personId: sure[0]!.personId }).where("id", "=", cadre.id).execute();
      audit("cadre.link", cadre.id, { personId: sure[0]!.personId });
    } else open.push(cadre);
  }
  const unsure: Unsure[] = [];
  for (const { id, name, unit } of open) {
    const people = (named.get(name) ?? []).filter(({ personId }) => free.has(personId));
    if (people.length === 0) missing.push(name);
    else unsure.push({ id, name, unit, people });
  }
  const linked = cadres.length - open.length;
  audit("cadres.link", path, { linked, unsure: unsure.length, missing: missing.length });
  return { linked, unsure, missing };
}
