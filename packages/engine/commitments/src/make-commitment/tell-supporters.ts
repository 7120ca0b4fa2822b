import { everywhere } from "@lianxin/plugin-kit";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { tellNews } from "../remind-owners/tell-news.js";

/** Of each organisation the one who has held a role there longest and has a mail address; none of one in which nobody has. */
async function contactsOf({ db, use, clock }: CommitmentsContext, organizationIds: readonly string[]): Promise<string[]> {
  const today = clock.today();
  const roles = await everywhere(db, "directory_v1_role", "who is written to for an organisation that helps")
    .select(["personId", "organizationId"])
    .where("organizationId", "in", ["", ...organizationIds])
    .where("fromOn", "<=", today)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", today)]))
    .orderBy("fromOn")
    .orderBy("personId")
    .execute();
  const contacts = new Map<string, string>();
  for (const { personId, organizationId } of roles)
    if (!contacts.has(organizationId!) && (await use.directory.channelsOf(personId)).some(({ kind }) => kind === "mail"))
      contacts.set(organizationId!, personId);
  return [...contacts.values()];
}

/** Organisations that help hear of it: who leads, and until when. */
export async function tellSupporters(ctx: CommitmentsContext, row: CommitmentRow, organizationIds: readonly string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  const lead = (await ctx.use.directory.findOrganization(row.ownerOrganizationId))?.name ?? "";
  const note = ctx.text("commitments.news.lead", { organization: lead, dueOn: row.dueOn }, "zh-CN");
  await tellNews(ctx, row.partId, { kind: "supporting", people: await contactsOf(ctx, organizationIds), id: row.id, note });
}
