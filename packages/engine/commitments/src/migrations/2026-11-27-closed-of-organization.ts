import type { PluginMigration } from "@lianxin/plugin-kit";

/** What an organisation has closed out is read in its order instead of being sorted. */
export const indexClosedOfOrganization: PluginMigration = (tools) =>
  tools.createIndex("commitments_line", ["organizationId", "phase", "closedOn", "id", "placePath"]);
