import { writeAssignmentSlip, writeClaimSlip, writeCloseOutSlip } from "@lianxin/documents";
import { errors } from "../errors.js";
import { entriesOf, evidenceOf, findPartRow, supportersOf, type CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { sumsOf } from "../rate-work/rate-work.js";
import { isSlipOf } from "../use-slip/code.repository.js";

/** What every slip of a promise says, names for ids. */
async function wordsOf({ db, use, config: _, ...ctx }: CommitmentsContext, row: CommitmentRow) {
  const part = (await findPartRow(db, row.partId))!;
  const supporterIds = (await supportersOf(db, [row.id])).get(row.id) ?? [];
  const organizations = await use.directory.organizationNames([row.ownerOrganizationId, ...supporterIds]);
  const people = await use.directory.namesOf([row.ownerId, ...(row.verifierId ? [row.verifierId] : [])]);
  return {
    source: part.sourceTitle,
    part: part.title,
    standard: [part.standard, ...(part.evidenceNeeds ?? []).map((need) => ctx.text(`commitments.evidence.${need}`, {}, "zh-CN"))].join("；"),
    lead: organizations.get(row.ownerOrganizationId) ?? "",
    owner: people.get(row.ownerId) ?? "",
    supporting: supporterIds.map((id) => organizations.get(id) ?? ""),
    verifier: people.get(row.verifierId ?? "") ?? "　",
    dueOn: row.dueOn,
    issuer: (await use.directory.community())?.name ?? "",
    recordId: part.id,
  };
}

/** The slip to sign: two copies of a claim, three parts of an assignment. A code is printed only when it opens this very promise; throws codeUnknown. */
export async function printSlip(ctx: CommitmentsContext, row: CommitmentRow, code?: string): Promise<string> {
  if (code !== undefined && !(await isSlipOf(ctx, code, row.id))) throw errors.codeUnknown({}, "query.code");
  const { verifier, ...words } = await wordsOf(ctx, row);
  const coded = code === undefined ? {} : { code };
  if (row.origin === "assigned") return writeAssignmentSlip({ ...words, ...coded, assignedOn: row.startedOn });
  const { source, standard, issuer: _, ...rest } = words;
  return writeClaimSlip({ ...rest, ...coded, origin: "claimed", meeting: source, decision: row.conditions ?? source, evidence: standard, verifier });
}

/** The close-out slip of what was reported as done; throws notReported. */
export async function printCloseOut(ctx: CommitmentsContext, row: CommitmentRow): Promise<string> {
  const { db, use, text } = ctx;
  const evidence = (await evidenceOf(db, row.id)).at(-1);
  if (!evidence) throw errors.notReported();
  const { verifier: _, ...words } = await wordsOf(ctx, row);
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
