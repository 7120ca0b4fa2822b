import type { Venue } from "../problem.js";
import { drawBelow, drawSome, type Random } from "../random.js";

/** A council: its members and, for each role, the holders, as numbers of people. */
export interface Body {
  readonly members: readonly number[];
  readonly roles: readonly (readonly number[])[];
}

/** Bodies of 15–21 members out of neighbouring people (a community), one member in ten from somewhere else; 2–5 roles of 1–6 holders of that community. */
export function generateBodies(random: Random, people: number): Body[] {
  return Array.from({ length: Math.floor(people / 20) }, (_, b) => {
    const community = Array.from({ length: 20 }, (_, i) => b * 20 + i);
    const size = 15 + drawBelow(random, 7);
    const own = drawSome(random, community, Math.min(size, 18));
    const guests = Array.from({ length: size - own.length + 1 }, () => drawBelow(random, people)).filter((guest) => !community.includes(guest));
    const members = [...new Set([...own, ...guests])];
    const roles = Array.from({ length: 2 + drawBelow(random, 4) }, () => drawSome(random, community, 1 + drawBelow(random, 6)));
    return { members, roles };
  });
}

/** Rooms in three sites, open 08:00–21:00 daily; the first seats everyone. */
export function generateWorldVenues(random: Random, count: number): Venue[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `venue-${i}`,
    seats: i === 0 ? 40 : [20, 24, 30, 40, 60][drawBelow(random, 5)]!,
    site: `site-${i % 3}`,
    bufferMinutes: drawBelow(random, 3) * 15,
    equipment: drawBelow(random, 2) === 0 ? ["projector"] : [],
  }));
}
