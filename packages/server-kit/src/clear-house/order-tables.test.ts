import { col, table } from "@lianxin/plugin-kit";
import { expect, test } from "vitest";
import { planEmptying } from "./order-tables.js";

const street = table("x_street", { id: col.id() });
const house = table("x_house", { id: col.id(), streetId: col.ref("x_street"), annexOf: col.ref("x_house").nullable() });
const room = table("x_room", { id: col.id(), houseId: col.ref("x_house"), keyId: col.ref("y_key") });

test("empties whoever points before what is pointed at, and heeds neither itself nor foreign tables", () => {
  expect(planEmptying([street, house, room])).toEqual({ loosen: [], order: ["x_room", "x_house", "x_street"] });
  expect(planEmptying([])).toEqual({ loosen: [], order: [] });
});

test("loosens what may be empty in a circle, and nothing outside it", () => {
  const hen = table("x_hen", { id: col.id(), eggId: col.ref("x_egg").nullable(), streetId: col.ref("x_street").nullable() });
  const egg = table("x_egg", { id: col.id(), henId: col.ref("x_hen") });

  const { loosen, order } = planEmptying([hen, egg, room, house]);

  expect(loosen).toEqual([{ table: "x_hen", columns: ["eggId"] }]);
  expect(order.indexOf("x_egg")).toBeLessThan(order.indexOf("x_hen"));
  expect([...order].sort()).toEqual(["x_egg", "x_hen", "x_house", "x_room"]);
});

test("says which tables need each other", () => {
  const hen = table("x_hen", { id: col.id(), eggId: col.ref("x_egg") });
  const egg = table("x_egg", { id: col.id(), henId: col.ref("x_hen") });

  expect(() => planEmptying([street, hen, egg])).toThrow("These tables need each other: x_hen, x_egg.");
});
