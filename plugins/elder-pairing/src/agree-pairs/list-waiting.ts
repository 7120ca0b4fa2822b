import { within, type Scope } from "@lianxin/plugin-kit";
import { instantOf } from "@lianxin/plugin-kit/days";
import { nameKeyOf } from "../keep-people/names.js";
import { nameVillages, spansTowns } from "../narrow-lists/name-villages.js";
import type { ElderPairingContext } from "../plugin.js";
import { isAfterNo } from "./after-no.js";
import { agreedAtOnce, type AgreeSide } from "./agree-listed.js";

export interface WaitingWanted {
  /** Whose yes is looked for. */
  readonly side: AgreeSide;
  /** Still missing, or written down today. */
  readonly state: "waiting" | "today";
  readonly path: string | undefined;
  /** A part of the elder's or the cadre's name. */
  readonly name: string | undefined;
  readonly from: number;
}

/** First pairs that wait for a side, or that it agreed to today, by village and name, those first that were found because somebody had said no: a page, and how many there are in all. Three reads. */
export async function listWaiting({ db, clock }: Pick<ElderPairingContext, "db" | "clock">, scope: Scope, { side, state, path, name, from }: WaitingWanted) {
  const at = side === "cadre" ? "cadreAgreedAt" : "elderAgreedAt";
  const key = nameKeyOf(name ?? "").replaceAll(/[%_\\]/g, "");
  const today = clock.today();
  const found = within(db, scope, "elder_pairing_pair")
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "=", "primary")
    .$if(state === "waiting", (query) => query.where("elder_pairing_pair.effectiveOn", "is", null).where(at, "is", null))
    .$if(state === "today", (query) =>
      query
        .where(at, ">=", instantOf(today, "00:00", clock.zone))
        .where((eb) => eb.or([eb("elder_pairing_pair.effectiveOn", "is", null), eb("elder_pairing_pair.effectiveOn", "=", today)])),
    )
    .$if(path !== undefined, (query) => query.where("elder_pairing_pair.placePath", ">=", path!).where("elder_pairing_pair.placePath", "<", `${path!}\uffff`))
    .$if(key !== "", (query) => query.where((eb) => eb.or([eb("elder.nameKey", "like", `%${key}%`), eb("cadre.nameKey", "like", `%${key}%`)])));
  const [rows, { n }, isOfMany] = await Promise.all([
    found
      .innerJoin("directory_v1_place as place", "place.id", "elder.placeId")
      .leftJoin("directory_v1_place as town", "town.placePath", "elder.townPath")
      .select([
        "elder_pairing_pair.id as pairId",
        "elder.id as elderId",
        "elder.name as elder",
        "place.name as village",
        "town.name as town",
        "cadre.name as cadre",
      ])
      .select(["cadre.id as cadreId", "cadreAgreedAt", "elderAgreedAt", "elder_pairing_pair.startReason"])
      .select((eb) => isAfterNo(eb).as("isAfterNo"))
      .orderBy((eb) => eb.case().when(isAfterNo(eb)).then(0).else(1).end())
      .orderBy("elder_pairing_pair.placePath")
      .orderBy("elder.name")
      .orderBy("elder_pairing_pair.id")
      .offset(from)
      .limit(agreedAtOnce)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow(),
    spansTowns(within(db, scope, "elder_pairing_elder"), path),
  ]);
  const pairs = nameVillages(rows, isOfMany).map(({ cadreAgreedAt, elderAgreedAt, startReason, isAfterNo: isNo, ...one }) => ({
    ...one,
    ...{ cadreAgreed: cadreAgreedAt !== null, elderAgreed: elderAgreedAt !== null, insteadOf: isNo ? startReason : null },
  }));
  return { pairs, count: Number(n), pageSize: agreedAtOnce };
}
