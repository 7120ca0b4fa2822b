import { byId, type Place } from "@lianxin/plugin-kit";
import { placeOfMatter } from "../find-matter/matter.repository.js";
import type { MattersDb } from "../plugin.js";

export const referralsOf = (db: MattersDb, matterId: string) =>
  db.selectFrom("matters_referral").selectAll().where("matterId", "=", matterId).orderBy("sentAt").orderBy("id").execute();
export const findReferral = (db: MattersDb, id: string) => byId(db, "matters_referral", id).selectAll().executeTakeFirst();
export type ReferralRow = NonNullable<Awaited<ReturnType<typeof findReferral>>>;

export async function placeOfReferral(db: MattersDb, id: string): Promise<Place | undefined> {
  const row = await findReferral(db, id);
  return row && placeOfMatter(db, row.matterId);
}
