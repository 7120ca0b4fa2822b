import { everywhere } from "@lianxin/plugin-kit";
import type { Insertable } from "kysely";
import { nameKeyOf } from "../keep-people/names.js";
import { chooseLevel, isSpecialCase } from "../keep-people/risk-rules.js";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";
import type { Care, Flag, Notes } from "../words.js";
import type { JudgedElder } from "./judge-lines.js";
import { wordsIn } from "./list-reader.js";

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}
type NewElder = Insertable<ElderPairingDatabase["elder_pairing_elder"]>;
type NewContact = Insertable<ElderPairingDatabase["elder_pairing_contact"]>;

export const careOf = ({ values }: Pick<JudgedElder, "values">): Care => ({
  living: values.living!,
  ability: values.ability ?? "able",
  flags: wordsIn<Flag>(values.flags),
});

function notesOf({ values: { time, senses, key, hazards } }: JudgedElder): Notes {
  return { ...(time && { time }), ...(senses && { senses }), ...(key && { key }), ...(hazards && { hazards }) };
}

function factsOf(ctx: ElderPairingContext, judged: JudgedElder, lineKey: string) {
  const { values, village, birthYear } = judged;
  const care = careOf(judged);
  const chosen = values.level ? { level: values.level, reason: "sheet" } : { level: chooseLevel(care, birthYear, ctx.clock.today()), reason: "rules" };
  return {
    ...{ placePath: village.path, placeId: village.id, townPath: village.townPath, lineKey, birthYear },
    ...{ name: values.name!, nameKey: nameKeyOf(values.name!), sex: values.sex!, residentsGroup: values.residentsGroup ?? null },
    ...{ phone: values.phone ?? null, address: values.address ?? null, care: JSON.stringify(care), notes: JSON.stringify(notesOf(judged)) },
    ...{ dialect: values.dialect ?? null, wish: values.wish ?? "visit", wishedOn: ctx.clock.today() },
    ...{ needsWoman: values.sex === "female" && care.living === "alone", isSpecial: isSpecialCase(care) },
    ...{ level: chosen.level, levelReason: chosen.reason },
  };
}

function contactsOf({ newId }: ElderPairingContext, elderId: string, { values: v }: JudgedElder): NewContact[] {
  const rows = [
    { name: v.contact1, relation: v.relation1, phone: v.contactPhone1, isAway: v.isAway1 },
    { name: v.contact2, relation: v.relation2, phone: v.contactPhone2, isAway: v.isAway2 },
  ];
  return rows.flatMap(({ name, relation, phone, isAway }, i) =>
    name ? [{ id: newId(), elderId, rank: i + 1, name, relation: relation ?? "", phone: phone ?? null, isAway: isAway ?? false }] : [],
  );
}

async function storeConsents({ db, newId, clock }: ElderPairingContext, stored: readonly (readonly [id: string, judged: JudgedElder])[]): Promise<void> {
  const rows = stored.flatMap(([elderId, { values }]) =>
    values.consentForm
      ? ["visits", "health"].map((scope) => ({
          ...{ id: newId(), elderId, scope, form: values.consentForm!, withdrawnOn: null },
          givenOn: values.consentOn?.toString() ?? clock.today(),
        }))
      : [],
  );
  if (rows.length > 0) await db.insertInto("elder_pairing_consent").values(rows).execute();
}

/** Writes lines of the elders' sheet: new ones, changed ones, and nothing for lines that say what they said before. O(lines). */
export async function storeElders(ctx: ElderPairingContext, judged: readonly JudgedElder[]): Promise<Counts> {
  const { db, blind, newId, clock } = ctx;
  const today = clock.today();
  const keyed = judged.map((one) => ({ one, identityKey: blind(`elder ${one.identity}`), lineKey: blind(`line ${JSON.stringify(one.values)}`) }));
  const known = await everywhere(db, "elder_pairing_elder", "a line of a sheet is compared with whoever is registered")
    .select(["id", "identityKey", "lineKey", "version"])
    .where("identityKey", "in", ["", ...keyed.map(({ identityKey }) => identityKey)])
    .execute();
  const knownBy = new Map(known.map((row) => [row.identityKey, row]));
  const fresh: (readonly [string, JudgedElder])[] = [];
  const changed: (readonly [string, JudgedElder])[] = [];
  const rows: NewElder[] = [];
  for (const { one, identityKey, lineKey } of keyed) {
    const row = knownBy.get(identityKey);
    if (row?.lineKey === lineKey) continue;
    const facts = factsOf(ctx, one, lineKey);
    if (row) {
      changed.push([row.id, one]);
      await db
        .updateTable("elder_pairing_elder")
        .set({ ...facts, version: row.version + 1 })
        .where("id", "=", row.id)
        .execute();
    } else {
      const id = newId();
      fresh.push([id, one]);
      const standing = { state: "active", fromOn: today, untilOn: null, careFromOn: null, personId: null, levelNote: null, createdAt: clock.now(), version: 1 };
      rows.push({ id, identityKey, ...facts, ...standing });
    }
  }
  if (rows.length > 0) await db.insertInto("elder_pairing_elder").values(rows).execute();
  if (changed.length > 0)
    await db
      .deleteFrom("elder_pairing_contact")
      .where(
        "elderId",
        "in",
        changed.map(([id]) => id),
      )
      .execute();
  const contacts = [...fresh, ...changed].flatMap(([id, one]) => contactsOf(ctx, id, one));
  if (contacts.length > 0) await db.insertInto("elder_pairing_contact").values(contacts).execute();
  await storeConsents(ctx, fresh);
  return { added: fresh.length, changed: changed.length, same: judged.length - fresh.length - changed.length };
}
