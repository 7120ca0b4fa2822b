import { expect, test } from "vitest";
import { joinRota } from "./join-rota.js";

type Row = Parameters<typeof joinRota>[0][0];
const at = (time: string): string => `2026-09-14T${time}:00.000Z`;
const all = ["A", "B", "C"].map((id) => ({ id, title: id, createdAt: at("01:00") }));
const never: Row = { joinedRotaAt: null, leftRotaAt: null, takenOffAt: null, rotaSeriesIds: null, leftSeries: null };
const yes = (time: string, rotaSeriesIds: string[] | null, more: Partial<Row> = {}): Row => ({ ...never, joinedRotaAt: at(time), rotaSeriesIds, ...more });
const left = (time: string, rotaSeriesIds: string[] | null): Row => ({ ...never, leftRotaAt: at(time), rotaSeriesIds });
const both = (one: Row, other: Row) => [joinRota([one, other], all), joinRota([other, one], all)];

test("a yes to each of two series is a yes to both, and to none where neither was asked", () => {
  expect(both(yes("09:00", ["A"]), yes("10:00", ["B"])).map(({ rotaSeriesIds }) => [...rotaSeriesIds!].sort())).toEqual([
    ["A", "B"],
    ["A", "B"],
  ]);
  expect(joinRota([never, never], all)).toEqual({ ...never, rotaSeriesIds: [] });
});

test("a later yes to one series brings nobody back to another they had left", () => {
  for (const joined of both(yes("10:00", ["A"]), left("09:30", ["B"]))) expect(joined).toEqual({ ...yes("10:00", ["A"]), leftSeries: { B: at("09:30") } });
});

test("a later no to all is one, and what they come back to is what both were on", () => {
  for (const joined of both(yes("10:00", ["A"]), left("11:00", ["B"]))) {
    expect(joined).toMatchObject({ joinedRotaAt: null, leftRotaAt: at("11:00"), leftSeries: null });
    expect([...joined.rotaSeriesIds!].sort()).toEqual(["A", "B"]);
  }
});

test("a no to one series yields to a later yes to it, and stands against an earlier one, or where it is not known which is later", () => {
  const gone = yes("08:00", ["B"], { leftSeries: { A: at("09:00") } });
  const asked = (kept: Row) => both(kept, gone).map(({ rotaSeriesIds, leftSeries }) => [[...rotaSeriesIds!].sort(), leftSeries]);

  expect(asked(yes("10:00", ["A"]))).toEqual(Array(2).fill([["A", "B"], null]));
  expect(asked(yes("08:30", ["A"]))).toEqual(Array(2).fill([["B"], { A: at("09:00") }]));
  expect(asked(yes("10:00", ["A", "C"]))).toEqual(Array(2).fill([["B", "C"], { A: at("09:00") }]));
});

test("who said no to each of the two since is off the rota, as of the later one", () => {
  for (const joined of both(yes("08:00", ["A"], { leftSeries: { B: at("09:00") } }), yes("08:00", ["B"], { leftSeries: { A: at("09:30") } })))
    expect(joined).toEqual({ ...never, takenOffAt: at("09:30"), rotaSeriesIds: [], leftSeries: { A: at("09:30"), B: at("09:00") } });
});

test("a yes from before it was kept by series is read by when it was said, also of who has left", () => {
  for (const joined of both(never, left("09:00", null))) expect(joined).toMatchObject({ leftRotaAt: at("09:00"), rotaSeriesIds: ["A", "B", "C"] });
});
