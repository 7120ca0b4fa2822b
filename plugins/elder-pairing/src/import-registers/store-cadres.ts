import { everywhere } from "@lianxin/plugin-kit";
import type { Insertable } from "kysely";
import { nameKeyOf } from "../keep-people/names.js";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";
import type { Kin } from "../words.js";
import { limitMost } from "./cadre-columns.js";
import type { JudgedCadre } from "./judge-lines.js";
import { wordsIn } from "./list-reader.js";
import type { SaidLeave } from "./undo-leaves.js";
import { keepCadres, matchLines, saysSame, type Deed, type Stored } from "./record-deeds.js";

type NewCadre = Insertable<ElderPairingDatabase["elder_pairing_cadre"]>;

function factsOf({ values, villages }: JudgedCadre, lineKey: string) {
  const kin: Kin = { parents: wordsIn(values.parents), knows: wordsIn(values.knows) };
  return {
    ...{ placePath: villages[0]!.path, townPath: villages[0]!.townPath, lineKey, name: values.name!, nameKey: nameKeyOf(values.name!), sex: values.sex! },
    ...{ unit: values.unit!, title: values.title ?? null, phone: values.phone!, dialects: wordsIn(values.dialects), transport: values.transport ?? null },
    ...{ limit: values.limit ?? limitMost, kin: JSON.stringify(kin) },
  };
}

async function storeVillages({ db, newId }: ElderPairingContext, stored: readonly (readonly [string, JudgedCadre])[]): Promise<void> {
  if (stored.length === 0) return;
  const ids = stored.map(([id]) => id);
  await db.deleteFrom("elder_pairing_cadre_village").where("cadreId", "in", ids).execute();
  const rows = stored.flatMap(([cadreId, { villages }]) =>
    [...new Set(villages.map(({ path }) => path))].map((placePath) => ({ id: newId(), cadreId, placePath })),
  );
  await db.insertInto("elder_pairing_cadre_village").values(rows).execute();
}

interface SheetLeave extends SaidLeave {
  readonly cadreId: string;
}
const leaveIn = ({ values: { leaveFrom, leaveTo } }: JudgedCadre): SaidLeave | undefined =>
  leaveFrom && leaveTo ? { fromOn: leaveFrom.toString(), toOn: leaveTo.toString() } : undefined;

/** A leave as the sheet says it, from today on: days that have passed stay what they were, and the sheet's word replaces what was entered of the same days. */
async function storeLeave({ db, newId, clock }: ElderPairingContext, { cadreId, fromOn, toOn }: SheetLeave): Promise<void> {
  const today = clock.today();
  if (toOn < today) return;
  const of = () => db.selectFrom("elder_pairing_leave").where("cadreId", "=", cadreId).where("fromOn", "<=", toOn).where("toOn", ">=", fromOn);
  const known = await of().select(["id", "fromOn", "toOn"]).where("toOn", ">=", today).execute();
  const begun = known.find((one) => one.fromOn < today);
  const ahead = known.filter((one) => one !== begun).map(({ id }) => id);
  if (ahead.length > 0) await db.deleteFrom("elder_pairing_leave").where("id", "in", ahead).execute();
  if (begun) await db.updateTable("elder_pairing_leave").set({ toOn }).where("id", "=", begun.id).execute();
  else
    await db
      .insertInto("elder_pairing_leave")
      .values({ id: newId(), cadreId, fromOn: fromOn < today ? today : fromOn, toOn, enteredAt: clock.now() })
      .execute();
}

/** As storeElders, for the cadres' sheet. */
export async function storeCadres(ctx: ElderPairingContext, judged: readonly JudgedCadre[], sames: ReadonlyMap<number, string> = new Map()): Promise<Stored> {
  const { db, blind, newId, clock } = ctx;
  const keyed = judged.map((one) => ({ one, identityKey: blind(`cadre ${one.identity}`), lineKey: blind(`line ${JSON.stringify(one.values)}`) }));
  const known = await everywhere(db, "elder_pairing_cadre", "a line of a sheet is compared with whoever is registered")
    .select(["id", "identityKey", "lineKey", "version", "state"])
    .where((eb) => eb.or([eb("identityKey", "in", ["", ...keyed.map(({ identityKey }) => identityKey)]), eb("id", "in", ["", ...sames.values()])]))
    .execute();
  const meant = matchLines(known, sames);
  const stored: (readonly [string, JudgedCadre])[] = [];
  const rows: NewCadre[] = [];
  const news = keyed.filter((line) => !saysSame(meant(line), line.lineKey));
  const saidBy = new Map(news.flatMap((line) => (meant(line) ? [[meant(line)!.id, leaveIn(line.one)] as const] : [])));
  const before = await keepCadres(ctx, [...saidBy.keys()], (id) => saidBy.get(id));
  const deeds: Deed[] = [];
  for (const { one, identityKey, lineKey } of news) {
    const row = meant({ one, identityKey });
    const id = row?.id ?? newId();
    const deed = { subjectTable: "elder_pairing_cadre", subjectId: id, versionAfter: (row?.version ?? 0) + 1 } as const;
    deeds.push(row ? { ...deed, deed: "changed", before: before.get(row.id)! } : { ...deed, deed: "added" });
    const facts = factsOf(one, lineKey);
    stored.push([id, one]);
    if (row)
      await db
        .updateTable("elder_pairing_cadre")
        .set({ ...facts, identityKey, version: row.version + 1, ...(row.state === "active" ? {} : { state: "active", untilOn: null }) })
        .where("id", "=", id)
        .execute();
    else {
      const standing = { state: "active", fromOn: clock.today(), untilOn: null, personId: null, createdAt: clock.now(), version: 1 };
      rows.push({ id, identityKey, ...facts, ...standing });
    }
  }
  if (rows.length > 0) await db.insertInto("elder_pairing_cadre").values(rows).execute();
  await storeVillages(ctx, stored);
  for (const [cadreId, one] of stored) {
    const said = leaveIn(one);
    if (said) await storeLeave(ctx, { cadreId, ...said });
  }
  return { deeds, same: judged.length - news.length };
}
