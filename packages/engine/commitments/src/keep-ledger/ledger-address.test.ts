import fc from "fast-check";
import { expect, test } from "vitest";
import { filterNames } from "./filter-names.js";
import { readView, writeView } from "./ledger-address.js";

test("what an address was written from is read back from it", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 20 });
  const views = fc.record({
    filter: fc.constantFrom(...filterNames),
    search: words,
    organizationId: words,
    meetingId: words,
    closedIn: fc.oneof(fc.constant(""), fc.integer({ min: 2000, max: 2099 }).map(String)),
    stale: fc.boolean(),
    page: fc.nat(500),
  });
  fc.assert(
    fc.property(views, (view) => {
      const query = Object.fromEntries(new URL(writeView(view), "http://localhost").searchParams);

      expect(readView(query)).toEqual(view);
    }),
    { seed: 20260914, numRuns: 300 },
  );
});

test("a wrong filter or page in an address means everything from the start", () => {
  expect(readView({ filter: "'; drop", closedIn: "now", page: "-3" })).toEqual({
    ...{ filter: "all", search: "", organizationId: "", meetingId: "", closedIn: "", stale: false, page: 0 },
  });
  expect(writeView(readView({}))).toBe("/commitments");
});
