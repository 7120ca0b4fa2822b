import { anOrganization, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aBody, aMeeting } from "../testing.js";
import { recorderOf, type Recorder } from "./test-recorder.js";

interface Part {
  readonly id: string;
  readonly title: string;
  readonly owner: { readonly organization: string; readonly person: string } | null;
  readonly search: { readonly until: string; readonly fallback: string } | null;
}
const needs = Array.from({ length: 18 }, (_, i) => ({ title: `需求 ${i + 1}`, standard: `第 ${i + 1} 项办到位` }));
const missing = needs.slice(12).map(({ title }) => title);
let council: Council<Running>;
let units: { id: string; personId: string; name: string }[];
let meetingId: string;
let bodyId: string;
let recorder: Recorder;

/** An alliance of 31 units; its meeting of Friday 2026-12-25 is open and has taken up a list of 18 needs. */
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const { app, people, organizations } = council;
  units = [];
  for (let i = 1; i <= 31; i++) {
    const name = `第 ${i} 家单位`;
    units.push({ name, id: await anOrganization(app, { name, kind: "department" }), personId: await aPerson(app, { fullName: `联络员${i}` }) });
  }
  const members = units.map(({ id, personId, name }) => ({ name, organizationId: id, seats: [{ personId }] }));
  const office = { name: "社区", organizationId: organizations["社区"]!, isNeeded: true, seats: [{ personId: people["王秀珍"]! }] };
  bodyId = await aBody(app, { parties: [office, ...members], template: "coordination", name: "党建联盟" });
  app.ports.setTime("2026-12-18T09:00");
  meetingId = await aMeeting(app, { bodyId, items: [{ title: "第四季度需求清单", minutes: 60 }], startsAt: "2026-12-25T09:30" });
  app.ports.setTime("2026-12-25T09:30");
  recorder = recorderOf(app, meetingId);
  await recorder.comeIn(25);
  await recorder.send({ kind: "open" });
});
afterEach(() => council.app.close());

async function openNeeds(): Promise<Part[]> {
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "认领第四季度需求清单" })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "consent", motionId, attending: 25 })).body.outcomes[0].id;
  return (await recorder.send({ kind: "openParts", decisionId, parts: needs })).body.room.parts;
}
const claim = (partId: string, { id, personId }: (typeof units)[number]) => ({
  ...{ kind: "claim", partId, origin: "claimed", ownerOrganizationId: id, ownerId: personId, dueOn: "2027-03-20", supportingOrganizationIds: [] },
});
const seek = (partId: string) => ({ kind: "seekOwner", partId, until: "2026-12-30", fallback: "street" });

/** Twelve take a need each at the table; for the others a lead is looked for until 12-30, then the street is told. */
async function hold(): Promise<void> {
  const parts = await openNeeds();
  for (const [i, { id }] of parts.slice(0, 12).entries()) await recorder.send(claim(id, units[i]!));
  for (const { id } of parts.slice(12)) await recorder.send(seek(id));
  await recorder.send({ kind: "close" });
}
const call = (path: string, params: Record<string, string>, more: object = {}) => council.app.call(path, { params, ...more });

test("twelve of eighteen needs are claimed at the table, and the meeting does not close before each of the six others has a day and a way on", async () => {
  const parts = await openNeeds();
  for (const [i, { id }] of parts.slice(0, 12).entries()) await recorder.send(claim(id, units[i]!));

  const early = await recorder.send({ kind: "close" });
  for (const { id } of parts.slice(12)) await recorder.send(seek(id));
  const closed = await recorder.send({ kind: "close" });

  expect([early.status, early.body.code, early.body.message]).toEqual([409, "meetings.partsWithoutOwner", `还有 6 项没有人牵头：${missing.join("、")}`]);
  const shown: Part[] = closed.body.room.parts;
  expect(shown.filter(({ owner }) => owner !== null).map(({ title, owner }) => [title, owner!.organization, owner!.person])).toEqual(
    needs.slice(0, 12).map(({ title }, i) => [title, `第 ${i + 1} 家单位`, `联络员${i + 1}`]),
  );
  expect(shown.filter(({ owner }) => owner === null).map(({ title, search }) => [title, search!.until, search!.fallback])).toEqual(
    missing.map((title) => [title, "2026-12-30", "street"]),
  );
});

test("a unit without a person cannot claim", async () => {
  const [first] = await openNeeds();
  const { ownerId: _, ...bare } = claim(first!.id, units[0]!);
  const stranger = claim(first!.id, { ...units[0]!, personId: "nobody" });

  const [unitOnly, unknown] = [await recorder.send(bare), await recorder.send(stranger)];

  expect([unitOnly.status, unknown.status, (await recorder.room()).body.parts[0].owner]).toEqual([400, 422, null]);
});

test("the six gaps stay in sight: on top of the ledger, in the minutes and the record, and on the public page", { timeout: 60_000 }, async () => {
  await hold();

  const { lines, counts } = (await call("GET /ledger", {}, { of: "commitments", query: { filter: "all" } })).body;
  const url = (file: string) => `/api/meetings/meetings/${meetingId}/${file}`;
  const [minutes, record] = [await textOfDocument(council.app, url("minutes.docx")), await textOfDocument(council.app, url("record.docx"))];
  await call("POST /meetings/:meetingId/minutes-confirmation", { meetingId }, { body: {} });
  const posted = await call("POST /meetings/:meetingId/public-notice", { meetingId }, { body: { fromOn: "2026-12-25", days: 7 } });
  const [decision] = (await call("GET /public/decisions", {}, { as: null })).body.decisions;

  expect([
    counts.all,
    counts.gap,
    lines
      .slice(0, 6)
      .map(({ title }: Part) => title)
      .sort(),
  ]).toEqual([18, 6, [...missing].sort()]);
  for (const title of missing) {
    const sentence = `${title}：当场没有人认领，找到2026年12月30日；到时还没有，就报街道。`;
    expect([minutes.includes(sentence), record.includes(sentence)]).toEqual([true, true]);
  }
  expect([posted.status, decision.parts.filter(({ light }: { light: string }) => light === "gap").length, decision.parts.length]).toEqual([200, 6, 18]);
});

test("the next meeting begins with how the twelve stand, and with the six nobody took", async () => {
  await hold();
  council.app.ports.setTime("2027-03-24T09:00");

  const { parts } = (await call("GET /bodies/:bodyId/agenda-suggestions", { bodyId })).body;

  const titles = (light: string) => parts.filter((part: { light: string }) => part.light === light).map(({ title }: Part) => title);
  expect([parts.length, titles("late").length, titles("gap").sort()]).toEqual([18, 12, [...missing].sort()]);
});
