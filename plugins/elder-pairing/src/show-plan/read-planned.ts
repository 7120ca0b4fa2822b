import type { Draft } from "../run-pairing/draft-pairing.js";
import type { HeldPair, PairFacts, PlannedPair, SidePlan } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext } from "../plugin.js";
import { nameVillages } from "../narrow-lists/name-villages.js";
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

/** A matching is of all the elders asked for: its own townships tell whether villages need theirs. */
const ofMany = ({ elders }: PairFacts): boolean => new Set(elders.map(({ town }) => town)).size > 1;

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
  const rows = facts.elders
    .map(({ id, village, town, needsWoman }) => ({
      ...{ elderId: id, elder: names[id] ?? "", village: villages.get(village) ?? "", town: villages.get(town) ?? "", needsWoman },
      ...{ primary: who(sides[0]!.get(id), before[0]!.get(id)), backup: who(sides[1]!.get(id), before[1]!.get(id)) },
    }))
    .sort((a, b) => compare(a.town, b.town) || compare(a.village, b.village) || compare(a.elder, b.elder) || (a.elderId < b.elderId ? -1 : 1));
  return nameVillages(rows, ofMany(facts));
}

/** Whom a shortage is about, on both sides: their names with their villages. Nothing is read where nobody is short. */
export async function nameShort(ctx: Pick<ElderPairingContext, "db">, { facts, plan }: Draft): Promise<Record<string, string>> {
  const short = [plan.primary, plan.backup].flatMap(({ shortages }) => shortages);
  const ids = new Set(short.flatMap(({ elderIds, cadreIds }) => [...elderIds, ...cadreIds]));
  if (ids.size === 0) return {};
  const homes = new Map([
    ...facts.cadres.filter(({ id }) => ids.has(id)).map(({ id, villages, town }) => [id, { home: villages[0] ?? town, around: town }] as const),
    ...facts.elders.filter(({ id }) => ids.has(id)).map(({ id, village, town }) => [id, { home: village, around: town }] as const),
  ]);
  const names = await namesOf(ctx, [...ids]);
  const places = await villageNames(
    ctx,
    [...homes.values()].flatMap(({ home, around }) => [home, around]),
  );
  const rows = [...homes].map(([id, { home, around }]) => ({ id, village: places.get(home) ?? "", town: places.get(around) ?? null }));
  const said = new Map(nameVillages(rows, ofMany(facts)).map(({ id, village }) => [id, village]));
  return Object.fromEntries([...ids].map((id) => [id, said.get(id) ? `${names[id] ?? ""}（${said.get(id)!}）` : (names[id] ?? "")]));
}

const heldOf = ({ pairs }: SidePlan): HeldPair[] => pairs.map(({ elderId, cadreId, because }) => ({ elderId, cadreId, isPinned: because.isPinned }));

/** The facts as they would be with a matching in force: what another choice costs is measured against it. */
export const asInForce = ({ facts, plan }: Draft): PairFacts => ({ ...facts, held: { primary: heldOf(plan.primary), backup: heldOf(plan.backup) } });
