import fc from "fast-check";
import { expect, test } from "vitest";
import { fillTurns } from "./fill-turns.js";

const ids = ["a", "b", "c", "d", "e", "f"];
const some = fc.subarray(ids);
const hour = (n: number): string => `2027-07-${String(12 + Math.floor(n / 24)).padStart(2, "0")}T${String(n % 24).padStart(2, "0")}:00:00.000Z`;
const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 4 })).map(([from, long]) => ({ startsAt: hour(from), endsAt: hour(from + long) }));
const session = fc.record({ at: span, seats: fc.nat(4), personIds: some, knownTo: some });
const meets = (a: { startsAt: string; endsAt: string }, b: { startsAt: string; endsAt: string }) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

test("each seat goes to whoever of those who may and can stands first in line, as walking the line by hand gives it (seed 8)", () => {
  const holds = (
    drawn: { at: { startsAt: string; endsAt: string }; seats: number; personIds: string[]; knownTo: string[] }[],
    past: string[][],
    busy: any[][],
  ) => {
    const sessions = drawn
      .map(({ at, ...rest }, i) => ({ id: `s${i}`, ...at, ...rest }))
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
    const people = ids.map((id, i) => ({ id, busy: busy[i]! }));
    const served = past.map((personIds, i) => ({ startsAt: hour(i), personIds }));

    let line = [...ids];
    const goes = (who: readonly string[]) => (line = [...line.filter((id) => !who.includes(id)), ...line.filter((id) => who.includes(id))]);
    for (const { personIds } of served) goes(personIds);
    const taken = new Map(people.map(({ id, busy: spans }) => [id, [...spans]]));
    const expected = sessions.map((one) => {
      const who = line.filter((id) => one.personIds.includes(id) && !taken.get(id)!.some((other) => meets(one, other))).slice(0, one.seats);
      for (const id of who) taken.get(id)!.push(one);
      goes(who);
      return { sessionId: one.id, personIds: who };
    });

    expect(fillTurns(people, served, sessions)).toEqual(expected);
  };

  fc.assert(
    fc.property(
      fc.array(session, { maxLength: 6 }),
      fc.array(some, { maxLength: 5 }),
      fc.array(fc.array(span, { maxLength: 2 }), { minLength: 6, maxLength: 6 }),
      holds,
    ),
    { seed: 8, numRuns: 150 },
  );
});
