import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addMinutes } from "../tell-time/tell-time.js";
import { codeAt, codeNow, momentOf } from "./rotating-code.js";

const day = { id: "d", startsAt: "2026-09-17T00:30:00.000Z", endsAt: "2026-09-17T02:30:00.000Z" };
const at = (now: string, key = "house") => ({
  blind: (value: string) => createHmac("sha256", key).update(value).digest("base64url"),
  clock: { now: () => now, today: () => now.slice(0, 10), zone: "Asia/Shanghai" },
});

test("the code of a minute proves that minute, though it is sent an hour later (seed 20261127)", () => {
  const holds = (minute: number, later: number) => {
    const shown = addMinutes("2026-09-16T23:30:00.000Z", minute);
    const code = codeNow(at(shown), day.id);

    const read = momentOf(at(addMinutes(shown, later)), day, code);

    // Six digits may come twice in a morning; then the later minute counts, never one that has not come.
    expect(read! >= shown && read! <= addMinutes(shown, later)).toBe(true);
    expect(codeNow(at(read!), day.id)).toBe(code);
  };

  fc.assert(fc.property(fc.nat(179), fc.nat(120), holds), { seed: 20261127, numRuns: 60 });
});

test("the code changes each minute, and that of another day, another house or a minute to come is worth nothing", () => {
  const now = "2026-09-17T00:30:20.000Z";
  const codes = Array.from({ length: 120 }, (_, i) => codeNow(at(addMinutes(now, i)), day.id));

  expect(new Set(codes).size).toBeGreaterThan(115);
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  const ahead = codeNow(at(addMinutes(now, 30)), day.id);
  expect([momentOf(at(now), day, ahead), momentOf(at(now, "other"), day, codes[0]!), momentOf(at(now), { ...day, id: "e" }, codes[0]!)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(codeAt(at(now), "d", 0)).not.toBe(codeAt(at(now), "d", 1));
});
