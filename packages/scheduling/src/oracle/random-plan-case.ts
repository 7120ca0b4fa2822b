import type { Meeting, Problem } from "../problem.js";
import { DEFAULT_OBJECTIVE } from "../objective.js";
import { randomCase } from "./random-case.js";
import { drawFrom } from "./random-numbers.js";

/** A problem of a few meetings that share people and rooms, with pins and orders now and then. Everything that a meeting can say occurs. */
export function randomPlanCase(seed: number): Problem {
  const draw = drawFrom(seed ^ 0x1234567);
  const { problem } = randomCase(seed, 1);
  const ids = problem.people.map((person) => person.id);
  const isKnown = (id: string): boolean => ids.includes(id);
  const meetings: Meeting[] = [];
  for (let i = 0; i < 2 + draw(10); i++) {
    const { meeting } = randomCase(seed * 31 + i, 1);
    const roles = (meeting.roles ?? []).map((role) => ({ ...role, anyOf: (role.anyOf ?? []).filter(isKnown) })).filter((role) => role.anyOf.length > 0);
    const quorums = (meeting.quorums ?? []).map((quorum) => ({ ...quorum, of: quorum.of.filter(isKnown) })).filter((quorum) => quorum.of.length > 0);
    meetings.push({
      ...meeting,
      id: `m${i}`,
      minutes: Math.min(meeting.minutes, 120),
      required: (meeting.required ?? []).filter(isKnown),
      preferred: (meeting.preferred ?? []).filter((one) => isKnown(one.person)),
      roles,
      quorums,
      priority: 1 + draw(3),
      ...(i > 0 && draw(4) === 0 ? { after: [{ meeting: `m${draw(i)}`, gapMinutes: draw(2) * 60 }] } : {}),
    });
  }
  return {
    ...problem,
    meetings,
    objective: [
      ...DEFAULT_OBJECTIVE,
      { term: "overlap", level: "soft", weight: 3 },
      { term: "restDay", level: "soft", weight: 40 },
      { term: "largerRoomFirst", level: "soft", weight: 1 },
    ],
  };
}
