import fc from "fast-check";
import { expect, test } from "vitest";
import { addMinutes } from "../tell-time/tell-time.js";
import { addAwakeMinutes, awakeAt } from "./quiet-hours.js";

const zone = "Asia/Shanghai";
const quiet = { from: "22:00", until: "07:00" };
const at = (time: string) => `2026-09-16T${time}:00.000Z`;

test("at night letters wait until seven, by day they go at once", () => {
  expect(awakeAt(at("14:30"), quiet, zone)).toBe("2026-09-16T23:00:00.000Z");
  expect(awakeAt(at("22:59"), quiet, zone)).toBe("2026-09-16T23:00:00.000Z");
  expect(awakeAt(at("01:00"), quiet, zone)).toBe(at("01:00"));
  expect(awakeAt(at("14:30"), { from: "00:00", until: "00:00" }, zone)).toBe(at("14:30"));
});

test("two hours to answer that begin at nine in the evening end at eight in the morning", () => {
  expect(addAwakeMinutes(at("13:00"), 120, quiet, zone)).toBe("2026-09-17T00:00:00.000Z");
  expect(addAwakeMinutes(at("01:00"), 120, quiet, zone)).toBe(at("03:00"));
});

test("waking minutes are counted one by one: the oracle walks through the nights (seed 20261127)", () => {
  const time = fc.integer({ min: 0, max: 47 }).map((half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
  const holds = (from: string, until: string, start: number, minutes: number) => {
    const hours = { from, until };
    const begin = addMinutes(at("00:00"), start * 30);
    let [walked, left] = [awakeAt(begin, hours, zone), minutes];
    while (left > 0) {
      if (awakeAt(walked, hours, zone) === walked) left -= 30;
      walked = addMinutes(walked, 30);
    }

    expect(addAwakeMinutes(begin, minutes, hours, zone)).toBe(walked);
  };

  fc.assert(
    fc.property(time, time, fc.nat(95), fc.integer({ min: 1, max: 40 }), (from, until, start, halves) => holds(from, until, start, halves * 30)),
    { seed: 20261127, numRuns: 200 },
  );
});
