import { everywhere } from "@lianxin/plugin-kit";
import type { Insertable } from "kysely";
import { nameKeyOf } from "../keep-people/names.js";
import { chooseLevel, isSpecialCase } from "../keep-people/risk-rules.js";
import { moveElder } from "../keep-people/move-elder.js";
import { heedRefusals } from "../keep-consents/heed-refusals.js";
import { refusedScopes } from "../keep-consents/refused-scopes.js";
import { comeBack } from "../keep-people/come-back.js";
import { noteStandings } from "../note-standings/note-standings.js";
import { replanElders } from "../plan-visits/store-dues.js";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";
import type { Care, Flag, Notes } from "../words.js";
import type { JudgedElder } from "./judge-lines.js";
import { wordsIn } from "./list-reader.js";
import { keepElders, matchLines, saysSame, type Deed, type Stored } from "./record-deeds.js";
import { consentsOf, storeConsents } from "./store-consents.js";

type NewElder = Insertable<ElderPairingDatabase["elder_pairing_elder"]>;
type NewContact = Insertable<ElderPairingDatabase["elder_pairing_contact"]>;

export const careOf = ({ values }: Pick<JudgedElder, "values">, unsaid: Care["ability"] = "able"): Care => ({
  living: values.living!,
  ability: values.ability ?? unsaid,
  flags: wordsIn<Flag>(values.flags),
});

function notesOf({ values: { time, senses, key, hazards } }: JudgedElder): Notes {
  return { ...(time && { time }), ...(senses && { senses }), ...(key && { key }), ...(hazards && { hazards }) };
}

interface Keys {
  readonly identityKey: string;
  readonly lineKey: string;
}
function factsOf(ctx: ElderPairingContext, { judged, hidesHealth }: ReturnType<typeof heedRefusals>, { identityKey, lineKey }: Keys) {
  const { values, village, birthYear } = judged;
  const care = careOf(judged, hidesHealth ? "unsaid" : "able");
  const chosen = values.level ? { level: values.level, reason: "sheet" } : { level: chooseLevel(care, birthYear, ctx.clock.today()), reason: "rules" };
  return {
    ...{ placePath: village.path, placeId: village.id, townPath: village.townPath, identityKey, lineKey, birthYear },
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

type Facts = ReturnType<typeof factsOf>;
const findKnown = (db: ElderPairingContext["db"], keys: readonly string[], ids: readonly string[]) =>
  everywhere(db, "elder_pairing_elder", "a line of a sheet is compared with whoever is registered")
    .select(["id", "identityKey", "lineKey", "version", "level", "levelReason", "wish", "wishedOn", "careFromOn", "state", "untilOn", "placePath"])
    .where((eb) => eb.or([eb("identityKey", "in", ["", ...keys]), eb("id", "in", ["", ...ids])]))
    .execute();
type Known = Awaited<ReturnType<typeof findKnown>>[number];
/** What was set since by hand, or by what happened, and is said in no sheet. */
const isOwnLevel = (reason: string): boolean => reason !== "sheet" && reason !== "rules";

/** What a line changes of somebody known: a wish or a level it does not say stays, and what raised the level for a time goes on; after it the sheet's holds. */
async function changeKnown(ctx: ElderPairingContext, row: Known, facts: Facts, { values }: JudgedElder): Promise<{ readonly isReplanned: boolean }> {
  const { db } = ctx;
  const raised = isOwnLevel(row.levelReason) && row.levelReason !== "by_hand";
  const keepsLevel = raised || (row.levelReason === "by_hand" && values.level === undefined);
  const wish = values.wish === undefined ? row.wish : facts.wish;
  const said = {
    ...{ ...facts, wish, wishedOn: wish === row.wish ? row.wishedOn : facts.wishedOn },
    ...(keepsLevel && { level: row.level, levelReason: row.levelReason }),
  };
  if (raised)
    await db
      .updateTable("elder_pairing_trigger")
      .set({ levelBefore: facts.level, reasonBefore: facts.levelReason })
      .where("elderId", "=", row.id)
      .where("endedOn", "is", null)
      .execute();
  if (row.state !== "active") await comeBack(ctx, row);
  await db
    .updateTable("elder_pairing_elder")
    .set({ ...said, version: row.version + 1, ...(row.state !== "active" && { state: "active", untilOn: null }) })
    .where("id", "=", row.id)
    .execute();
  if (facts.placePath !== row.placePath) await moveElder(ctx, row.id, facts);
  return { isReplanned: row.careFromOn !== null && (row.level !== said.level || row.wish !== wish || row.state !== "active") };
}

/**
 * Writes lines of the elders' sheet: new ones, changed ones, and nothing for lines that say what they said before; `sames` who of the register a line means that is
 * known by another key there. O(lines).
 */
export async function storeElders(ctx: ElderPairingContext, judged: readonly JudgedElder[], sames: ReadonlyMap<number, string> = new Map()): Promise<Stored> {
  const { db, blind, newId, clock } = ctx;
  const keyed = judged.map((one) => ({ one, identityKey: blind(`elder ${one.identity}`), lineKey: blind(`line ${JSON.stringify(one.values)}`) }));
  const known = await findKnown(
    db,
    keyed.map(({ identityKey }) => identityKey),
    [...sames.values()],
  );
  const meant = matchLines(known, sames);
  const news = keyed.filter((line) => !saysSame(meant(line), line.lineKey));
  const changed = new Map(news.flatMap((line) => (meant(line) ? [[meant(line)!.id, line.one] as const] : [])));
  const changedIds = [...changed.keys()];
  const before = await keepElders(ctx, changedIds, (id) => consentsOf(changed.get(id)!));
  const refused = await refusedScopes(db, changedIds);
  const stored: (readonly [string, JudgedElder])[] = [];
  const rows: NewElder[] = [];
  const deeds: Deed[] = [];
  const replanned: string[] = [];
  for (const { one, identityKey, lineKey } of news) {
    const row = meant({ one, identityKey });
    const id = row?.id ?? newId();
    const heeded = heedRefusals(one, refused.get(id));
    const facts = factsOf(ctx, heeded, { identityKey, lineKey });
    const deed = { subjectTable: "elder_pairing_elder", subjectId: id, versionAfter: (row?.version ?? 0) + 1 } as const;
    deeds.push(row ? { ...deed, deed: "changed", before: before.get(row.id)! } : { ...deed, deed: "added" });
    stored.push([id, one]);
    if (row) {
      if ((await changeKnown(ctx, row, facts, heeded.judged)).isReplanned) replanned.push(row.id);
      continue;
    }
    const standing = { state: "active", untilOn: null, careFromOn: null, personId: null, levelNote: null, createdAt: clock.now(), version: 1 };
    rows.push({ id, ...facts, ...standing, fromOn: clock.today() });
  }
  if (rows.length > 0) await db.insertInto("elder_pairing_elder").values(rows).execute();
  if (changedIds.length > 0) await db.deleteFrom("elder_pairing_contact").where("elderId", "in", changedIds).execute();
  const contacts = stored.flatMap(([id, one]) => contactsOf(ctx, id, one));
  if (contacts.length > 0) await db.insertInto("elder_pairing_contact").values(contacts).execute();
  await storeConsents(ctx, stored, refused);
  await noteStandings(
    ctx,
    stored.map(([id]) => id),
  );
  await replanElders(ctx, replanned);
  return { deeds, same: judged.length - news.length };
}
