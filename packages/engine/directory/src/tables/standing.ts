import { col, table } from "@lianxin/plugin-kit";

/** What a person agreed to, in which text, and when they took it back. */
export const consent = table("directory_consent", {
  id: col.id(),
  personId: col.ref("directory_person"),
  purpose: col.text(),
  textVersion: col.text(),
  givenBy: col.ref("directory_person"),
  givenAt: col.instant(),
  enteredBy: col.ref("directory_person").nullable(),
  withdrawnAt: col.instant().nullable(),
  withdrawnBy: col.ref("directory_person").nullable(),
});

/** Somebody who acts for somebody else, for a time. */
export const proxy = table("directory_proxy", {
  id: col.id(),
  deputyId: col.ref("directory_person"),
  principalId: col.ref("directory_person"),
  reason: col.text(),
  fromOn: col.date(),
  toOn: col.date().nullable(),
  enteredBy: col.ref("directory_person").nullable(),
});

/** An account that stands for a person; one account may stand for several. */
export const accountLink = table("directory_account_link", {
  id: col.id(),
  personId: col.ref("directory_person"),
  accountId: col.text(),
  provedBy: col.text(),
  fromAt: col.instant(),
  toAt: col.instant().nullable(),
  /** When it was sure who holds the account; until then it has none of the person's roles. */
  confirmedAt: col.instant().nullable(),
});

/** The community this installation serves: one row. */
export const setting = table("directory_setting", {
  id: col.id(),
  communityName: col.text().as("public"),
  placeId: col.ref("directory_place"),
  officePhone: col.text().as("public").nullable(),
  version: col.int(),
});
