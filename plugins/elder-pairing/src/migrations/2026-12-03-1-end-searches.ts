import type { PluginMigration } from "@lianxin/plugin-kit";
import { sql } from "kysely";

/** Searches still open for elders who had left before a search ended with them; the moment it ended is not known. */
export const endOldSearches: PluginMigration = async ({ db }) => {
  await sql`
    update elder_pairing_ladder
    set state = (select elder.state from elder_pairing_elder as elder where elder.id = elder_pairing_ladder.elder_id)
    where state = 'open' and elder_id in (select id from elder_pairing_elder where state != 'active')`.execute(db);
};
