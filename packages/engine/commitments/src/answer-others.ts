import type { CommitmentCard, Commitments, CommitmentState, Coverage, PartCard } from "./commitments.js";
import { readRollOver } from "./count-roll-over/read-roll-over.js";
import { mergePart, restoreMerged, withdrawPart } from "./end-part/end-part.js";
import { errors } from "./errors.js";
import { lightOf, rowsByIds, rowsOfMeeting, unfinishedOf, unfinishedRows, type LedgerRow } from "./keep-ledger/ledger.repository.js";
import { conditionsOf, partsFrom, supportersOf, type PartRow } from "./keep-ledger/part.repository.js";
import { lateBy, latenessOf } from "./keep-ledger/show-rows.js";
import { keepObligations } from "./keep-obligations/keep-obligations.js";
import { takePartTurn } from "./keep-state/take-turn.js";
import { makeCommitment } from "./make-commitment/make-commitment.js";
import { closedNear } from "./notice-recurrence/link-recurrence.js";
import { deferPart, openParts } from "./open-parts/open-parts.js";
import type { CommitmentsContext } from "./plugin.js";
import { printMeetingSlip } from "./print-promises/print-slips.js";
import type { Fallback } from "./seek-owner/fallbacks.js";
import { sumRatingsFrom } from "./rate-work/rate-work.js";
import { takeOutWords } from "./redact-words/take-out-words.js";
import { seekOwner } from "./seek-owner/seek-owner.js";

interface Beside {
  readonly supporters: ReadonlyMap<string, readonly string[]>;
  readonly conditions: ReadonlyMap<string, string>;
}

function commitmentCard(row: LedgerRow, { supporters, conditions }: Beside, daysLate: number | undefined, today: string): CommitmentCard | null {
  const { commitmentId, id, title, standard, state, origin, ownerOrganizationId, ownerId, dueOn, closedOn } = row;
  if (commitmentId === null || ownerOrganizationId === null || ownerId === null || dueOn === null) return null;
  return {
    ...{ id: commitmentId, partId: id, title, standard, ownerOrganizationId, ownerId, dueOn, closedOn },
    state: state as CommitmentState,
    origin: origin as "claimed" | "assigned",
    supportingOrganizationIds: supporters.get(commitmentId) ?? [],
    conditions: conditions.get(commitmentId) ?? null,
    light: lightOf(row, today),
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

const searchOf = ({ seekUntil, seekFallback, seekOverOn }: LedgerRow): PartCard["search"] =>
  seekUntil === null || seekFallback === null ? null : { until: seekUntil, fallback: seekFallback as Fallback, isOver: seekOverOn !== null };

async function cardsOf(ctx: CommitmentsContext, rows: readonly LedgerRow[]): Promise<PartCard[]> {
  const [lateness, today] = [await latenessOf(ctx, rows), ctx.clock.today()];
  const ids = rows.flatMap((row) => row.commitmentId ?? []);
  const beside = { supporters: await supportersOf(ctx.db, ids), conditions: await conditionsOf(ctx.db, ids) };
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, standard: row.standard },
    source: sourceOf(row),
    commitment: commitmentCard(row, beside, lateBy(lateness, row, today), today),
    deferred: row.deferReason !== null && row.reviewOn !== null ? { reason: row.deferReason, reviewOn: row.reviewOn } : null,
    deferCount: row.deferCount ?? 0,
    search: searchOf(row),
  }));
}

/** Which parts of a meeting are led, put off beyond the day, still looked for on it, or a gap; what was put off or looked for until earlier is a gap again. */
export function judgeCoverage(cards: readonly PartCard[], day: string): Coverage {
  const free = cards.filter(({ commitment }) => commitment === null);
  const isDeferred = ({ deferred }: PartCard): boolean => deferred !== null && deferred.reviewOn > day;
  const isSearched = (card: PartCard): boolean => !isDeferred(card) && card.search !== null && !card.search.isOver && card.search.until >= day;
  const gaps = free.filter((card) => !isDeferred(card) && !isSearched(card));
  return { isCovered: gaps.length === 0, gaps, searched: free.filter(isSearched), deferred: free.filter(isDeferred), ledCount: cards.length - free.length };
}

async function getPart({ db }: CommitmentsContext, id: string): Promise<PartRow> {
  const part = await takePartTurn(db, id);
  if (!part) throw errors.partUnknown();
  return part;
}

/** What commitments provides to other plugins, on their own connection. */
export function answerOthers(ctx: CommitmentsContext): Commitments {
  const partsOfMeeting = async (meetingId: string, agenda: readonly string[] = []) => {
    const own = await rowsOfMeeting(ctx.db, meetingId);
    const known = new Set(own.map(({ id }) => id));
    const listed = agenda.filter((id) => !known.has(id));
    return cardsOf(ctx, listed.length === 0 ? own : [...own, ...(await rowsByIds(ctx.db, listed))]);
  };
  return {
    openParts: (source, parts) => openParts(ctx, source, parts),
    commit: async (partId, commitment) => (await makeCommitment(ctx, partId, commitment)).id,
    deferPart: async (partId, ...said) => deferPart(ctx, await getPart(ctx, partId), ...said),
    seekOwner: async (partId, search) => seekOwner(ctx, await getPart(ctx, partId), search),
    mergePart: async (partId, intoId, reason) => mergePart(ctx, await getPart(ctx, partId), intoId, reason),
    restoreMerged: (partId) => restoreMerged(ctx, partId),
    withdrawPart: async (partId, reason) => withdrawPart(ctx, await getPart(ctx, partId), reason),
    takeOutWords: (ids, words, trial) => takeOutWords(ctx, ids, words, trial),
    partsOfMeeting,
    partsFrom: (sources) => partsFrom(ctx.db, sources),
    coverageOf: async (meetingId, agenda, day) => judgeCoverage(await partsOfMeeting(meetingId, agenda), day ?? ctx.clock.today()),
    claimSlipOf: (partId, head) => printMeetingSlip(ctx, partId, head),
    findUnfinished: async (source) => (await cardsOf(ctx, await unfinishedOf(ctx.db, source)))[0],
    unfinishedAt: async (path) => cardsOf(ctx, await unfinishedRows(ctx.db, path, ctx.clock.today())),
    rollOver: (asked) => readRollOver(ctx, asked),
    closedNear: (placePath) => closedNear(ctx, placePath),
    sumRatings: (sources) => sumRatingsFrom(ctx.db, sources),
    obligations: keepObligations(ctx),
  };
}
