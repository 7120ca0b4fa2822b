import { DEFAULT_OBJECTIVE } from "../objective.js";
import type { Meeting, Objective, Problem, RoleNeed } from "../problem.js";
import { drawFrom } from "./random-numbers.js";

type Draw = (below: number) => number;

const OBJECTIVES: readonly Objective[] = [
  DEFAULT_OBJECTIVE,
  [
    ...DEFAULT_OBJECTIVE,
    { term: "overlap", level: "soft", weight: 3 },
    { term: "restDay", level: "medium", weight: 40 },
    { term: "largerRoomFirst", level: "soft", weight: 1 },
  ],
  DEFAULT_OBJECTIVE.map((one) => (one.level === "hard" ? one : { ...one, level: one.level === "soft" ? "medium" : "soft" })),
];

function pick(draw: Draw, from: readonly string[], count: number): string[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(draw(left.length), 1)[0]!);
}

/** A role of a few or of all clerks (every third person), of whom one or two are needed. */
function role(draw: Draw, ids: readonly string[], r: number): RoleNeed {
  const anyOf = pick(draw, ids, 1 + draw(4));
  if (r === 0 && draw(4) === 0) return { id: "clerk", need: 1 + draw(2) };
  return { id: `r${r}`, anyOf, ...(draw(2) === 0 ? { need: Math.min(anyOf.length, 1 + draw(2)) } : {}) };
}

/** Every month on a day at or near those that are planned, some of which are holidays. */
function series(draw: Draw): Pick<Meeting, "series"> {
  const shift = (["skip", "next", "previous"] as const)[draw(3)]!;
  return { series: { on: { day: 24 + draw(4) }, shift, ...(draw(2) === 0 ? { at: "08:30" } : {}) } };
}

function meeting(draw: Draw, ids: readonly string[], i: number): Meeting {
  const odd = draw(12);
  return {
    ...(odd === 0 ? series(draw) : odd === 1 && i === 1 ? { pinned: { start: `2026-09-25T0${8 + draw(2)}:${["00", "15", "30"][draw(3)]}` } } : {}),
    id: `m${i}`,
    minutes: 15 * (1 + draw(5)),
    priority: 1 + draw(3),
    required: pick(draw, ids, draw(3)),
    roles: Array.from({ length: draw(3) }, (_, r) => role(draw, ids, r)),
    quorums: draw(2) === 0 ? [{ id: "q", of: pick(draw, ids, 3 + draw(6)), atLeast: [1, 2] }] : [],
    preferred: pick(draw, ids, draw(5)).map((person) => ({ person, weight: 1 + draw(3) })),
    ...(draw(3) === 0 ? { seats: 10 + draw(30) } : {}),
    ...(draw(6) === 0 ? { noVenue: true } : {}),
    ...(i > 0 && draw(5) === 0 ? { after: [{ meeting: `m${draw(i)}`, gapMinutes: draw(2) * 45 }] } : {}),
    ...(draw(8) === 0 ? { startEvery: 30 } : {}),
  };
}

/** Many short meetings of few people in one or two short days: overlaps, shared quorums and roles, buffers and orders all bind. */
export function densePlanCase(seed: number): Problem {
  const draw = drawFrom(seed);
  const ids = Array.from({ length: 6 + draw(12) }, (_, i) => `p${i}`);
  const date = (): string => `2026-09-${draw(2) === 0 ? 25 : 26}`;
  return {
    horizon: { start: "2026-09-25", days: 1 + draw(2), from: "08:00", to: ["10:00", "11:30", "13:00"][draw(3)]! },
    holidays: [{ year: 2026, days: draw(2) === 0 ? [] : [{ date: "2026-09-26", isOffDay: draw(2) === 0, name: "holiday" }] }],
    people: ids.map((id) => ({
      id,
      roles: Number(id.slice(1)) % 3 === 0 ? ["clerk"] : [],
      busy: draw(2) === 0 ? [{ from: `${date()}T08:00`, to: `${date()}T09:0${draw(10)}` }].filter((one) => one.from < one.to) : [],
    })),
    venues: Array.from({ length: draw(4) }, (_, v) => ({ id: `v${v}`, seats: 10 + draw(40), bufferMinutes: 15 * draw(3) })),
    meetings: Array.from({ length: 3 + draw(9) }, (_, i) => meeting(draw, ids, i)),
    objective: OBJECTIVES[draw(3)]!,
  };
}
