import { isFor } from "./compile-day.js";
import type { RotaPerson, RotaPost } from "./rota-problem.js";

const kindOf = ({ mayLead, isAdult }: RotaPerson): number => (mayLead ? 1 : 0) + (isAdult ? 2 : 0);
const kinds = [0, 1, 2, 3];
const sets = Array.from({ length: 15 }, (_, i) => kinds.filter((kind) => ((i + 1) >> kind) & 1));

/** How many seats are there for people of some kinds together. */
const seatsFor = (posts: readonly RotaPost[], set: readonly number[]): number =>
  posts.filter((post) => set.some((kind) => isFor(post, { mayLead: (kind & 1) === 1, isAdult: (kind & 2) === 2 }))).reduce((sum, { most }) => sum + most, 0);

/**
 * Who serves, by turn: the line is gone through once, and each is taken for whom there is still a seat beside those before (Hall's condition over the
 * four kinds of people). If all of them can be placed, nobody further back would have come sooner in any plan. O(people).
 */
export function chooseServing(line: readonly RotaPerson[], posts: readonly RotaPost[]): RotaPerson[] {
  const seats = sets.map((set) => seatsFor(posts, set));
  const counts = [0, 0, 0, 0];
  return line.filter((person) => {
    const kind = kindOf(person);
    counts[kind]!++;
    if (sets.every((set, i) => !set.includes(kind) || set.reduce((sum, one) => sum + counts[one]!, 0) <= seats[i]!)) return true;
    counts[kind]!--;
    return false;
  });
}
