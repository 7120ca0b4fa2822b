import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { nameKeyOf } from "../keep-people/names.js";
import { nameVillages, spansTowns } from "../narrow-lists/name-villages.js";
import type { ElderPairingDb } from "../plugin.js";
import { withState } from "./elder-states.js";
import type { ElderListState } from "./list-states.js";

/** Which elders are looked for: a part of the name, a level, a state, a place. */
export interface Wanted {
  readonly name?: string | undefined;
  readonly level?: string | undefined;
  readonly state?: ElderListState | undefined;
  readonly path?: string | undefined;
  readonly today: string;
  readonly from: number;
}
/** So many come at once. */
export const pageSize = 100;

function found(db: ElderPairingDb, scope: Scope, { name, level, state, path, today }: Wanted) {
  const key = nameKeyOf(name ?? "").replaceAll(/[%_\\]/g, "");
  const all = within(db, scope, "elder_pairing_elder")
    .where("elder_pairing_elder.state", "in", state === "left" ? ["deceased", "moved"] : ["active"])
    .$if(key !== "", (query) => query.where("elder_pairing_elder.nameKey", "like", `%${key}%`))
    .$if(level !== undefined, (query) => query.where("elder_pairing_elder.level", "=", level!))
    .$if(path !== undefined, (query) =>
      query.where("elder_pairing_elder.placePath", ">=", path!).where("elder_pairing_elder.placePath", "<", `${path!}\uffff`),
    );
  return state === undefined || state === "left" ? all : all.where("elder_pairing_elder.id", "in", withState[state](db, scope, today));
}

const why = "of the elders of a page, whose places were looked at";

/** First helpers, the last day somebody was seen, and the next day that is planned, by elder. Three reads by index. */
async function aroundThem(db: ElderPairingDb, ids: readonly string[]) {
  const some = ["", ...ids];
  const [helpers, seen, dues] = await Promise.all([
    everywhere(db, "elder_pairing_pair", why)
      .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
      .select(["elder_pairing_pair.elderId", "cadre.name"])
      .where("elder_pairing_pair.elderId", "in", some)
      .where("elder_pairing_pair.role", "=", "primary")
      .where("elder_pairing_pair.untilOn", "is", null)
      .execute(),
    everywhere(db, "elder_pairing_visit", why)
      .select("elderId")
      .select((eb) => eb.fn.max<string>("visitedOn").as("day"))
      .where("elderId", "in", some)
      .where("isSeen", "=", true)
      .groupBy("elderId")
      .execute(),
    everywhere(db, "elder_pairing_due", why)
      .select("elderId")
      .select((eb) => eb.fn.min<string>("dueOn").as("day"))
      .where("elderId", "in", some)
      .where("state", "=", "due")
      .groupBy("elderId")
      .execute(),
  ]);
  const days = (rows: readonly { readonly elderId: string; readonly day: string }[]) => new Map(rows.map(({ elderId, day }) => [elderId, day]));
  return { helper: new Map(helpers.map(({ elderId, name }) => [elderId, name])), seen: days(seen), due: days(dues) };
}

/** Elders on the register at a scope's places, by village and name: a page, and how many there are in all. O(elders of the scope), six reads. */
export async function listElders(db: ElderPairingDb, scope: Scope, wanted: Wanted) {
  const [rows, { n }, isOfMany] = await Promise.all([
    found(db, scope, wanted)
      .innerJoin("directory_v1_place as place", "place.id", "elder_pairing_elder.placeId")
      .leftJoin("directory_v1_place as town", "town.placePath", "elder_pairing_elder.townPath")
      .select(["elder_pairing_elder.id", "elder_pairing_elder.placePath", "elder_pairing_elder.name", "residentsGroup", "birthYear", "sex"])
      .select(["wish", "level", "phone", "place.name as village", "town.name as town"])
      .orderBy("elder_pairing_elder.placePath")
      .orderBy("elder_pairing_elder.name")
      .orderBy("elder_pairing_elder.id")
      .offset(wanted.from)
      .limit(pageSize)
      .execute(),
    found(db, scope, wanted)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow(),
    spansTowns(within(db, scope, "elder_pairing_elder"), wanted.path),
  ]);
  const { helper, seen, due } = await aroundThem(
    db,
    rows.map(({ id }) => id),
  );
  const elders = nameVillages(rows, isOfMany).map((row) => ({
    ...row,
    helper: helper.get(row.id) ?? null,
    seenOn: seen.get(row.id) ?? null,
    dueOn: due.get(row.id) ?? null,
  }));
  return { elders, count: Number(n), pageSize };
}
