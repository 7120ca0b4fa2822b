import { rankTie, type PairingProblem } from "@lianxin/matching/integers";
import type { RotaPerson, RotaPost } from "./rota-problem.js";
import type { Session } from "./turns.js";

/** Whose turn it is outweighs all wishes of a session together; a second visit outweighs knowing the place. */
const weights = {
  turn: 100_000,
  /** Per visit², counted from the site they saw least. */
  again: 100,
  // A leader who goes as one more member uses a first visit up that the site may need for its team to be led: spread evenly, there are enough.
  spare: 10,
  stranger: 1,
};

export interface Facts {
  readonly turn: ReadonlyMap<string, number>;
  /** Person → site → how often they were there. */
  readonly visits: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Person → the site of the session before, and of the one after where that stands already: nobody is at a site twice running. */
  readonly last: ReadonlyMap<string, string>;
  readonly next: ReadonlyMap<string, string>;
  /** How often people who may lead were at a site, less the sessions it had: those who were there beside its leader. */
  readonly spare: ReadonlyMap<string, number>;
}

function countSpare(leads: ReadonlySet<string>, past: readonly Session[]): Map<string, number> {
  const spare = new Map<string, number>();
  const add = (siteId: string, count: number) => spare.set(siteId, (spare.get(siteId) ?? 0) + count);
  for (const { placements } of past) {
    for (const siteId of new Set(placements.map((one) => one.siteId))) add(siteId, -1);
    for (const { personId, siteId } of placements) if (leads.has(personId)) add(siteId, 1);
  }
  return spare;
}

/** What a session's choice rests on. O(past placements). */
export function countFacts(people: readonly RotaPerson[], line: readonly string[], past: readonly Session[], heldNext: Session["placements"]): Facts {
  const visits = new Map<string, Map<string, number>>();
  for (const { placements } of past)
    for (const { personId, siteId } of placements) {
      const seen = visits.get(personId) ?? new Map<string, number>();
      visits.set(personId, seen.set(siteId, (seen.get(siteId) ?? 0) + 1));
    }
  const sitesOf = (placements: Session["placements"]) => new Map(placements.map(({ personId, siteId }) => [personId, siteId]));
  const leads = new Set(people.filter(({ mayLead }) => mayLead).map(({ id }) => id));
  return {
    turn: new Map(line.map((id, i) => [id, i])),
    visits,
    last: sitesOf(past.at(-1)?.placements ?? []),
    next: sitesOf(heldNext),
    spare: countSpare(leads, past),
  };
}

/** Whether a post is for people of a kind at all. */
export const isFor = ({ kind, isAdultsOnly, skill }: RotaPost, { mayLead, isAdult, skills }: RotaPerson): boolean =>
  (kind !== "leader" || mayLead) && (!isAdultsOnly || isAdult) && (skill === null || skills.includes(skill));

/** A session in integers: rows are posts, columns people. */
export interface DayModel {
  readonly pairing: PairingProblem;
  /** Breaks ties by names. */
  readonly rankOf: (edge: number) => number;
  readonly placed: (edge: number) => { readonly person: RotaPerson; readonly post: RotaPost };
}

/** Site → what a place there costs somebody, whatever the post. */
function costsOf({ id, knownSiteIds }: RotaPerson, siteIds: readonly string[], { visits, last, next }: Facts): Map<string, number> {
  const seen = visits.get(id);
  // Counted from the site they saw least, so that years of service do not outweigh whose turn it is.
  const fewest = seen ? Math.min(...siteIds.map((siteId) => seen.get(siteId) ?? 0)) : 0;
  const costs = new Map<string, number>();
  for (const siteId of siteIds) {
    if (last.get(id) === siteId || next.get(id) === siteId) continue;
    const again = Math.min(3, (seen?.get(siteId) ?? 0) - fewest);
    costs.set(siteId, weights.again * again * again + (knownSiteIds.includes(siteId) ? 0 : weights.stranger));
  }
  return costs;
}

/** `serves`: "all" of them have to; "by turn": as many as there are seats, the sooner their turn the sooner. O(people · posts). */
export function compile(people: readonly RotaPerson[], posts: readonly RotaPost[], facts: Facts, serves: "all" | "by turn"): DayModel {
  const siteIds = [...new Set(posts.map(({ siteId }) => siteId))];
  const costs = people.map((person) => costsOf(person, siteIds, facts));
  const turns = people.map(({ id }) => (serves === "all" ? 0 : weights.turn * (facts.turn.get(id)! - facts.turn.size)));
  const [start, row, column, cost] = [[0], [] as number[], [] as number[], [] as number[]];
  for (const [r, post] of posts.entries()) {
    const beside = Math.max(0, facts.spare.get(post.siteId) ?? 0) + 1;
    const spare = post.kind !== "leader" ? weights.spare * beside * beside : 0;
    for (const [c, person] of people.entries()) {
      const base = costs[c]!.get(post.siteId);
      if (base === undefined || !isFor(post, person)) continue;
      row.push(r);
      column.push(c);
      cost.push(base + turns[c]! + (person.mayLead ? spare : 0));
    }
    start.push(column.length);
  }
  const placed = (edge: number) => ({ person: people[column[edge]!]!, post: posts[row[edge]!]! });
  return {
    pairing: {
      rows: posts.length,
      columns: people.length,
      start: Int32Array.from(start),
      column: Int32Array.from(column),
      cost: Int32Array.from(cost),
      rowMin: Int32Array.from(posts, ({ least }) => least),
      rowMax: Int32Array.from(posts, ({ most }) => most),
      columnMin: new Int32Array(people.length).fill(serves === "all" ? 1 : 0),
      columnMax: new Int32Array(people.length).fill(1),
    },
    placed,
    rankOf: (edge) => rankTie(placed(edge).person.id, placed(edge).post.id),
  };
}
