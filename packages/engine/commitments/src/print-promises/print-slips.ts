import { writeAssignmentSlip, writeClaimSlip, writeCloseOutSlip, writeCodeSlip, writeRatingSheet } from "@lianxin/documents";
import { errors } from "../errors.js";
import { entriesOf, evidenceOf, findHolder, findPartRow, supportersOf, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { verifiersOfOne } from "../keep-ledger/verifier.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { sumsOf } from "../rate-work/rate-work.js";
import { isCodeOf } from "../use-slip/code.repository.js";

/** What every slip of a promise says, names for ids. */
async function wordsOf({ db, use, config: _, ...ctx }: CommitmentsContext, row: CommitmentRow) {
  const part = (await findPartRow(db, row.partId))!;
  const supporterIds = (await supportersOf(db, [row.id])).get(row.id) ?? [];
  const organizations = await use.directory.organizationNames([row.ownerOrganizationId, ...supporterIds]);
  const verifierIds = (await verifiersOfOne(db, row.id)).map(({ personId }) => personId);
  const people = await use.directory.namesOf([row.ownerId, ...verifierIds]);
  return {
    source: part.sourceTitle,
    meeting: part.sourceMeeting,
    part: part.title,
    standard: [part.standard, ...(part.evidenceNeeds ?? []).map((need) => ctx.text(`commitments.evidence.${need}`, {}, "zh-CN"))].join("；"),
    lead: organizations.get(row.ownerOrganizationId) ?? "",
    owner: people.get(row.ownerId) ?? "",
    supporting: supporterIds.map((id) => organizations.get(id) ?? ""),
    verifier: verifierIds.map((id) => people.get(id) ?? "").join("、") || ctx.text("commitments.slip.verifier", {}, "zh-CN"),
    dueOn: row.dueOn,
    issuer: (await use.directory.community())?.name ?? "",
    recordId: part.id,
  };
}

/** The office of the community by telephone, where it has given a number. */
async function officeOf({ use, text }: CommitmentsContext): Promise<{ contact?: string }> {
  const phone = (await use.directory.community())?.officePhone;
  return phone ? { contact: text("commitments.slip.office", { phone }, "zh-CN") } : {};
}

const conditionsOf = ({ conditions }: CommitmentRow) => (conditions === null ? {} : { conditions });

/** What the slip of a meeting says besides: the meeting it was promised at, and what was decided there. */
export interface SlipHead {
  readonly meeting: string;
  readonly decision: string;
}

/** The claim in two copies with its conditions and its verifier, as the ledger and a meeting print it. */
async function claimSlipOf(ctx: CommitmentsContext, row: CommitmentRow, head?: SlipHead): Promise<string> {
  const { source, meeting, standard, issuer: _, ...words } = await wordsOf(ctx, row);
  const from = head ?? { ...(meeting !== null && { meeting }), decision: source };
  return writeClaimSlip({
    ...words,
    ...from,
    ...(await officeOf(ctx)),
    ...conditionsOf(row),
    origin: row.origin as "claimed" | "assigned",
    evidence: standard,
  });
}

/** The slip to sign: two copies of a claim, three parts of an assignment. */
export async function printSlip(ctx: CommitmentsContext, row: CommitmentRow): Promise<string> {
  if (row.origin === "claimed") return claimSlipOf(ctx, row);
  return writeAssignmentSlip({ ...(await wordsOf(ctx, row)), ...(await officeOf(ctx)), ...conditionsOf(row), assignedOn: row.madeOn ?? row.startedOn });
}

/** What an owner without an account takes home (任务短码单). The code is printed only when it opens this very promise; throws codeUnknown. */
export async function printCodeSlip(ctx: CommitmentsContext, row: CommitmentRow, code: string): Promise<string> {
  if (!(await isCodeOf(ctx, "slip", code, row.id))) throw errors.codeUnknown({}, "query.code");
  const address = ctx.linkTo("/commitments/slip");
  const where = { code, address, link: `${address}?code=${encodeURIComponent(code)}`, ...(await officeOf(ctx)) };
  return writeCodeSlip({ ...(await wordsOf(ctx, row)), ...conditionsOf(row), code: where });
}

/** The slip of a part that was promised at a meeting; throws partUnknown when nobody leads it. */
export async function printMeetingSlip(ctx: CommitmentsContext, partId: string, head: SlipHead): Promise<string> {
  const row = await findHolder(ctx.db, partId);
  if (!row) throw errors.partUnknown();
  return claimSlipOf(ctx, row, head);
}

/** Rating codes to cut out and hand to residents; throws codeUnknown for one that is not of this promise, or was used. */
export async function printRatingCodes(ctx: CommitmentsContext, row: CommitmentRow, codes: readonly string[]): Promise<string> {
  for (const code of codes) if (!(await isCodeOf(ctx, "rating", code, row.id))) throw errors.codeUnknown({}, "query.codes");
  const { part, issuer } = await wordsOf(ctx, row);
  const address = ctx.linkTo("/commitments/rate");
  const links = codes.map((code) => ({ code, link: `${address}?code=${encodeURIComponent(code)}` }));
  return writeRatingSheet({ community: issuer, title: part, address, codes: links });
}

/** The close-out slip of what was reported as done; throws notReported. */
export async function printCloseOut(ctx: CommitmentsContext, row: CommitmentRow): Promise<string> {
  const { db, use, text } = ctx;
  const evidence = (await evidenceOf(db, row.id)).at(-1);
  if (!evidence) throw errors.notReported();
  const words = await wordsOf(ctx, row);
  const checked = (await entriesOf(db, row.partId)).filter(({ commitmentId, move }) => commitmentId === row.id && move === "verify").at(-1);
  const checker = checked?.byId ? ((await use.directory.namesOf([checked.byId])).get(checked.byId) ?? "") : "";
  const { satisfied, basically, dissatisfied, partly } = await sumsOf(db, row);
  return writeCloseOutSlip({
    ...words,
    ...(row.closedOn === null ? {} : { closedOn: row.closedOn }),
    done: evidence.words,
    evidence: evidence.paper ?? "",
    check: [checker, checked?.note].filter(Boolean).join("："),
    ratings: text("commitments.rating.sums", { satisfied, basically, dissatisfied, partly }, "zh-CN"),
  });
}
