import fc from "fast-check";
import { expect, test } from "vitest";
import { planChains, type Link } from "./plan-chains.js";

const link = (id: string, dueOn: string | null, waitsForId: string | null = null): Link => ({ id, dueOn, waitsForId });

test("the chain that ends latest comes first, and what is due before what it waits for is named", () => {
  const chains = planChains([
    link("road", "2026-09-20", "pipe"),
    link("pipe", "2026-10-08", "survey"),
    link("survey", "2026-09-12"),
    link("lamp", "2026-09-30", "cable"),
    link("cable", "2026-09-25"),
    link("alone", "2026-12-01"),
  ]);

  expect(chains).toEqual([
    { ids: ["road", "pipe", "survey"], endsOn: "2026-10-08", tightIds: ["road"], isCircle: false },
    { ids: ["lamp", "cable"], endsOn: "2026-09-30", tightIds: [], isCircle: false },
  ]);
});

test("what waits for work that nobody leads has no day and comes before what has one", () => {
  const chains = planChains([link("a", "2026-12-01", "b"), link("b", "2026-11-01"), link("c", "2026-09-01", "gap"), link("gap", null)]);

  expect(chains.map(({ ids, endsOn }) => [ids[0], endsOn])).toEqual([
    ["c", null],
    ["a", "2026-12-01"],
  ]);
});

test("work that waits for each other is shown once, as a circle, with what waits for it", () => {
  const pair = [link("a", "2026-09-10", "b"), link("b", "2026-09-11", "a")];

  expect(planChains(pair)).toMatchObject([{ ids: ["a", "b"], isCircle: true, endsOn: null }]);
  expect(planChains([...pair, link("c", "2026-09-12", "a")])).toMatchObject([{ ids: ["c", "a", "b"], isCircle: true }]);
});

/** The slow way: every walk from every piece of work, by the definition. */
function slowly(links: readonly Link[]): { ids: string[]; endsOn: string | null; tightIds: string[] }[] {
  const find = (id: string | null) => links.find((one) => one.id === id);
  const walk = (one: Link): Link[] => [one, ...(find(one.waitsForId) ? walk(find(one.waitsForId)!) : [])];
  const heads = links.filter((one) => find(one.waitsForId) && !links.some(({ waitsForId }) => waitsForId === one.id));
  return heads.map((head) => {
    const path = walk(head);
    const days = path.map(({ dueOn }) => dueOn);
    const isTight = ({ dueOn }: Link, at: number) => dueOn !== null && path.slice(at + 1).some((next) => next.dueOn !== null && next.dueOn > dueOn);
    return {
      ids: path.map(({ id }) => id),
      endsOn: days.includes(null) ? null : (days as string[]).toSorted().at(-1)!,
      tightIds: path.filter(isTight).map(({ id }) => id),
    };
  });
}

/** Work that waits only for work before it: no circles. */
const forest = fc
  .array(fc.tuple(fc.option(fc.integer({ min: 10, max: 30 })), fc.option(fc.nat())), { maxLength: 12 })
  .map((drawn) =>
    drawn.map(([day, at], index) =>
      link(
        `p${String(index).padStart(2, "0")}`,
        day === null ? null : `2026-09-${day}`,
        at === null || index === 0 ? null : `p${String(at % index).padStart(2, "0")}`,
      ),
    ),
  );

test("chains are those that walking by hand finds, and none that ends later stands behind one that ends earlier", () => {
  fc.assert(
    fc.property(forest, (links) => {
      const chains = planChains(links);
      const plain = chains.map(({ isCircle: _, ...chain }) => chain);
      const byHead = (one: { ids: readonly string[] }, other: { ids: readonly string[] }) => (one.ids[0]! < other.ids[0]! ? -1 : 1);

      expect(plain.toSorted(byHead)).toEqual(slowly(links).toSorted(byHead));
      const ends = chains.map(({ endsOn }) => endsOn ?? "9999-12-31");
      expect(ends).toEqual(ends.toSorted().toReversed());
    }),
    { seed: 20260909 },
  );
});
