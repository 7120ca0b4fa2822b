import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Commitments } from "./commitments.js";
import server from "./server.js";
import { aCommitment } from "./testing.js";

let app: Running;
let community: SetUp;
let promise: { ownerOrganizationId: string; ownerId: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-09T15:30" });
  community = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  promise = { ownerOrganizationId: await anOrganization(app), ownerId: await aPerson(app, { fullName: "吴琴", account: "wu" }) };
});
afterEach(() => app.close());

const ask = <T>(question: (commitments: Commitments) => Promise<T>) => app.write("commitments", (ctx) => question(ctx.services.others));

test("a meeting reads its parts in their order, and its old business overdue first", async () => {
  const source = { kind: "meetings.decision", id: "d1", meetingId: "m1", title: "挡土墙" };
  const [first, second, third] = await ask((commitments) =>
    commitments.openParts(
      source,
      ["拆除", "方案", "意见"].map((title) => ({ title, standard: "办好", placePath: community.path })),
    ),
  );
  await ask((commitments) =>
    commitments.commit(first!, { ...promise, origin: "claimed", supportingOrganizationIds: [], dueOn: "2026-12-20", conditions: null, verifierId: null }),
  );
  await ask((commitments) =>
    commitments.commit(second!, { ...promise, origin: "assigned", supportingOrganizationIds: [], dueOn: "2026-09-30", conditions: null, verifierId: null }),
  );
  await ask((commitments) => commitments.deferPart(third!, "等上级", "2026-11-03"));
  app.ports.setTime("2026-10-13T09:00");

  const [cards, old] = [await ask((commitments) => commitments.partsOfMeeting("m1")), await ask((commitments) => commitments.unfinishedAt(community.path))];

  expect(cards.map((card) => [card.title, card.commitment?.light ?? null, card.deferred])).toEqual([
    ["拆除", "todo", null],
    ["方案", "late", null],
    ["意见", null, { reason: "等上级", reviewOn: "2026-11-03" }],
  ]);
  expect(cards[1]!.commitment).toMatchObject({ daysLate: 8, isLatenessKnown: true, origin: "assigned", source });
  expect(old.map((card) => card.title)).toEqual(["方案", "拆除", "意见"]);
});

test("the check-ups find nothing in a ledger that only services wrote", async () => {
  await aCommitment(app, { ...promise, dueOn: "2026-09-20" });

  const found = [];
  for (const checkup of server.checkups) found.push(...(await app.write("commitments", (ctx) => checkup.run(ctx))));

  expect(found).toEqual([]);
});

test("the check-ups name a verifier who is the owner, by whatever way it got there", async () => {
  const { id } = await aCommitment(app, { ...promise, dueOn: "2026-09-20" });
  await app.write("commitments", (ctx) => ctx.db.updateTable("commitments_commitment").set({ verifierId: promise.ownerId }).where("id", "=", id).execute());

  const found = await app.write("commitments", (ctx) => server.checkups.find((checkup) => checkup.id === "verifier-is-another")!.run(ctx));

  expect(found).toEqual([id]);
});
