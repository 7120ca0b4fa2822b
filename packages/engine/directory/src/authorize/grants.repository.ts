import { everywhere, prepared } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import type { DirectoryDatabase } from "../plugin.js";

/**
 * One person's current roles with the places they reach by overlay, and whether the account is surely linked to that person: one row at least
 * when the person exists. A merged record's roles and links count for the kept one.
 */
export const rolesForGrants = prepared((db: Kysely<DirectoryDatabase>, p: { personId: string; accountId: string; today: string; now: string }) =>
  everywhere(db, "directory_person", "what one person may do, asked before any place is known")
    .innerJoin("directory_person as m", (join) =>
      join.on((eb) => eb.or([eb("m.id", "=", eb.ref("directory_person.id")), eb("m.mergedIntoId", "=", eb.ref("directory_person.id"))])),
    )
    .leftJoin("directory_account_link as l", (join) =>
      join
        .onRef("l.personId", "=", "m.id")
        .on("l.accountId", "=", p.accountId)
        .on("l.confirmedAt", "is not", null)
        .on((eb) => eb.or([eb("l.toAt", "is", null), eb("l.toAt", ">", p.now)])),
    )
    .leftJoin("directory_role as r", (join) =>
      join
        .onRef("r.personId", "=", "m.id")
        .on("r.fromOn", "<=", p.today)
        .on((eb) => eb.or([eb("r.toOn", "is", null), eb("r.toOn", ">=", p.today)])),
    )
    .leftJoin("directory_coverage as v", (join) =>
      join
        .onRef("v.overlayId", "=", "r.placeId")
        .on("v.fromOn", "<=", p.today)
        .on((eb) => eb.or([eb("v.toOn", "is", null), eb("v.toOn", ">=", p.today)])),
    )
    .leftJoin("directory_place as c", "c.id", "v.coveredId")
    .select(["directory_person.homePath", "l.id as linkId", "r.kind", "r.placePath as rolePath", "c.placePath as coveredPath"])
    .where("directory_person.id", "=", p.personId)
    .where("directory_person.removedAt", "is", null)
    .where("m.removedAt", "is", null),
);

/** The people an account is linked to now, the earliest link first, under the ids of kept records. */
export const linkedPeople = prepared((db: Kysely<DirectoryDatabase>, p: { accountId: string; now: string }) =>
  db
    .selectFrom("directory_account_link as l")
    .innerJoin("directory_person as p", "p.id", "l.personId")
    .select((eb) => eb.fn.coalesce("p.mergedIntoId", "p.id").as("personId"))
    .where("l.accountId", "=", p.accountId)
    .where((eb) => eb.or([eb("l.toAt", "is", null), eb("l.toAt", ">", p.now)]))
    .where("p.removedAt", "is", null)
    .orderBy("l.fromAt")
    .orderBy("l.id"),
);

/** Does one of these people act for that one today? */
export async function hasProxy(db: Kysely<DirectoryDatabase>, deputies: readonly string[], principalId: string, today: string): Promise<boolean> {
  if (deputies.length === 0) return false;
  const row = await db
    .selectFrom("directory_proxy")
    .select("id")
    .where("principalId", "=", principalId)
    .where("deputyId", "in", deputies)
    .where("fromOn", "<=", today)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", today)]))
    .executeTakeFirst();
  return row !== undefined;
}
