import type { CommitmentRow, PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import type { Office } from "../rules.js";

export interface Occasion {
  /** Which of the letters, by its key among the messages: letter.<words>. */
  readonly words: "offered" | "before_due" | "late_notice" | "overdue" | "step" | "rejected" | "reopened" | "reopened_checked" | "new_day" | "urge";
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

/** Sends a letter about a promise to one person when they have a mail address and the house sends mail; tells whether one went out. */
export async function writeTo(ctx: CommitmentsContext, personId: string, row: CommitmentRow, part: PartRow, occasion: Occasion): Promise<boolean> {
  if (!ctx.canSend("mail")) return false;
  const channel = (await ctx.use.directory.channelsOf(personId)).find(({ kind }) => kind === "mail");
  if (!channel) return false;
  const { subject, text } = await wordLetter(ctx, row, part, occasion);
  const name = (await ctx.use.directory.findPerson(personId))?.fullName ?? "";
  const to = { personId, name, address: channel.address };
  const whom = personId === row.ownerId ? "" : `/${personId}`;
  ctx.deliver({ channel: "mail", to, key: `commitments/${row.id}/${row.round}/${occasion.key}${whom}`, subject, text });
  return true;
}

/** Sends a letter to an office that is no person of the directory, when the house sends mail; tells whether it went out. `key` is what is sent once. */
export function writeToOffice(
  ctx: CommitmentsContext,
  office: Office,
  { subject, text }: { readonly subject: string; readonly text: string },
  key: string,
): boolean {
  if (!ctx.canSend("mail")) return false;
  ctx.deliver({ channel: "mail", to: { personId: null, ...office }, key: `commitments/${key}/office`, subject, text });
  return true;
}

/** The same to the owner. */
export const writeToOwner = (ctx: CommitmentsContext, row: CommitmentRow, part: PartRow, occasion: Occasion): Promise<boolean> =>
  writeTo(ctx, row.ownerId, row, part, occasion);
