import { everywhere, type PluginMigration } from "@lianxin/plugin-kit";

/** What the unit in the lead sent back before, and nobody leads since, no longer says that it was sent to that unit. */
export const moveLeaderless: PluginMigration = async ({ db }) => {
  const referrals = await everywhere(db, "matters_matter", "what was sent out before and nobody leads")
    .innerJoin("matters_referral as r", "r.matter_id", "matters_matter.id")
    .select(["r.matter_id as matterId", "r.state as state", "r.is_lead as isLead"])
    .where("matters_matter.state", "=", "referred")
    .orderBy("r.sent_at")
    .orderBy("r.id")
    .execute();
  const last = new Map<string, string>(referrals.filter(({ isLead }) => isLead).map(({ matterId, state }) => [matterId, state]));
  for (const [id, state] of last) if (state === "returned") await db.updateTable("matters_matter").set({ referred_to: null }).where("id", "=", id).execute();
};
