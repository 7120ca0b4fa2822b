import fc from "fast-check";
import { expect, test } from "vitest";
import { clockAgenda, tellTitles, turnsOf, type Placed } from "./clock-agenda.js";
import { placeItems } from "./place-items.js";

const wall = { id: "a", parentId: null, minutes: 5, title: "挡土墙" };
const agenda = [
  wall,
  { id: "b", parentId: "a", minutes: 20, title: "怎么拆" },
  { id: "c", parentId: "a", minutes: 15, title: "谁出钱" },
  { id: "d", parentId: "c", minutes: 10, title: "维修资金" },
  { id: "e", parentId: null, minutes: 30, title: "停车" },
];
const anAgenda = fc.array(fc.record({ up: fc.nat(3), minutes: fc.integer({ min: 5, max: 60 }) }), { minLength: 1, maxLength: 12 }).map((rows) => {
  const under = rows.map(({ up }, i) => (up === 0 || i === 0 ? undefined : i - 1 - (up % i)));
  const depthOf = (i: number): number => (under[i] === undefined ? 0 : depthOf(under[i]) + 1);
  return rows.map(({ minutes }, i) => ({ minutes, ...(depthOf(i) < 3 && under[i] !== undefined && { under: under[i] }) }));
});

test("items under an item follow it, are numbered under it and take their turn after its own minutes", () => {
  const turns = turnsOf("2026-09-09T07:00:00.000Z", agenda);

  expect(turns.map(({ number, depth, startsAt }) => [number, depth, startsAt!.slice(11, 16)])).toEqual([
    ["1", 0, "07:00"],
    ["1.1", 1, "07:05"],
    ["1.2", 1, "07:25"],
    ["1.2.1", 2, "07:40"],
    ["2", 0, "07:50"],
  ]);
  expect([clockAgenda(agenda).get("a")!.end, turns.at(-1)!.endsAt]).toEqual([50, "2026-09-09T08:20:00.000Z"]);
});

test("a meeting without a time has an order and no times", () => {
  expect(turnsOf(null, [wall])).toEqual([{ ...wall, number: "1", depth: 0, startsAt: null, endsAt: null }]);
});

test("a notice names the items under no other, with what is under them in brackets", () => {
  expect(tellTitles(agenda)).toEqual(["挡土墙（怎么拆、谁出钱、维修资金）", "停车"]);
});

test("however an agenda is nested, nothing is lost, nobody stands before what they are under, and the clock has no gap", () => {
  fc.assert(
    fc.property(anAgenda, (items) => {
      const order = placeItems(items);
      const placed: Placed[] = order.map(({ index, parent }) => ({
        id: `${index}`,
        parentId: parent === null ? null : `${parent}`,
        minutes: items[index]!.minutes,
      }));
      const clocked = clockAgenda(placed);
      const clocks = placed.map(({ id }) => clocked.get(id)!);

      expect(order.map(({ index }) => index).sort((a, b) => a - b)).toEqual(items.map((_, i) => i));
      expect([clocks[0]!.from, clocks.at(-1)!.to]).toEqual([0, items.reduce((sum, { minutes }) => sum + minutes, 0)]);
      for (const [i, { from }] of clocks.entries()) if (i > 0) expect(from).toBe(clocks[i - 1]!.to);
      for (const { id, parentId } of placed) {
        const [own, above] = [clocked.get(id)!, clocked.get(parentId ?? "")];
        if (above) expect([own.from >= above.to, own.end <= above.end, own.number.startsWith(`${above.number}.`)]).toEqual([true, true, true]);
      }
    }),
    { seed: 6 },
  );
});

test.each([
  ["itself", [{ under: 0 }]],
  ["a later one", [{}, { under: 2 }, {}]],
  ["three others", [{}, { under: 0 }, { under: 1 }, { under: 2 }]],
])("an item under %s is refused by its field", (_, items) => {
  expect(() => placeItems(items)).toThrow(
    expect.objectContaining({ code: "meetings.underWrong", field: `body.items.${items.findLastIndex((one) => "under" in one)}.under` }),
  );
});
