import type { Actor } from "@lianxin/plugin-kit";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { Verifier } from "../keep-ledger/verifier.repository.js";
import type { Directory } from "../plugin.js";
import { isOfOrganization, isOneOf } from "./same-person.js";
import type { Standing } from "./choose-verbs.js";

type May = (
  permission: "commitments.report" | "commitments.check" | "commitments.close" | "commitments.assign" | "commitments.escalate",
  place: { readonly path: string },
) => Promise<boolean>;

/** What the actor is to this commitment, whose last report `reporterId` entered and `verifiers` check; a merged record counts as the kept person. */
export async function standingOf(
  { actor, may, use }: { readonly actor: Actor; readonly may: May; readonly use: { readonly directory: Directory } },
  row: Pick<CommitmentRow, "ownerId" | "ownerOrganizationId" | "verifierId" | "placePath">,
  reporterId: string | null = null,
  verifiers: readonly Verifier[] = [],
): Promise<Standing> {
  const at = { path: row.placePath };
  const isSelf = (id: string | null) => isOneOf(use.directory, actor.personId, [id]);
  return {
    isOfOwner: await isOfOrganization(use.directory, actor.personId, row.ownerOrganizationId),
    isOwner: await isSelf(row.ownerId),
    isVerifier: await isOneOf(use.directory, actor.personId, [row.verifierId, ...verifiers.map(({ personId }) => personId)]),
    hasPassed: await isOneOf(
      use.directory,
      actor.personId,
      verifiers.filter(({ passedAt }) => passedAt !== null).map(({ personId }) => personId),
    ),
    areSeveral: verifiers.length > 1,
    isReporter: await isSelf(reporterId),
    mayReport: await may("commitments.report", at),
    mayCheck: await may("commitments.check", at),
    mayClose: await may("commitments.close", at),
    mayAssign: await may("commitments.assign", at),
    mayUrge: await may("commitments.escalate", at),
  };
}
