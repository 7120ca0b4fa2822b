import type { PartCard } from "@lianxin/commitments";
import { errors } from "../errors.js";
import { escalationSource } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";
import type { ItemWarning } from "../tables/meeting.js";

export interface NewItem {
  readonly matterId?: string | undefined;
  readonly partId?: string | undefined;
  readonly title?: string | undefined;
  readonly minutes: number;
}
export interface PlannedItem {
  readonly title: string;
  readonly minutes: number;
  readonly matterId: string | null;
  readonly partId: string | null;
  readonly warnings: readonly ItemWarning[];
}
type Reach = Pick<MeetingsContext, "use" | "text">;

const ready = new Set(["accepted", "deferred", "escalated"]);

async function planMatter({ use, text }: Reach, placePath: string, matterId: string, field: string): Promise<Pick<PlannedItem, "title" | "warnings">> {
  const matter = await use.matters.findMatter(matterId);
  if (!matter?.placePath.startsWith(placePath)) throw errors.matterUnknown({}, field);
  if (!ready.has(matter.state)) throw errors.matterNotReady({ number: matter.number, state: text(`matters.state.${matter.state}`) }, field);
  return { title: matter.title, warnings: matter.warnings };
}

function planOther({ partId, title }: NewItem, openParts: readonly PartCard[], field: string): Pick<PlannedItem, "title" | "warnings"> {
  const part = partId ? openParts.find(({ id }) => id === partId) : undefined;
  if (partId && !part) throw errors.partNotOpen({}, field);
  const named = part?.title ?? title?.trim() ?? "";
  if (!named) throw errors.titleNeeded({}, field);
  return { title: named, warnings: [] };
}

/** A matter reported upwards and its line of the ledger stand on an agenda together, whichever of them was asked for. */
async function joinLine({ use }: Reach, { matterId, partId, ...item }: NewItem, openParts: readonly PartCard[]): Promise<NewItem> {
  if (matterId) return { ...item, matterId, partId: (await use.commitments.findUnfinished({ kind: escalationSource, id: matterId }))?.id };
  const source = openParts.find(({ id }) => id === partId)?.source;
  const matter = source?.kind === escalationSource ? await use.matters.findMatter(source.id) : undefined;
  return { ...item, partId, ...(matter && ready.has(matter.state) && { matterId: matter.id }) };
}

/** The lines of an agenda from matters, unfinished promises and free titles; throws matterUnknown, matterNotReady, partNotOpen, titleNeeded, itemTwice. */
export async function planAgenda(ctx: Reach, placePath: string, items: readonly NewItem[]): Promise<PlannedItem[]> {
  const openParts = items.some(({ partId }) => partId) ? await ctx.use.commitments.unfinishedAt(placePath) : [];
  const joined: NewItem[] = [];
  for (const item of items) joined.push(await joinLine(ctx, item, openParts));
  const keys = joined.map(({ matterId, partId, title }) => matterId ?? partId ?? title?.trim());
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0) throw errors.itemTwice({}, `body.items.${twice}`);
  const planned: PlannedItem[] = [];
  for (const [i, item] of joined.entries()) {
    const field = `body.items.${i}`;
    const told = item.matterId ? await planMatter(ctx, placePath, item.matterId, field) : planOther(item, openParts, field);
    planned.push({ ...told, minutes: item.minutes, matterId: item.matterId ?? null, partId: item.partId ?? null });
  }
  return planned;
}
