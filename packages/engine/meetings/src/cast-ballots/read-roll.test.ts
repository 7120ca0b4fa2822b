import fc from "fast-check";
import { expect, test } from "vitest";
import { joinOwners, readRollText } from "./read-roll.js";

test("a list pasted from a table gives a unit a line with its area", () => {
  expect(readRollText("1栋101\t109.53\n1栋 102 ，88.5㎡\n\n  2栋203  ９０ \n李建平", true)).toEqual([
    { label: "1栋101", area: "109.53" },
    { label: "1栋 102", area: "88.5m2" },
    { label: "2栋203", area: "90" },
    { label: "李建平" },
  ]);
});

test("whose it is stands behind the area, and a number in the name of a unit is no area", () => {
  expect(readRollText("1栋101\t109.53\t何志远\n1栋 102 室 88.5 ㎡ 周兰\n1栋103，90，古丽 巴哈尔", true)).toEqual([
    { label: "1栋101", area: "109.53", owner: "何志远" },
    { label: "1栋 102 室", area: "88.5 m2", owner: "周兰" },
    { label: "1栋103", area: "90", owner: "古丽 巴哈尔" },
  ]);
});

test("where no area is weighed, whose it is stands behind a tab or a comma, and spaces belong to the name", () => {
  expect(readRollText("1栋 102 室\n1栋103\t何志远\n第三小组，周兰", false)).toEqual([
    { label: "1栋 102 室" },
    { label: "1栋103", owner: "何志远" },
    { label: "第三小组", owner: "周兰" },
  ]);
});

test("several flats of one owner become one line with their areas added up, in the place of the first", () => {
  const pasted = "1栋101\t109.53\t何志远\n1栋102\t88.5\t周兰\n2栋203\t90.4\t何志远\n3栋301\t约90\t何志远\n3栋302\t77";

  expect(joinOwners(pasted)).toBe("1栋101、2栋203\t199.93\t何志远\n1栋102\t88.5\t周兰\n3栋301\t约90\t何志远\n3栋302\t77");
});

test("joining loses no area and leaves an owner one line, however the list is mixed", () => {
  const line = fc.record({ flat: fc.nat(999), hundredths: fc.integer({ min: 1, max: 99_999 }), owner: fc.constantFrom("何志远", "周兰", "古丽 巴哈尔", "") });
  fc.assert(
    fc.property(fc.uniqueArray(line, { selector: ({ flat }) => flat, maxLength: 12 }), (flats) => {
      const asText = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
      const after = readRollText(joinOwners(flats.map((f) => `房${f.flat}\t${asText(f.hundredths)}\t${f.owner}`).join("\n")), true);

      const cents = after.reduce((sum, { area }) => sum + Math.round(Number(area) * 100), 0);
      const owners = after.flatMap(({ owner }) => owner ?? []);
      expect(cents).toBe(flats.reduce((sum, { hundredths }) => sum + hundredths, 0));
      expect(new Set(owners).size).toBe(owners.length);
      expect(after.flatMap(({ label }) => label.split("、")).sort()).toEqual(flats.map(({ flat }) => `房${flat}`).sort());
    }),
  );
});
