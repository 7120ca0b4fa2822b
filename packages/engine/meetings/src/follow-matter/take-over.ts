import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { directSource } from "./matter-of.js";

export interface TakenOver {
  readonly title: string;
  readonly standard: string;
  /** Left out while nobody leads it yet: then it is a gap in the ledger. */
  readonly lead?:
    { readonly ownerOrganizationId: string; readonly ownerId: string; readonly dueOn: string; readonly verifierId?: string | undefined } | undefined;
}
const ready: ReadonlySet<string> = new Set(["accepted", "referred", "deferred", "decided"]);

/** Work for a matter goes into the ledger without a meeting (当事人自办, 社区办), with the one who leads it until a day or without. Throws matterUnknown, matterNotReady. */
export async function takeOver(
  { use, text }: MeetingsContext,
  matterId: string,
  { title, standard, lead }: TakenOver,
): Promise<{ partId: string; commitmentId: string | null }> {
  const matter = await use.matters.findMatter(matterId);
  if (!matter) throw errors.matterUnknown();
  if (!ready.has(matter.state)) throw errors.matterNotReady({ number: matter.number, state: text(`matters.state.${matter.state}`) }, "params.matterId");
  const source = { kind: directSource, id: matter.id, meetingId: null, title: matter.title };
  const [partId] = await use.commitments.openParts(source, [{ title: title.trim(), standard: standard.trim(), placePath: matter.placePath }]);
  if (!lead) return { partId: partId!, commitmentId: null };
  const { verifierId = null, ...owner } = lead;
  const commitmentId = await use.commitments.commit(partId!, { origin: "claimed", supportingOrganizationIds: [], conditions: null, ...owner, verifierId });
  return { partId: partId!, commitmentId };
}
