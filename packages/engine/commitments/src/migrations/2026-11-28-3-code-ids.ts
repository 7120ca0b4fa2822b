import { randomUUID } from "node:crypto";
import type { PluginMigration } from "@lianxin/plugin-kit";

/** Codes made before this can be read off the ids of their rows, so these rows get other ids; nothing points to them. O(codes). */
export const renewCodeIds: PluginMigration = async ({ db }) => {
  const rows: { id: string }[] = await db.selectFrom("commitments_code").select("id").execute();
  for (const { id } of rows) await db.updateTable("commitments_code").set({ id: randomUUID() }).where("id", "=", id).execute();
};
