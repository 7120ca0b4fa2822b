/** One piece of work in who-waits-for-whom. */
export interface Link {
  readonly id: string;
  /** Null while nobody leads it: nobody can say when it will be done. */
  readonly dueOn: string | null;
  /** The piece of work that has to be done first; null when it waits for none. */
  readonly waitsForId: string | null;
}
/** Work that waits, each for the next; nothing waits for the first, and the last waits for nothing. */
export interface Chain {
  readonly ids: readonly string[];
  /** The day by which all of it can be done: the latest due day in it; null when some of it has none. */
  readonly endsOn: string | null;
  /** What is due before something it waits for: it cannot be done in time as things stand. */
  readonly tightIds: readonly string[];
  /** Each waits for the next and the last for the first: none can go on. */
  readonly isCircle: boolean;
}

function follow(byId: ReadonlyMap<string, Link>, first: Link): { links: Link[]; isCircle: boolean } {
  const links: Link[] = [];
  const seen = new Set<string>();
  for (let link: Link | undefined = first; link; link = byId.get(link.waitsForId ?? "")) {
    if (seen.has(link.id)) return { links, isCircle: true };
    seen.add(link.id);
    links.push(link);
  }
  return { links, isCircle: false };
}

function judge({ links, isCircle }: { readonly links: readonly Link[]; readonly isCircle: boolean }): Chain {
  let latest = "";
  const tightIds: string[] = [];
  for (const { id, dueOn } of links.toReversed()) {
    if (dueOn === null) continue;
    if (dueOn < latest) tightIds.unshift(id);
    else latest = dueOn;
  }
  const isKnown = !isCircle && links.every(({ dueOn }) => dueOn !== null);
  return { ids: links.map(({ id }) => id), endsOn: isKnown ? latest : null, tightIds, isCircle };
}

const later = (one: Chain, other: Chain): number => {
  if (one.isCircle !== other.isCircle) return one.isCircle ? -1 : 1;
  const [a, b] = [one.endsOn ?? "9999-12-31", other.endsOn ?? "9999-12-31"];
  if (a !== b) return a > b ? -1 : 1;
  return other.ids.length - one.ids.length || (one.ids[0]! < other.ids[0]! ? -1 : 1);
};

/**
 * Every chain of work that waits for other work, the critical one first: a circle, then what nobody can date, then what ends latest, then the longest. What
 * waits for something that is not among the links waits for nothing. O(links · longest chain).
 */
export function planChains(links: readonly Link[]): Chain[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  const waited = new Set(links.flatMap(({ waitsForId }) => waitsForId ?? []));
  const heads = links.filter(({ id, waitsForId }) => !waited.has(id) && byId.has(waitsForId ?? ""));
  const chains = heads.map((head) => judge(follow(byId, head)));
  const shown = new Set(chains.flatMap(({ ids }) => ids));
  for (const link of links) {
    if (shown.has(link.id) || !byId.has(link.waitsForId ?? "")) continue;
    const circle = judge(follow(byId, link));
    for (const id of circle.ids) shown.add(id);
    chains.push(circle);
  }
  return chains.sort(later);
}
