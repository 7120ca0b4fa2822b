import type { Draft } from "../run-pairing/draft-pairing.js";
import type { HeldPair, PairFacts, PlannedPair, SidePlan } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext } from "../plugin.js";
import { namesOf } from "../show-pairs/names.repository.js";

/** Names of villages by their paths. O(paths). */
export async function villageNames({ db }: Pick<ElderPairingContext, "db">, paths: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(paths)];
  const names = new Map<string, string>();
  for (let i = 0; i < wanted.length; i += 500) {
    const rows = await db
      .selectFrom("directory_v1_place")
      .select(["placePath", "name"])
      .where("placePath", "in", wanted.slice(i, i + 500))
      .execute();
    for (const { placePath, name } of rows) names.set(placePath, name);
  }
  return names;
}

const byElder = <P extends { readonly elderId: string }>(pairs: readonly P[]) => new Map(pairs.map((one) => [one.elderId, one]));

/** As people read: "2组" before "10组". */
const { compare } = new Intl.Collator("zh-CN", { numeric: true });

/** Every pair a matching would make, with why and whom they follow, by township, village and name. O(elders · log). */
export async function readPlanned(ctx: Pick<ElderPairingContext, "db">, { facts, plan }: Draft) {
  const villages = await villageNames(
    ctx,
    facts.elders.flatMap(({ village, town }) => [village, town]),
  );
  const sides = [plan.primary, plan.backup].map(({ pairs }) => byElder(pairs));
  const before = [facts.held.primary, facts.held.backup].map(byElder);
  const ids = [...plan.primary.pairs, ...plan.backup.pairs, ...facts.held.primary, ...facts.held.backup].map(({ cadreId }) => cadreId);
  const names = await namesOf(ctx, [...facts.elders.map(({ id }) => id), ...ids]);
  const units = new Map(facts.cadres.map(({ id, unit }) => [id, unit]));
  const who = (pair: PlannedPair | undefined, held: HeldPair | undefined) =>
    pair
      ? {
          ...{ cadreId: pair.cadreId, name: names[pair.cadreId] ?? "", unit: units.get(pair.cadreId) ?? "", because: pair.because },
          was: held && held.cadreId !== pair.cadreId ? (names[held.cadreId] ?? "") : null,
        }
      : null;
  return facts.elders
    .map(({ id, village, town, needsWoman }) => ({
      ...{ elderId: id, elder: names[id] ?? "", village: villages.get(village) ?? "", town: villages.get(town) ?? "", needsWoman },
      ...{ primary: who(sides[0]!.get(id), before[0]!.get(id)), backup: who(sides[1]!.get(id), before[1]!.get(id)) },
    }))
    .sort((a, b) => compare(a.town, b.town) || compare(a.village, b.village) || compare(a.elder, b.elder) || (a.elderId < b.elderId ? -1 : 1))
    .map(({ town: _, ...row }) => row);
}

/** Whom a shortage is about, on both sides: their names with their villages. Nothing is read where nobody is short. */
export async function nameShort(ctx: Pick<ElderPairingContext, "db">, { facts, plan }: Draft): Promise<Record<string, string>> {
  const short = [plan.primary, plan.backup].flatMap(({ shortages }) => shortages);
  const ids = new Set(short.flatMap(({ elderIds, cadreIds }) => [...elderIds, ...cadreIds]));
  if (ids.size === 0) return {};
  const homes = new Map([
    ...facts.cadres.filter(({ id }) => ids.has(id)).map(({ id, villages, town }) => [id, villages[0] ?? town] as const),
    ...facts.elders.filter(({ id }) => ids.has(id)).map(({ id, village }) => [id, village] as const),
  ]);
  const [names, villages] = [await namesOf(ctx, [...ids]), await villageNames(ctx, homes.values())];
  const said = [...ids].map((id): [string, string] => {
    const village = villages.get(homes.get(id) ?? "");
    return [id, village === undefined ? (names[id] ?? "") : `${names[id] ?? ""}（${village}）`];
  });
  return Object.fromEntries(said);
}

const heldOf = ({ pairs }: SidePlan): HeldPair[] => pairs.map(({ elderId, cadreId, because }) => ({ elderId, cadreId, isPinned: because.isPinned }));

/** The facts as they would be with a matching in force: what another choice costs is measured against it. */
export const asInForce = ({ facts, plan }: Draft): PairFacts => ({ ...facts, held: { primary: heldOf(plan.primary), backup: heldOf(plan.backup) } });
