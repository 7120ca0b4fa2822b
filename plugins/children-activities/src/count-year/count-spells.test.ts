import { expect, test } from "vitest";
import { countSpells } from "./count-spells.js";

const at = (time: string) => `2027-07-12T${time}Z`;
const alarm = (from: string, until: string | null, sessionId = "a") => ({ sessionId, fromAt: at(from), untilAt: until === null ? null : at(until) });

test("an alarm written anew at once, as other rules are broken, is the same one; one after a while is another", () => {
  const [two, alone, again] = [alarm("01:00:00", "01:10:20"), alarm("01:10:20", "01:20:40"), alarm("01:20:40", "01:30:00")];

  expect(countSpells([two, alone, again], at("05:00:00"))).toEqual({ count: 1, minutes: 30 });
  expect(countSpells([two, again], at("05:00:00"))).toEqual({ count: 2, minutes: 20 });
});

test("an alarm of another session that begins as one ends is its own, and one that goes on counts until now", () => {
  expect(countSpells([alarm("01:00:00", "01:10:00"), alarm("01:10:00", null, "b")], at("02:10:00"))).toEqual({ count: 2, minutes: 70 });
  expect(countSpells([], at("02:00:00"))).toEqual({ count: 0, minutes: 0 });
});
