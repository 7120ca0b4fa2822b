import { failures } from "../failures.js";
import type { AuthDb } from "./auth-tables.js";
import { after } from "./ground.js";

export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts one more use, atomically; the window opens with its first use and is not lengthened by later ones. Throws `tooMany` with the
 * seconds until it closes; the transaction that is rolled back with it has then claimed nothing.
 */
export async function claimUse(db: AuthDb, { key, most, seconds }: Limit, now: string): Promise<void> {
  const row = await db
    .insertInto("auth_limit")
    .values({ id: key, count: 1, until: after(now, seconds) })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        count: eb
          .case()
          .when("auth_limit.until", "<=", now)
          .then(1)
          .else(eb("auth_limit.count", "+", 1))
          .end(),
        until: eb.case().when("auth_limit.until", "<=", now).then(eb.ref("excluded.until")).else(eb.ref("auth_limit.until")).end(),
      })),
    )
    .returning(["count", "until"])
    .executeTakeFirstOrThrow();
  if (Number(row.count) > most) throw failures.tooMany({ seconds: Math.max(1, Math.ceil((Date.parse(row.until) - Date.parse(now)) / 1000)) });
}
