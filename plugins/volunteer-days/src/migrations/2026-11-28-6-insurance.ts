import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that whether a date is insured is looked up and not read out of a sentence. */
export const addInsurance: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_series", {
    insurer: col.text().nullable(),
    policyNumber: col.text().nullable(),
    insuredFrom: col.date().nullable(),
    insuredUntil: col.date().nullable(),
  });
};
