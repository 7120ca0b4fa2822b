import type { Platform } from "@lianxin/server-kit";

/** The setting that says that what is here was begun as the example community. */
export const exampleSetting = "example";

/** Notes that the example came in, and when; what it is not noted of can never be cleared. */
export async function markExample({ lane, ports }: Platform): Promise<void> {
  const row = { value: "loaded", at: ports.clock.now() };
  await lane.run((tx) =>
    tx.db
      .insertInto("kit_setting")
      .values({ id: exampleSetting, ...row })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute(),
  );
}

/** When the example came in; undefined where it did not, or was cleared. */
export async function findExampleMark({ lane }: Platform): Promise<string | undefined> {
  const row = await lane.run((tx) => tx.db.selectFrom("kit_setting").select("at").where("id", "=", exampleSetting).executeTakeFirst());
  return row?.at;
}
