import fc from "fast-check";
import type { NetworkProblem } from "../solve-network/network-problem.js";

/** Random networks of at most six nodes with lower bounds, negative costs and parallel arcs, often without any flow. */
export function smallNetworks(): fc.Arbitrary<NetworkProblem> {
  return fc.integer({ min: 2, max: 6 }).chain((nodes) =>
    fc
      .record({
        arcs: fc.array(
          fc.record({
            from: fc.nat(nodes - 1),
            to: fc.nat(nodes - 1),
            lower: fc.constantFrom(0, 0, 0, 1, 2),
            room: fc.nat(4),
            cost: fc.integer({ min: -9, max: 30 }),
          }),
          { maxLength: 14 },
        ),
        supply: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: nodes - 1, maxLength: nodes - 1 }),
      })
      .map(({ arcs, supply }) => ({
        nodes,
        from: Int32Array.from(arcs, (a) => a.from),
        to: Int32Array.from(arcs, (a) => a.to),
        lower: Float64Array.from(arcs, (a) => a.lower),
        upper: Float64Array.from(arcs, (a) => a.lower + a.room),
        cost: Int32Array.from(arcs, (a) => a.cost),
        supply: Float64Array.from([...supply, -supply.reduce((sum, s) => sum + s, 0)]),
      })),
  );
}
