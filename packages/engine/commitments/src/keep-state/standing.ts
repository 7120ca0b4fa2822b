import type { Actor } from "@lianxin/plugin-kit";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { Directory } from "../plugin.js";
import type { Standing } from "./choose-verbs.js";

type May = (
  permission: "commitments.report" | "commitments.check" | "commitments.close" | "commitments.assign" | "commitments.escalate",
  place: { readonly path: string },
) => Promise<boolean>;

/** What the actor is to this commitment, whose last report `reporterId` entered; a merged record counts as the kept person. */
export async function standingOf(
  { actor, may, use }: { readonly actor: Actor; readonly may: May; readonly use: { readonly directory: Directory } },
  row: Pick<CommitmentRow, "ownerId" | "verifierId" | "placePath">,
  reporterId: string | null = null,
): Promise<Standing> {
  const at = { path: row.placePath };
  const self = actor.personId ? ((await use.directory.findPerson(actor.personId))?.id ?? actor.personId) : null;
  const isSelf = async (id: string | null) => self !== null && id !== null && ((await use.directory.findPerson(id))?.id ?? id) === self;
  return {
    isOwner: await isSelf(row.ownerId),
    isVerifier: await isSelf(row.verifierId),
    isReporter: await isSelf(reporterId),
    mayReport: await may("commitments.report", at),
    mayCheck: await may("commitments.check", at),
    mayClose: await may("commitments.close", at),
    mayAssign: await may("commitments.assign", at),
    mayUrge: await may("commitments.escalate", at),
  };
}
