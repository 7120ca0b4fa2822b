import type { CommitmentCard, Commitments, CommitmentState, PartCard } from "./commitments.js";
import { errors } from "./errors.js";
import { rowsOfMeeting, unfinishedRows, type LedgerRow } from "./keep-ledger/ledger.repository.js";
import { findPartRow, supportersOf } from "./keep-ledger/part.repository.js";
import { calendarFor, lateBy, lightOf } from "./keep-ledger/show-rows.js";
import { makeCommitment } from "./make-commitment/make-commitment.js";
import { deferPart, openParts } from "./open-parts/open-parts.js";
import type { CommitmentsContext } from "./plugin.js";

function commitmentCard(row: LedgerRow, supporting: readonly string[], daysLate: number | undefined): CommitmentCard | null {
  const { commitmentId, id, title, standard, state, origin, ownerOrganizationId, ownerId, dueOn, closedOn } = row;
  if (commitmentId === null || ownerOrganizationId === null || ownerId === null || dueOn === null) return null;
  return {
    ...{ id: commitmentId, partId: id, title, standard, ownerOrganizationId, ownerId, dueOn, closedOn },
    state: state as CommitmentState,
    origin: origin as "claimed" | "assigned",
    supportingOrganizationIds: supporting,
    light: lightOf(row),
    daysLate: daysLate ?? 0,
    isLatenessKnown: daysLate !== undefined,
    source: sourceOf(row),
  };
}

const sourceOf = ({ sourceKind, sourceId, sourceMeetingId, sourceTitle }: LedgerRow) => ({
  kind: sourceKind,
  id: sourceId,
  meetingId: sourceMeetingId,
  title: sourceTitle,
});

async function cardsOf(ctx: CommitmentsContext, rows: readonly LedgerRow[]): Promise<PartCard[]> {
  const [supporters, calendar] = [
    await supportersOf(
      ctx.db,
      rows.flatMap((row) => row.commitmentId ?? []),
    ),
    await calendarFor(ctx, rows),
  ];
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, standard: row.standard },
    source: sourceOf(row),
    commitment: commitmentCard(row, supporters.get(row.commitmentId ?? "") ?? [], lateBy(calendar, row, ctx.clock.today())),
    deferred: row.deferReason !== null && row.reviewOn !== null ? { reason: row.deferReason, reviewOn: row.reviewOn } : null,
  }));
}

/** What commitments provides to other plugins, on their own connection. */
export const answerOthers = (ctx: CommitmentsContext): Commitments => ({
  openParts: (source, parts) => openParts(ctx, source, parts),
  commit: async (partId, commitment) => (await makeCommitment(ctx, partId, commitment)).id,
  async deferPart(partId, reason, reviewOn) {
    const part = await findPartRow(ctx.db, partId);
    if (!part) throw errors.partUnknown();
    await deferPart(ctx, part, reason, reviewOn);
  },
  partsOfMeeting: async (meetingId) => cardsOf(ctx, await rowsOfMeeting(ctx.db, meetingId, ctx.clock.today())),
  unfinishedAt: async (path) => cardsOf(ctx, await unfinishedRows(ctx.db, path, ctx.clock.today())),
});
