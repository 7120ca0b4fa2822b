import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Matters keep what the decision on them waits for, so that nobody is told it is being carried out before it has effect. */
export const addAwaits: PluginMigration = (tools) => tools.addColumns("matters_matter", { awaits: col.text().nullable() });
