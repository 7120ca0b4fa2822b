import { expect, test } from "vitest";
import { bodyTemplates } from "./body-templates.js";
import { addPerson, countSeats, startParties } from "./party-drafts.js";

const suggested = bodyTemplates[0]!.parties.map(({ name, ...party }) => ({ ...party, nameZh: name.zh, nameEn: name.en }));

test("a template gives its parties in the reader's language, empty", () => {
  expect(startParties(suggested, "zh-CN").map(({ name, wanted }) => `${name}${wanted}`)).toEqual([
    "社区1",
    "业委会1",
    "物业1",
    "网格长1",
    "党员代表2",
    "居民代表15",
    "职能部门1",
  ]);
  expect(startParties(suggested, "en")[1]!.name).toBe("Owners' committee");
});

test("who is added to a second party leaves the first, and seats without a vote are not counted", () => {
  const person = { id: "p", name: "吴琴" };

  const parties = addPerson(addPerson(startParties(suggested, "zh-CN"), 0, person), 2, person);

  expect(parties.map(({ people }) => people.length)).toEqual([0, 0, 1, 0, 0, 0, 0]);
  expect([countSeats(parties), countSeats(addPerson(parties, 6, person))]).toEqual([1, 0]);
});
