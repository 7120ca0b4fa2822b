import { digitsOf } from "../ask-guardian/one-time-code.js";
import { findGuardian } from "../keep-children/child.repository.js";
import { writeGuardians } from "../plan-programme/write-letters.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";

const unused = (db: ActivitiesDb, attendanceId: string) =>
  db
    .selectFrom("children_activities_code")
    .select(["id", "guardianId", "expiresAt"])
    .where("attendanceId", "=", attendanceId)
    .where("kind", "=", "collect")
    .where("usedAt", "is", null)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc");

/** The codes to collect a child who is not there after all are good for nothing; the guardian to whom the newest went by text message reads so. */
export async function voidCodes(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const { db, clock } = ctx;
  const given = await unused(db, attendanceId).execute();
  if (given.length === 0) return;
  const [{ id, guardianId, expiresAt }] = given as [(typeof given)[number]];
  await db
    .updateTable("children_activities_code")
    .set({ usedAt: clock.now() })
    .where(
      "id",
      "in",
      given.map((one) => one.id),
    )
    .execute();
  const guardian = guardianId === null || expiresAt <= clock.now() ? undefined : await findGuardian(db, guardianId);
  if (!guardian) return;
  await writeGuardians(ctx, [{ guardianId: guardian.id, phone: guardian.phone }], () => ({ kind: "codeVoid", about: id, words: { code: digitsOf(ctx, id) } }));
}
