import type { Meeting, Problem, RoleNeed } from "../problem.js";
import { DEFAULT_OBJECTIVE } from "../objective.js";
import { randomCase } from "./random-case.js";
import { drawFrom } from "./random-numbers.js";

/** A problem of a few meetings that share people and rooms, with orders now and then. Everything that a meeting can say occurs. */
export function randomPlanCase(seed: number): Problem {
  const draw = drawFrom(seed ^ 0x1234567);
  const { problem } = randomCase(seed, 1);
  const ids = problem.people.map((person) => person.id);
  const isKnown = (id: string): boolean => ids.includes(id);
  const meetings: Meeting[] = [];
  for (let i = 0; i < 2 + draw(10); i++) {
    const {
      meeting: { pinned: _, ...meeting },
    } = randomCase(seed * 31 + i, 1);
    const roles = (meeting.roles ?? []).flatMap(({ anyOf, ...role }): RoleNeed[] => {
      const clerks = problem.people.filter((person) => person.roles?.includes(role.id)).length;
      const named = anyOf?.filter(isKnown);
      const most = named?.length ?? clerks;
      return most === 0 ? [] : [{ ...role, need: Math.min(most, role.need ?? 1), ...(named ? { anyOf: named } : {}) }];
    });
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
