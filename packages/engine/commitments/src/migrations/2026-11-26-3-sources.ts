import type { PluginMigration } from "@lianxin/plugin-kit";

/** The work of a source is asked for by the source's id. */
export const indexSources: PluginMigration = (tools) => tools.createIndex("commitments_part", ["sourceId"]);
