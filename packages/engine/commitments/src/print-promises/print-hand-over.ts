import { writeHandOverSlip } from "@lianxin/documents";
import { errors } from "../errors.js";
import { findHandOver } from "../hand-over/hand-over.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";

/** A hand-over (任务移交单) to be signed on paper by both, in three copies; throws handOverUnknown. */
export async function printHandOver({ db, use }: CommitmentsContext, row: CommitmentRow, handOverId: string): Promise<string> {
  const hand = await findHandOver(db, handOverId);
  if (!hand || hand.commitmentId !== row.id) throw errors.handOverUnknown();
  const part = (await findPartRow(db, row.partId))!;
  const organizations = await use.directory.organizationNames([row.ownerOrganizationId, hand.toOrganizationId]);
  const people = await use.directory.namesOf([row.ownerId, hand.toPersonId]);
  const side = (organizationId: string, personId: string) => `${organizations.get(organizationId) ?? ""}　${people.get(personId) ?? ""}`;
  return writeHandOverSlip({
    ...{ part: part.title, standard: part.standard, reason: hand.reason, dueOn: hand.dueOn, recordId: part.id },
    ...{ giver: side(row.ownerOrganizationId, row.ownerId), taker: side(hand.toOrganizationId, hand.toPersonId) },
    ...(row.conditions === null ? {} : { conditions: row.conditions }),
    issuer: (await use.directory.community())?.name ?? "",
  });
}
