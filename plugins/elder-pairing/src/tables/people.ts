import { col, table } from "@lianxin/plugin-kit";

/** An elder on the register. What is said about health and home is sealed; what lists and counts need of it stands apart, without words. */
export const elder = table("elder_pairing_elder", {
  id: col.id(),
  placePath: col.place(),
  placeId: col.ref("directory_place"),
  /** The township around that village; the village itself where there is none. */
  townPath: col.text(),
  personId: col.ref("directory_person").nullable(),
  name: col.text().about("id"),
  nameKey: col.text().about("id"),
  /** Keyed hash of the identity number, or of name, year of birth and village: who a line of a sheet means. */
  identityKey: col.text().about("id"),
  /** Keyed hash of the last line brought in: the same line again changes nothing. */
  lineKey: col.text().about("id"),
  sex: col.text().about("id"),
  birthYear: col.int().about("id"),
  residentsGroup: col.text().about("id").nullable(),
  phone: col.contact("id").nullable(),
  phoneIndex: col.blind("phone"),
  address: col.sensitive("id").nullable(),
  /** JSON of `Care`: living arrangement, ability, risk flags; never a diagnosis. */
  care: col.sensitive("id"),
  /** JSON of `Notes`: time that suits, hearing, who has the key, hazards of the house. */
  notes: col.sensitive("id"),
  dialect: col.text().about("id").nullable(),
  /** visit, phone or none. */
  wish: col.text().about("id"),
  wishedOn: col.date(),
  /** A woman who lives alone: one of her two helpers is a woman. */
  needsWoman: col.bool().about("id"),
  /** One of the six groups that are visited once a month at least. */
  isSpecial: col.bool().about("id"),
  /** red, yellow or green. */
  level: col.text().about("id"),
  /** rules, sheet, by_hand, event, or the weather that raised it; never what happened to them. */
  levelReason: col.text().about("id"),
  /** Why somebody set it by hand, in their words. */
  levelNote: col.sensitive("id").nullable(),
  /** active, deceased, moved or erased. */
  state: col.text(),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
  /** From this day on somebody answers for them every day; null until the first pairing stands. */
  careFromOn: col.date().nullable(),
  createdAt: col.instant(),
  version: col.int(),
});

/** Days on which an elder who came back had been gone: from the day they left to the day before `untilOn`. */
export const absence = table("elder_pairing_absence", {
  id: col.id(),
  elderId: col.ref("elder_pairing_elder"),
  fromOn: col.date(),
  untilOn: col.date(),
});

/** Whom to call about an elder, nearest first. */
export const elderContact = table("elder_pairing_contact", {
  id: col.id(),
  elderId: col.ref("elder_pairing_elder"),
  rank: col.int(),
  relation: col.text().about("elderId"),
  isAway: col.bool(),
  name: col.contact("elderId"),
  phone: col.contact("elderId").nullable(),
  phoneIndex: col.blind("phone"),
});

/** What an elder agreed to, how and when, and when they took it back. */
export const consent = table("elder_pairing_consent", {
  id: col.id(),
  elderId: col.ref("elder_pairing_elder"),
  /** visits, health or posting. */
  scope: col.text(),
  /** written or spoken. */
  form: col.text(),
  givenOn: col.date(),
  withdrawnOn: col.date().nullable(),
});

/** A cadre who helps. */
export const cadre = table("elder_pairing_cadre", {
  id: col.id(),
  /** The village they belong to first. */
  placePath: col.place(),
  townPath: col.text(),
  /** Their person in the directory, once an account shall stand for them. */
  personId: col.ref("directory_person").nullable(),
  name: col.text().about("id"),
  nameKey: col.text().about("id"),
  identityKey: col.text().about("id"),
  lineKey: col.text().about("id"),
  sex: col.text().about("id"),
  unit: col.text(),
  title: col.text().nullable(),
  phone: col.contact("id").nullable(),
  phoneIndex: col.blind("phone"),
  dialects: col.json<readonly string[]>(),
  transport: col.text().nullable(),
  /** Elders they take as primary helper, 1 or 2; as backup at most 2. */
  limit: col.int(),
  /** Names of parents and of elders they know, as their line said; who of the register that is stands in ties. */
  kin: col.contact("id"),
  /** active, transferred or deceased. */
  state: col.text(),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
  createdAt: col.instant(),
  version: col.int(),
});

/** A village a cadre is linked to. */
export const cadreVillage = table("elder_pairing_cadre_village", {
  id: col.id(),
  cadreId: col.ref("elder_pairing_cadre"),
  placePath: col.place(),
});

/** Days a cadre cannot come; both days are included. */
export const leave = table("elder_pairing_leave", {
  id: col.id(),
  cadreId: col.ref("elder_pairing_cadre"),
  fromOn: col.date(),
  toOn: col.date(),
  enteredAt: col.instant(),
});

/** What stands between a cadre and an elder: own parent, a complaint, declined by the elder, unwilling the cadre, or that they know each other. */
export const tie = table("elder_pairing_tie", {
  id: col.id(),
  cadreId: col.ref("elder_pairing_cadre"),
  elderId: col.ref("elder_pairing_elder"),
  kind: col.text(),
  sinceOn: col.date(),
  /** Why they are kept apart, one of `apartReasons`. */
  reason: col.text().nullable(),
});

/** Where a village lies, in metres east and north of any one point of the county. */
export const spot = table("elder_pairing_spot", {
  id: col.id(),
  placePath: col.place(),
  east: col.int(),
  north: col.int(),
});

/** How many elders a unit's cadres take in all. */
export const quota = table("elder_pairing_quota", {
  id: col.id(),
  placePath: col.place(),
  unit: col.text(),
  most: col.int(),
});
