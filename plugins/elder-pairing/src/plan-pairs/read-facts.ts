import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";
import type { HeldPair, PairFacts } from "./pair-facts.js";

const why = "the matching looks at everybody it may pair";

/** Open pairs of the elders who live in some townships now, or of all: who moved brings the pair along. */
export function openPairs({ db }: Pick<ElderPairingContext, "db">, towns: readonly string[] | "all") {
  const query = everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .select(["elder_pairing_pair.id", "elderId", "cadreId", "role", "elder_pairing_pair.fromOn", "effectiveOn", "isPinned"])
    .where("elder_pairing_pair.untilOn", "is", null);
  return (towns === "all" ? query : query.where("elder.townPath", "in", ["", ...towns])).execute();
}
export type OpenPair = Awaited<ReturnType<typeof openPairs>>[number];

function readElders({ db }: Pick<ElderPairingContext, "db">, towns: readonly string[] | "all") {
  const query = everywhere(db, "elder_pairing_elder", why)
    .select(["id", "placePath", "townPath", "dialect", "needsWoman", "careFromOn"])
    .where("state", "=", "active");
  return (towns === "all" ? query : query.where("townPath", "in", ["", ...towns])).execute();
}

function readCadres({ db }: Pick<ElderPairingContext, "db">, towns: readonly string[] | "all") {
  const query = everywhere(db, "elder_pairing_cadre", why).select(["id", "townPath", "sex", "dialects", "limit", "unit"]).where("state", "=", "active");
  return (towns === "all" ? query : query.where("townPath", "in", ["", ...towns])).execute();
}

/** Who is away on a day, by leave. */
export async function awayOn({ db }: Pick<ElderPairingContext, "db">, day: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("elder_pairing_leave").select("cadreId").where("fromOn", "<=", day).where("toOn", ">=", day).execute();
  return new Set(rows.map(({ cadreId }) => cadreId));
}

/** Does anybody help in another township than their own, chosen by hand? Then townships cannot be looked at apart. */
async function crossesTowns({ db }: Pick<ElderPairingContext, "db">): Promise<boolean> {
  const row = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select("elder_pairing_pair.id")
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.isPinned", "=", true)
    .whereRef("elder_pairing_pair.townPath", "!=", "cadre.townPath")
    .executeTakeFirst();
  return row !== undefined;
}

/** Quotas hold for the whole community: what a unit's cadres have outside the townships that are read is taken off. */
async function quotasFor({ db }: Pick<ElderPairingContext, "db">, towns: readonly string[] | "all"): Promise<PairFacts["quotas"]> {
  const quotas = await everywhere(db, "elder_pairing_quota", why).select(["unit", "most"]).execute();
  if (towns === "all" || quotas.length === 0) return quotas;
  const held = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .select("cadre.unit")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "=", "primary")
    .where("elder.townPath", "not in", ["", ...towns])
    .groupBy("cadre.unit")
    .execute();
  const elsewhere = new Map(held.map(({ unit, n }) => [unit, Number(n)]));
  return quotas.map(({ unit, most }) => ({ unit, most: Math.max(0, most - (elsewhere.get(unit) ?? 0)) }));
}

export interface ReadFacts {
  readonly facts: PairFacts;
  readonly open: readonly OpenPair[];
  /** Elders somebody answers for already. */
  readonly inCare: ReadonlySet<string>;
}

/**
 * Everything the matching needs, of some townships or of all; who is on leave that day gets nobody new. Eight reads, O(elders + cadres + pairs). Where
 * villages near enough may be paired across townships (`nearMetres`), all is read.
 */
export async function readFacts(ctx: Pick<ElderPairingContext, "db" | "config">, day: string, asked: readonly string[] | "all"): Promise<ReadFacts> {
  const { db, config } = ctx;
  const towns = asked === "all" || config.nearMetres > 0 || (await crossesTowns(ctx)) ? "all" : asked;
  const [elders, cadres, villages, ties, spots, quotas, open, away] = await Promise.all([
    readElders(ctx, towns),
    readCadres(ctx, towns),
    everywhere(db, "elder_pairing_cadre_village", why).select(["cadreId", "placePath"]).execute(),
    db.selectFrom("elder_pairing_tie").select(["cadreId", "elderId", "kind"]).execute(),
    everywhere(db, "elder_pairing_spot", why).select(["placePath", "east", "north"]).execute(),
    quotasFor(ctx, towns),
    openPairs(ctx, towns),
    awayOn(ctx, day),
  ]);
  const villagesOf = groupBy(villages, ({ cadreId }) => cadreId);
  const heldAs = (role: string): HeldPair[] =>
    open.filter((one) => one.role === role).map(({ elderId, cadreId, isPinned }) => ({ elderId, cadreId, isPinned }));
  const facts: PairFacts = {
    elders: elders.map(({ id, placePath, townPath, dialect, needsWoman }) => ({ id, village: placePath, town: townPath, dialect, needsWoman })),
    cadres: cadres.map(({ id, townPath, sex, dialects, limit, unit }) => ({
      ...{ id, town: townPath, villages: (villagesOf.get(id) ?? []).map(({ placePath }) => placePath), isWoman: sex === "female" },
      ...{ dialects, limit, unit, isAway: away.has(id) },
    })),
    ties,
    spots: spots.map(({ placePath, east, north }) => ({ village: placePath, east, north })),
    quotas,
    nearMetres: config.nearMetres,
    held: { primary: heldAs("primary"), backup: heldAs("backup") },
  };
  return { facts, open, inCare: new Set(elders.filter(({ careFromOn }) => careFromOn !== null).map(({ id }) => id)) };
}
