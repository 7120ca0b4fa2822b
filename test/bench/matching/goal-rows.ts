import type { PairingProblem } from "@lianxin/matching/integers";
import { makeDense } from "./make-dense.js";
import { makeRoster } from "./make-roster.js";
import { makeGeometric, makeUniform } from "./make-sparse.js";
import type { RivalName } from "./rival.js";

/** One speed goal: our CPU time on an instance as a share of a rival's. `cold` is the first call in a fresh process against the warm rival. */
export interface SpeedGoal {
  readonly id: string;
  readonly what: string;
  readonly rival: RivalName;
  readonly share: number;
  readonly cold?: true;
  readonly make: () => PairingProblem;
}

const twice = { rows: 878, columns: 856, each: 1, columnMin: 1, columnMax: 2, forbidden: 0.05 };
const makeTwice = () => makeDense(twice, 2);
const sparse10k = { rows: 10_000, columns: 10_000, degree: 20, columnMin: 1, columnMax: 1 };
const sparse100k = { rows: 100_000, columns: 100_000, degree: 20, columnMin: 1, columnMax: 1 };
const roster2k = { people: 2_000, shifts: 200, available: 20, heads: 12 };
const roster20k = { people: 20_000, shifts: 1_000, available: 20, heads: 24 };

/** The instance of the cold and warm rows for a small roster, which are in milliseconds rather than shares. */
export const makeSmallRoster = (): PairingProblem => makeRoster({ people: 200, shifts: 40, available: 16, heads: 4 }, 7);

/** Speed goals in the order they are run: quick ones first. */
export const speedGoals: readonly SpeedGoal[] = [
  {
    id: "dense",
    what: "856 × 878 dense, one to one",
    rival: "scipy",
    share: 0.6,
    make: () => makeDense({ rows: 856, columns: 878, each: 1, columnMin: 0, columnMax: 1, forbidden: 0 }, 1),
  },
  { id: "pairing", what: "878 elders, cadres take 1–2, 5 % forbidden", rival: "LEMON", share: 0.3, make: makeTwice },
  { id: "pairing-cold", what: "the same, first call in a fresh process", rival: "LEMON", share: 1, cold: true, make: makeTwice },
  {
    id: "two-each",
    what: "two cadres for each elder, cadres take 1–3",
    rival: "LEMON",
    share: 0.7,
    make: () => makeDense({ ...twice, each: 2, columnMax: 3 }, 3),
  },
  {
    id: "capacity",
    what: "10,000 × 3,000, columns take 1–5, sparse",
    rival: "LEMON",
    share: 0.6,
    make: () => makeUniform({ rows: 10_000, columns: 3_000, degree: 20, columnMin: 1, columnMax: 5 }, 4),
  },
  { id: "geometric-10k", what: "10,000 sparse, geometric", rival: "LEMON", share: 0.2, make: () => makeGeometric(sparse10k, 5) },
  { id: "uniform-10k", what: "10,000 sparse, uniform", rival: "LEMON", share: 0.4, make: () => makeUniform(sparse10k, 6) },
  { id: "roster-2k", what: "roster 2,000 × 200", rival: "LEMON", share: 1.2, make: () => makeRoster(roster2k, 8) },
  { id: "roster-20k", what: "roster 20,000 × 1,000", rival: "LEMON", share: 0.8, make: () => makeRoster(roster20k, 9) },
  { id: "uniform-100k", what: "100,000 sparse (2 M pairs), uniform", rival: "LEMON", share: 0.12, make: () => makeUniform(sparse100k, 10) },
  { id: "geometric-100k", what: "100,000 sparse (2 M pairs), geometric", rival: "LEMON", share: 0.03, make: () => makeGeometric(sparse100k, 11) },
];
