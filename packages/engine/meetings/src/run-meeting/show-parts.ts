import type { PartCard } from "@lianxin/commitments";
import type { ItemRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";

type Commitment = NonNullable<PartCard["commitment"]>;
/** What a meeting has to say of a piece of work, with ids for names. */
export interface SeenPart extends Pick<PartCard, "id" | "title" | "standard" | "deferred" | "search"> {
  readonly source: Pick<PartCard["source"], "id" | "title">;
  /** Work told before conditions were kept with it has none. */
  readonly commitment:
    | (Pick<Commitment, "ownerOrganizationId" | "ownerId" | "supportingOrganizationIds" | "dueOn" | "origin" | "light"> &
        Partial<Pick<Commitment, "conditions">>)
    | null;
}

/** Lines of the ledger that stand on an agenda. */
export const agendaParts = (items: readonly Pick<ItemRow, "partId">[]): string[] => items.flatMap(({ partId }) => partId ?? []);

/** Work with the names of who leads it; two queries however much. */
export async function nameParts({ use }: MeetingsContext, parts: readonly SeenPart[]) {
  const people = await use.directory.namesOf(parts.flatMap(({ commitment }) => commitment?.ownerId ?? []));
  const organizations = await use.directory.organizationNames(
    parts.flatMap(({ commitment }) => (commitment ? [commitment.ownerOrganizationId, ...commitment.supportingOrganizationIds] : [])),
  );
  const nameOf = (id: string): string => organizations.get(id) ?? "";
  return parts.map(({ id, source, title, standard, commitment, deferred, search }) => ({
    ...{ id, decisionId: source.id, source: source.title, title, standard },
    search: search && { until: search.until, fallback: search.fallback, isOver: search.isOver },
    deferred: deferred && { reason: deferred.reason, reviewOn: deferred.reviewOn },
    owner: commitment && {
      ...{
        organization: nameOf(commitment.ownerOrganizationId),
        person: people.get(commitment.ownerId) ?? "",
        dueOn: commitment.dueOn,
        origin: commitment.origin,
        light: commitment.light,
        conditions: commitment.conditions ?? null,
      },
      supporting: commitment.supportingOrganizationIds.map(nameOf),
    },
  }));
}

/** The work of a meeting's decisions and of the lines on its agenda as it stands now, with the names of who leads it. */
export const showParts = async (ctx: MeetingsContext, meetingId: string, items: readonly Pick<ItemRow, "partId">[]) =>
  nameParts(ctx, await ctx.use.commitments.partsOfMeeting(meetingId, agendaParts(items)));
