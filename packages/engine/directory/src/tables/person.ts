import { col, table } from "@lianxin/plugin-kit";

/** Somebody the community knows. A phone number is a channel of theirs, never who they are. */
export const person = table("directory_person", {
  id: col.id(),
  fullName: col.text().about("id"),
  nameKey: col.text().about("id"),
  /** Pinyin initials, "wxz"; null only while an older version of the server writes beside this one. */
  initials: col.text().nullable().about("id"),
  /** The surname's letter and the name: the order of lists. */
  sortKey: col.text().nullable().about("id"),
  /** What tells two people of one name apart: "3 栋", "老张的女儿". */
  distinction: col.text().nullable().about("id"),
  birthYear: col.int().nullable().about("id"),
  sex: col.text().nullable().about("id"),
  placeId: col.ref("directory_place"),
  placePath: col.place(),
  /** The path of the community or village around that place: where a resident has a say. */
  homePath: col.text(),
  mergedIntoId: col.ref("directory_person").nullable(),
  /** Set when the record was taken out; the name stays for what refers to it. */
  removedAt: col.instant().nullable(),
  createdAt: col.instant(),
  enteredBy: col.ref("directory_person").nullable(),
  version: col.int(),
});

/** Another name of a person: former, familiar, or as somebody wrote it. */
export const alias = table("directory_alias", {
  id: col.id(),
  personId: col.ref("directory_person"),
  kind: col.text(),
  name: col.text().about("personId"),
  nameKey: col.text().about("personId"),
});

/** Two records of one person became one; undone by the same row. */
export const merge = table("directory_merge", {
  id: col.id(),
  keptId: col.ref("directory_person"),
  mergedId: col.ref("directory_person"),
  placePath: col.place(),
  /** Records that had been merged into the second one before. */
  followerIds: col.json<readonly string[]>(),
  mergedAt: col.instant(),
  mergedBy: col.ref("directory_person").nullable(),
  undoneAt: col.instant().nullable(),
});

/** A way to reach a person. */
export const channel = table("directory_channel", {
  id: col.id(),
  personId: col.ref("directory_person"),
  kind: col.text(),
  address: col.contact("personId"),
  addressIndex: col.blind("address"),
  isVerified: col.bool(),
  isPreferred: col.bool(),
  createdAt: col.instant(),
  enteredBy: col.ref("directory_person").nullable(),
  /** When somebody who gives roles vouched for it, by entering it or later: without that it proves nothing about who holds a role. */
  confirmedAt: col.instant().nullable(),
});
