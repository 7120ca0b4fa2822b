import { planRota } from "@lianxin/volunteer-days/rota";
import type { BenchRow } from "../run/bench.js";

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** So many people, one in `leads` of whom may lead, and so many sessions of sites with a leader and four members. */
function problemOf(people: number, sites: number, sessions: number, leads: number) {
  const siteIds = range(sites).map((i) => `s${i}`);
  const post = (siteId: string, kind: "leader" | "member", least: number, most: number) => ({
    id: `${siteId} ${kind}`,
    siteId,
    kind,
    least,
    most,
    isAdultsOnly: false,
    skill: null,
  });
  return {
    people: range(people).map((i) => ({
      id: `p${i}`,
      mayLead: i % leads === 0,
      isAdult: true,
      knownSiteIds: i % 3 === 0 ? [siteIds[i % sites]!] : [],
      skills: [],
    })),
    past: [],
    days: range(sessions).map((n) => ({
      dayId: `d${n}`,
      posts: siteIds.flatMap((id) => [post(id, "leader", 1, 1), post(id, "member", 3, 4)]),
      awayIds: new Set<string>(),
      held: [],
      heldNext: [],
    })),
  };
}

function median(work: () => unknown, runs: number): number {
  work();
  const times = range(runs).map(() => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Number(times.sort((a, b) => a - b)[Math.floor(runs / 2)]!.toFixed(1));
}

export function benchRota(): readonly BenchRow[] {
  const story = problemOf(60, 12, 10, 4);
  const large = problemOf(2000, 100, 1, 8);
  const [small, big] = [median(() => planRota(story), 15), median(() => planRota(large), 3)];
  return [
    {
      id: "volunteer.rota.story",
      what: "60 people × 12 sites × 10 Thursdays, proved optimal session by session",
      figure: small,
      unit: "ms",
      goal: "≤ 50",
      holds: small <= 50,
    },
    { id: "volunteer.rota.large", what: "2,000 people × 200 posts of 100 sites, one session", figure: big, unit: "ms", goal: "≤ 1000", holds: big <= 1000 },
  ];
}
