import type { CommitmentRow, PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";

export interface Occasion {
  /** Which of the letters, by its key among the messages: letter.<words>. */
  readonly words: "offered" | "before_due" | "overdue" | "rejected" | "urge";
  /** Distinguishes this letter from others about the same promise; sent once. */
  readonly key: string;
  /** What somebody wants to say in it. */
  readonly note?: string;
}

/** The words of a letter about a promise, in Chinese, as they can also be copied into a group. */
export async function wordLetter(
  { use, text }: CommitmentsContext,
  { ownerId, ownerOrganizationId, dueOn }: CommitmentRow,
  part: PartRow,
  { words, note }: Occasion,
): Promise<{ subject: string; text: string; name: string }> {
  const name = (await use.directory.findPerson(ownerId))?.fullName ?? "";
  const organization = (await use.directory.findOrganization(ownerOrganizationId))?.name ?? "";
  const params = { name, organization, title: part.title, standard: part.standard, dueOn, note: note ?? "" };
  return { name, subject: text(`commitments.letter.${words}.subject`, params, "zh-CN"), text: text(`commitments.letter.${words}`, params, "zh-CN") };
}

/** Sends the owner a letter when they have a mail address; tells whether one went out. */
export async function writeToOwner(ctx: CommitmentsContext, row: CommitmentRow, part: PartRow, occasion: Occasion): Promise<boolean> {
  const channel = (await ctx.use.directory.channelsOf(row.ownerId)).find(({ kind }) => kind === "mail");
  if (!channel) return false;
  const { name, subject, text } = await wordLetter(ctx, row, part, occasion);
  ctx.deliver({
    channel: "mail",
    to: { personId: row.ownerId, name, address: channel.address },
    key: `commitments/${row.id}/${row.round}/${occasion.key}`,
    subject,
    text,
  });
  return true;
}
