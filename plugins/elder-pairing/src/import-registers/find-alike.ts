import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { groupBy } from "../keep-people/group-by.js";
import { nameKeyOf } from "../keep-people/names.js";
import type { ElderPairingContext } from "../plugin.js";
import type { JudgedCadre, JudgedElder, Leaving } from "./judge-lines.js";
import type { TextLine } from "./read-register.js";

const why = "a line of a sheet is compared with whoever is registered";
type Kind = "elders" | "cadres";
type Line = JudgedElder | JudgedCadre;
/** Somebody on the register whom a new line may mean. */
interface Person {
  readonly id: string;
  readonly nameKey: string;
  readonly identityKey: string;
  readonly village: string | null;
  /** What a line must say as well as the name: the year of birth of an elder, the unit of a cadre. */
  readonly fact: string;
}
export interface Alike {
  readonly line: number;
  readonly people: readonly Pick<Person, "id" | "village" | "fact">[];
}

const factOf = (line: Line): string => ("birthYear" in line ? String(line.birthYear) : (line.values.unit ?? ""));
const nameOf = ({ values }: Line): string => nameKeyOf(values.name!);

/** Who is here at or below a path under these names, with what tells them apart. */
async function findNamed({ db }: Pick<ElderPairingContext, "db">, kind: Kind, path: string, names: readonly string[]): Promise<Person[]> {
  const some = ["", ...new Set(names)];
  if (kind === "elders") {
    const rows = await everywhere(db, "elder_pairing_elder", why)
      .leftJoin("directory_v1_place as place", "place.id", "elder_pairing_elder.placeId")
      .select(["elder_pairing_elder.id", "nameKey", "identityKey", "birthYear", "place.name as village"])
      .where("nameKey", "in", some)
      .where("state", "=", "active")
      .where("elder_pairing_elder.placePath", "like", `${path}%`)
      .orderBy("elder_pairing_elder.id")
      .execute();
    return rows.map(({ birthYear, ...row }) => ({ ...row, fact: String(birthYear) }));
  }
  const rows = await everywhere(db, "elder_pairing_cadre", why)
    .leftJoin("directory_v1_place as place", "place.placePath", "elder_pairing_cadre.placePath")
    .select(["elder_pairing_cadre.id", "nameKey", "identityKey", "unit", "place.name as village"])
    .where("nameKey", "in", some)
    .where("state", "=", "active")
    .where("elder_pairing_cadre.placePath", "like", `${path}%`)
    .orderBy("elder_pairing_cadre.id")
    .execute();
  return rows.map(({ unit, ...row }) => ({ ...row, fact: unit }));
}

/** Identities that are on the register, in whatever state. */
async function findRegistered({ db }: Pick<ElderPairingContext, "db">, kind: Kind, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const table = kind === "elders" ? "elder_pairing_elder" : "elder_pairing_cadre";
  const rows = await everywhere(db, table, why)
    .select("identityKey")
    .where("identityKey", "in", ["", ...keys])
    .execute();
  return new Set(rows.map(({ identityKey }) => identityKey));
}

const keyOf = ({ blind }: Pick<ElderPairingContext, "blind">, kind: Kind, identity: string): string =>
  blind(`${kind === "elders" ? "elder" : "cadre"} ${identity}`);

/**
 * Lines that would bring in somebody new who may be on the register already: an elder of that name and year of birth (a number was added, or they moved), a
 * cadre of that name and unit (another telephone). Whom another line of the sheet means is offered for none. O(lines).
 */
export async function findAlike(ctx: ElderPairingContext, kind: Kind, path: string, lines: readonly Line[], leaving: readonly Leaving[]): Promise<Alike[]> {
  const keyed = lines.map((one) => ({ one, key: keyOf(ctx, kind, one.identity) }));
  const registered = await findRegistered(
    ctx,
    kind,
    keyed.map(({ key }) => key),
  );
  const meant = new Set([...keyed.map(({ key }) => key), ...leaving.map(({ identity }) => keyOf(ctx, kind, identity))]);
  const news = keyed.filter(({ key }) => !registered.has(key)).map(({ one }) => one);
  const people = groupBy(await findNamed(ctx, kind, path, news.map(nameOf)), ({ nameKey, fact }) => `${nameKey} ${fact}`);
  return news.flatMap((one) => {
    const found = (people.get(`${nameOf(one)} ${factOf(one)}`) ?? []).filter(({ identityKey }) => !meant.has(identityKey));
    return found.length === 0 ? [] : [{ line: one.line, people: found.map(({ id, village, fact }) => ({ id, village, fact })) }];
  });
}

/** Whom lines mean by somebody's word, by line: people they may mean, each by one line. Throws lineOdd. */
export async function readSames(ctx: ElderPairingContext, kind: Kind, path: string, lines: readonly TextLine[], judged: readonly Line[]) {
  const said = new Map(lines.flatMap(({ line, sameAs }) => (sameAs === undefined ? [] : [[line, sameAs] as const])));
  if (said.size === 0) return said;
  const odd = (line: number) => errors.lineOdd({ line, reason: ctx.text("elder-pairing.import.notAlike") }, "body.lines");
  const people = new Map((await findNamed(ctx, kind, path, judged.map(nameOf))).map((one) => [one.id, one]));
  const taken = new Set<string>();
  for (const one of judged) {
    const id = said.get(one.line);
    if (id === undefined) continue;
    const person = people.get(id);
    if (person?.nameKey !== nameOf(one) || person.fact !== factOf(one) || taken.has(id)) throw odd(one.line);
    taken.add(id);
  }
  return said;
}
