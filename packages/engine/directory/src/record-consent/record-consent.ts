import type { Place } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findPerson, placeOfPerson, recordsOf } from "../find-person/person.repository.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";

export interface NewConsent {
  readonly personId: string;
  /** What for, as a short name: "photos", "pairing". */
  readonly purpose: string;
  /** Which wording was agreed to. */
  readonly textVersion: string;
  /** Who agreed: the person, or a guardian for them. */
  readonly givenBy: string;
  readonly enteredBy: string | null;
}

/** Records what a person agreed to; throws personUnknown. */
export async function recordConsent(ctx: DirectoryContext, input: NewConsent): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  const [person, giver] = [await findPerson(db, input.personId), await findPerson(db, input.givenBy)];
  if (!person || !giver) throw errors.personUnknown({}, person ? "body.givenBy" : "params.personId");
  const { purpose, textVersion, enteredBy } = input;
  const id = newId();
  await db
    .insertInto("directory_consent")
    .values({ id, personId: person.id, purpose, textVersion, givenBy: giver.id, givenAt: clock.now(), enteredBy, withdrawnAt: null, withdrawnBy: null })
    .execute();
  audit("consent.record", id, { personId: person.id, purpose });
  return id;
}

/** Takes a consent back; it stays on record with its end. Throws consentWithdrawn. */
export async function withdrawConsent(ctx: DirectoryContext, id: string, by: string | null): Promise<void> {
  const { db, clock, audit } = ctx;
  const done = await db
    .updateTable("directory_consent")
    .set({ withdrawnAt: clock.now(), withdrawnBy: by })
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw errors.consentWithdrawn();
  audit("consent.withdraw", id);
}

export const consentsOf = async (db: DirectoryDb, personId: string) =>
  db
    .selectFrom("directory_consent")
    .select(["id", "purpose", "textVersion", "givenBy", "givenAt", "withdrawnAt"])
    .where("personId", "in", await recordsOf(db, personId))
    .orderBy("givenAt", "desc")
    .execute();

export async function hasConsent(db: DirectoryDb, personId: string, purpose: string): Promise<boolean> {
  return (await consentsOf(db, personId)).some((c) => c.purpose === purpose && c.withdrawnAt === null);
}

export async function placeOfConsent(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const row = await db.selectFrom("directory_consent").select("personId").where("id", "=", id).executeTakeFirst();
  return row && placeOfPerson(db, row.personId);
}
