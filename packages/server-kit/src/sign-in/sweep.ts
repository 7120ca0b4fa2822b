import { authOf } from "./auth-tables.js";
import { after, type Ground } from "./ground.js";

/** Deletes sessions, challenges and limit windows whose time is over. */
export async function sweepSignIn({ lane, ports, config }: Ground): Promise<void> {
  await lane.run(async (tx) => {
    const db = authOf(tx);
    const now = ports.clock.now();
    await db
      .deleteFrom("auth_session")
      .where((eb) => eb.or([eb("expiresAt", "<=", now), eb("updatedAt", "<=", after(now, -config.idleSeconds))]))
      .execute();
    await db.deleteFrom("auth_challenge").where("expiresAt", "<=", now).execute();
    await db.deleteFrom("auth_limit").where("until", "<=", now).execute();
  });
}
