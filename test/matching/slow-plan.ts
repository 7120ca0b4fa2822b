import type { PlanProblem } from "@lianxin/matching";

/** As many people as places, every pair possible at costs of 0 to 6, and a slack within which many plans are: hundreds of solves for the proof. */
export function slowPlan(size: number): PlanProblem {
  const ids = Array.from({ length: size }, (_, k) => k);
  return {
    format: "lianxin-match/1",
    people: ids.map((k) => ({ id: `p${k}` })),
    places: ids.map((k) => ({ id: `q${k}` })),
    wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }],
    pairs: ids.flatMap((q) => ids.map((p) => ({ person: `p${p}`, place: `q${q}`, amounts: { far: (q * 17 + p * p * 5 + q * p * 3) % 7 } }))),
    previous: ids.map((k) => ({ person: `p${k}`, place: `q${(k + 2) % size}` })),
    keep: { mode: "slack", slack: size / 2 },
  };
}
