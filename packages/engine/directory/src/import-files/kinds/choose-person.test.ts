import fc from "fast-check";
import { expect, test } from "vitest";
import { choosePerson } from "./choose-person.js";
import type { KnownPerson } from "./known-people.repository.js";

const aKnown = (part: Partial<KnownPerson>): KnownPerson => ({
  id: "1",
  nameKey: "张桂英",
  distinction: null,
  placeId: "a",
  placePath: "/a/",
  homePath: "/a/",
  birthYear: null,
  sex: null,
  version: 1,
  channels: [],
  roles: [],
  aliases: [],
  ...part,
});
const phone = (index: string) => ({ channels: [{ kind: "phone", index }] });

test("the phone decides, whatever the place says", () => {
  const [one, two] = [aKnown({ id: "1", ...phone("p1") }), aKnown({ id: "2", placeId: "b", ...phone("p2") })];

  expect(choosePerson([one, two], { phoneIndex: "p1", placeId: "b" })).toEqual({ person: one });
});

test("another phone is another person", () => {
  expect(choosePerson([aKnown(phone("p1"))], { phoneIndex: "p2", placeId: "a" })).toEqual({ isNew: true });
});

test("a note tells people of one name apart", () => {
  const [one, two] = [aKnown({ id: "1", distinction: "3栋" }), aKnown({ id: "2", distinction: "6栋" })];

  expect(choosePerson([one, two], { distinction: "6栋" })).toEqual({ person: two });
  expect(choosePerson([one, two], { distinction: "9栋" })).toEqual({ isNew: true });
  expect(choosePerson([one, two], {})).toEqual({ isAmbiguous: true });
});

test("who a line was stored as is whom the same line finds again", () => {
  const plate = fc.record({
    phoneIndex: fc.option(fc.constantFrom("p1", "p2", "p3"), { nil: undefined }),
    placeId: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
    distinction: fc.option(fc.constantFrom("甲", "乙"), { nil: undefined }),
  });

  fc.assert(
    fc.property(fc.array(plate, { maxLength: 6 }), (lines) => {
      const stored: KnownPerson[] = [];
      for (const [i, line] of lines.entries()) {
        const chosen = choosePerson(stored, line);
        if (!("isNew" in chosen)) continue;
        const person = aKnown({
          id: String(i),
          placeId: line.placeId ?? "top",
          distinction: line.distinction ?? null,
          ...(line.phoneIndex ? phone(line.phoneIndex) : {}),
        });
        stored.push(person);
        const again = choosePerson(stored, line);
        expect("isNew" in again).toBe(false);
      }
    }),
    { seed: 20261124 },
  );
});
