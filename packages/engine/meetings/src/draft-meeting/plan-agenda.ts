import type { PartCard } from "@lianxin/commitments";
import type { MatterCard } from "@lianxin/matters";
import { errors } from "../errors.js";
import { escalationSource } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";
import { placeItems, type Nested } from "../order-agenda/place-items.js";
import type { ItemWarning } from "../tables/meeting.js";

export interface NewItem extends Nested {
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
  /** The index of the item it stands under, in the order given. */
  readonly parent: number | null;
}
type Told = Pick<PlannedItem, "title" | "warnings">;
type Reach = Pick<MeetingsContext, "use" | "text">;

const ready = new Set(["accepted", "deferred", "escalated"]);

/** What the lines of one agenda are told from, read once for all of them. */
interface Known {
  readonly parts: readonly PartCard[];
  readonly matters: ReadonlyMap<string, MatterCard>;
}
const matterBehind = (part: PartCard | undefined): string | undefined => (part?.source.kind === escalationSource ? part.source.id : undefined);

async function readKnown({ use }: Reach, placePath: string, items: readonly NewItem[]): Promise<Known> {
  const asked = new Set(items.map(({ partId }) => partId));
  const parts = items.some(({ partId }) => partId) ? await use.commitments.unfinishedAt(placePath) : [];
  const behind = parts.flatMap((part) => (asked.has(part.id) ? (matterBehind(part) ?? []) : []));
  return { parts, matters: await use.matters.findMatters([...items.flatMap(({ matterId }) => matterId ?? []), ...behind]) };
}

function planMatter({ text }: Reach, placePath: string, matter: MatterCard | undefined, field: string): Told {
  if (!matter?.placePath.startsWith(placePath)) throw errors.matterUnknown({}, field);
  if (!ready.has(matter.state)) throw errors.matterNotReady({ number: matter.number, state: text(`matters.state.${matter.state}`) }, field);
  return { title: matter.title, warnings: matter.warnings };
}

function planOther({ partId, title }: NewItem, { parts }: Known, field: string): Told {
  const part = partId ? parts.find(({ id }) => id === partId) : undefined;
  if (partId && !part) throw errors.partNotOpen({}, field);
  const named = part?.title ?? title?.trim() ?? "";
  if (!named) throw errors.titleNeeded({}, field);
  return { title: named, warnings: [] };
}

/** A matter reported upwards and its line of the ledger stand on an agenda together, whichever of them was asked for. */
async function joinLine({ use }: Reach, { matterId, partId, ...item }: NewItem, { parts, matters }: Known): Promise<NewItem> {
  if (matterId) return { ...item, matterId, partId: (await use.commitments.findUnfinished({ kind: escalationSource, id: matterId }))?.id };
  const matter = matters.get(matterBehind(parts.find(({ id }) => id === partId)) ?? "");
  return { ...item, partId, ...(matter && ready.has(matter.state) && { matterId: matter.id }) };
}

/**
 * The lines of an agenda from matters, unfinished promises and free titles, each with what stands under it behind it; throws matterUnknown,
 * matterNotReady, partNotOpen, titleNeeded, itemTwice, underWrong.
 */
export async function planAgenda(ctx: Reach, placePath: string, items: readonly NewItem[]): Promise<PlannedItem[]> {
  const order = placeItems(items);
  const known = await readKnown(ctx, placePath, items);
  const joined: NewItem[] = [];
  for (const item of items) joined.push(await joinLine(ctx, item, known));
  const keys = joined.map(({ matterId, partId, title, under }) => matterId ?? partId ?? `${under} ${title?.trim()}`);
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0) throw errors.itemTwice({}, `body.items.${twice}`);
  return order.map(({ index, parent }) => {
    const [item, field] = [joined[index]!, `body.items.${index}`];
    const told = item.matterId ? planMatter(ctx, placePath, known.matters.get(item.matterId), field) : planOther(item, known, field);
    const above = parent === null ? null : order.findIndex((one) => one.index === parent);
    return { ...told, minutes: item.minutes, matterId: item.matterId ?? null, partId: item.partId ?? null, parent: above };
  });
}
