import type { ItemRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { agendaParts, nameParts, type SeenPart } from "../run-meeting/show-parts.js";

const see = ({ id, title, standard, source, commitment, deferred, search }: SeenPart): SeenPart => ({
  ...{ id, title, standard, source: { id: source.id, title: source.title } },
  deferred: deferred && { reason: deferred.reason, reviewOn: deferred.reviewOn },
  search: search && { until: search.until, fallback: search.fallback, isOver: search.isOver },
  commitment: commitment && {
    ...{ ownerOrganizationId: commitment.ownerOrganizationId, ownerId: commitment.ownerId, dueOn: commitment.dueOn },
    ...{ supportingOrganizationIds: [...commitment.supportingOrganizationIds], origin: commitment.origin, light: commitment.light },
    conditions: commitment.conditions ?? null,
  },
});

/** Keeps the work of a meeting as it stands when it closes, so that its papers say for good who took what there. */
export async function keepToldParts({ db, newId, use }: MeetingsContext, meetingId: string, items: readonly ItemRow[]): Promise<void> {
  const parts = (await use.commitments.partsOfMeeting(meetingId, agendaParts(items))).map(see);
  await db.insertInto("meetings_told").values({ id: newId(), meetingId, parts }).execute();
}

/**
 * The work of a meeting for its papers: as it stood at the close, whoever it passed to since; what came from it only later, by a vote on paper, as it
 * stands now. So does all of a meeting that was closed before its work was kept.
 */
export async function toldParts(ctx: MeetingsContext, meetingId: string, items: readonly ItemRow[]) {
  const kept = await ctx.db.selectFrom("meetings_told").select("parts").where("meetingId", "=", meetingId).executeTakeFirst();
  const told = new Map((kept?.parts ?? []).map((part) => [part.id, part]));
  const now = (await ctx.use.commitments.partsOfMeeting(meetingId, agendaParts(items))).filter(({ id }) => !told.has(id));
  return nameParts(ctx, [...told.values(), ...now]);
}
