import { everywhere } from "@lianxin/plugin-kit";
import type { Insertable } from "kysely";
import { nameKeyOf } from "../keep-people/names.js";
import { chooseLevel, isSpecialCase } from "../keep-people/risk-rules.js";
import { replanElders } from "../plan-visits/store-dues.js";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";
import type { Care, Flag, Notes } from "../words.js";
import type { JudgedElder } from "./judge-lines.js";
import { wordsIn } from "./list-reader.js";
import { keepElders, type Deed, type Stored } from "./record-deeds.js";

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

/** What a line says of consents: to visits and to health facts by one form, to being posted by a word of its own. No word changes nothing. */
function consentsOf({ values }: JudgedElder): readonly (readonly [scope: string, isGiven: boolean])[] {
  const { consentForm, mayPost } = values;
  return [
    ...(consentForm
      ? ([
          ["visits", true],
          ["health", true],
        ] as const)
      : []),
    ...(mayPost === undefined ? [] : ([["posting", mayPost]] as const)),
  ];
}

/** New consents are added, those a line takes back end, those that stand stay as they were given. */
async function storeConsents({ db, newId, clock }: ElderPairingContext, stored: readonly (readonly [id: string, judged: JudgedElder])[]): Promise<void> {
  const ids = ["", ...stored.map(([id]) => id)];
  const open = await db.selectFrom("elder_pairing_consent").select(["elderId", "scope"]).where("elderId", "in", ids).where("withdrawnOn", "is", null).execute();
  const standing = new Set(open.map(({ elderId, scope }) => `${elderId} ${scope}`));
  const said = stored.flatMap(([elderId, one]) => consentsOf(one).map(([scope, isGiven]) => ({ elderId, scope, isGiven, values: one.values })));
  const rows = said
    .filter(({ elderId, scope, isGiven }) => isGiven && !standing.has(`${elderId} ${scope}`))
    .map(({ elderId, scope, values }) => ({
      ...{ id: newId(), elderId, scope, form: values.consentForm ?? "written", withdrawnOn: null },
      givenOn: values.consentOn?.toString() ?? clock.today(),
    }));
  if (rows.length > 0) await db.insertInto("elder_pairing_consent").values(rows).execute();
  for (const { elderId, scope } of said.filter((one) => !one.isGiven && standing.has(`${one.elderId} ${one.scope}`)))
    await db
      .updateTable("elder_pairing_consent")
      .set({ withdrawnOn: clock.today() })
      .where("elderId", "=", elderId)
      .where("scope", "=", scope)
      .where("withdrawnOn", "is", null)
      .execute();
}

/** Writes lines of the elders' sheet: new ones, changed ones, and nothing for lines that say what they said before. O(lines). */
export async function storeElders(ctx: ElderPairingContext, judged: readonly JudgedElder[]): Promise<Stored> {
  const { db, blind, newId, clock } = ctx;
  const today = clock.today();
  const keyed = judged.map((one) => ({ one, identityKey: blind(`elder ${one.identity}`), lineKey: blind(`line ${JSON.stringify(one.values)}`) }));
  const known = await everywhere(db, "elder_pairing_elder", "a line of a sheet is compared with whoever is registered")
    .select(["id", "identityKey", "lineKey", "version", "level", "wish", "careFromOn", "state"])
    .where("identityKey", "in", ["", ...keyed.map(({ identityKey }) => identityKey)])
    .execute();
  const knownBy = new Map(known.map((row) => [row.identityKey, row]));
  const fresh: (readonly [string, JudgedElder])[] = [];
  const changed: (readonly [string, JudgedElder])[] = [];
  const rows: NewElder[] = [];
  const news = keyed.filter(({ identityKey, lineKey }) => knownBy.get(identityKey)?.lineKey !== lineKey);
  const before = await keepElders(
    ctx,
    news.flatMap(({ identityKey }) => knownBy.get(identityKey)?.id ?? []),
  );
  const deeds: Deed[] = [];
  const replanned: string[] = [];
  for (const { one, identityKey, lineKey } of news) {
    const row = knownBy.get(identityKey);
    const facts = factsOf(ctx, one, lineKey);
    const deed = { subjectTable: "elder_pairing_elder", subjectId: row?.id ?? newId(), versionAfter: (row?.version ?? 0) + 1 } as const;
    deeds.push(row ? { ...deed, deed: "changed", before: before.get(row.id)! } : { ...deed, deed: "added" });
    if (row) {
      changed.push([row.id, one]);
      if (row.careFromOn !== null && (row.level !== facts.level || row.wish !== facts.wish)) replanned.push(row.id);
      await db
        .updateTable("elder_pairing_elder")
        .set({ ...facts, version: row.version + 1, ...(row.state === "active" ? {} : { state: "active", untilOn: null }) })
        .where("id", "=", row.id)
        .execute();
    } else {
      const id = deed.subjectId;
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
  await storeConsents(ctx, [...fresh, ...changed]);
  if (replanned.length > 0) await replanElders(ctx, replanned);
  return { deeds, same: judged.length - news.length };
}
