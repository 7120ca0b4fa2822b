import type { DirectoryDb } from "../plugin.js";
import { recordsOf } from "../find-person/person.repository.js";

/** Accounts that speak for a person now: by which proof and since when, never their names. */
export const linksOf = async (db: DirectoryDb, personId: string) =>
  db
    .selectFrom("directory_account_link")
    .select(["id", "accountId", "provedBy", "fromAt", "confirmedAt"])
    .where("personId", "in", await recordsOf(db, personId))
    .where("toAt", "is", null)
    .orderBy("fromAt")
    .orderBy("id")
    .execute();

/** How many people each of these accounts stands for now. One query. */
export async function countPeopleOf(db: DirectoryDb, accountIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("directory_account_link")
    .select("accountId")
    .select((eb) => eb.fn.countAll<number>().as("people"))
    .where("accountId", "in", ["", ...accountIds])
    .where("toAt", "is", null)
    .groupBy("accountId")
    .execute();
  return new Map(rows.map((row) => [row.accountId, Number(row.people)]));
}

/** The people an account stands for now, under the ids of kept records. */
export async function peopleOf(db: DirectoryDb, accountId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("directory_account_link as l")
    .innerJoin("directory_person as p", "p.id", "l.personId")
    .select((eb) => eb.fn.coalesce("p.mergedIntoId", "p.id").as("personId"))
    .where("l.accountId", "=", accountId)
    .where("l.toAt", "is", null)
    .execute();
  return [...new Set(rows.map((row) => row.personId))];
}
