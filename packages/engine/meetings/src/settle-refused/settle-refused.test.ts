import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandsOf } from "../run-meeting/command.repository.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: "挡土墙怎么修", minutes: 30 }], startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T16:00");
});
afterEach(() => council.app.close());

const call = (path: string, params: object = {}, body?: object) => council.app.call(path, { params: { meetingId, ...params }, ...(body && { body }) });
const refused = async () => (await call("GET /meetings/:meetingId/refused-commands")).body.commands;
let sequence = 0;
const sent = (command: object) => ({ id: council.app.ports.newId(), device: "tablet", sequence: sequence++, at: "2026-09-09T07:10:00.000Z", command });
const record = (...commands: readonly object[]) => call("POST /meetings/:meetingId/commands", {}, { commands, keepsRefused: true });

/** Nobody came, so the meeting never opened: everything recorded after that is refused. */
async function refuseAll() {
  const { people, items } = (await call("GET /meetings/:meetingId/room")).body;
  const move = sent({ kind: "move", itemId: items[0].id, text: "先拆除清理" });
  const vote = sent({ kind: "vote", motionId: move.id, attending: 16, yes: 14, no: 1, abstain: 1 });
  const claim = { partId: "none", origin: "assigned", ownerOrganizationId: council.organizations.物业, ownerId: council.people["吴琴"], dueOn: "2026-09-20" };
  const parts = sent({ kind: "openParts", decisionId: vote.id, parts: [{ title: "清运", standard: "不留垃圾" }] });
  const position = sent({ kind: "position", itemId: items[0].id, partyName: "物业", stance: "against", words: "钱由谁出要先说清" });
  await record(move, vote, parts, sent({ kind: "claim", ...claim, supportingOrganizationIds: [council.organizations.社区], conditions: "先给图纸" }), position);
  return { person: people[0] };
}

test("a refused command is told with everything it said, in words and names", async () => {
  await refuseAll();

  const told = (await refused()).map(({ kind, said }: { kind: string; said: { label: string; words: string }[] }) => [
    kind,
    ...said.map(({ label, words }) => `${label}：${words}`),
  ]);

  expect(told).toEqual([
    ["move", "议题：挡土墙怎么修", "动议：先拆除清理"],
    ["vote", "动议：先拆除清理", "在场：16", "赞成：14", "反对：1", "弃权：1"],
    ["openParts", "决定：先拆除清理", "分出的工作：清运（不留垃圾）"],
    ["claim", "怎样定的：交办", "牵头单位：和平苑物业", "负责人：吴琴", "完成日期：2026年9月20日", "配合单位：光明路社区居委会", "条件：先给图纸"],
    ["position", "议题：挡土墙怎么修", "哪一方：物业", "立场：反对", "说的话：钱由谁出要先说清"],
  ]);
});

test("whoever deals with one is kept with the time, it can be taken back, and the log stays as it was", async () => {
  await refuseAll();
  const [first] = await refused();
  const settle = (verb: "PUT" | "DELETE", commandId: string) => call(`${verb} /meetings/:meetingId/refused-commands/:commandId/settlement`, { commandId });
  const before = await commandsOf(council.app.db as never, meetingId);

  const answers = [await settle("PUT", first.id), await settle("PUT", first.id), await settle("PUT", "none")];
  const settled = await refused();
  await settle("DELETE", first.id);

  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([200, 200, "meetings.refusedUnknown"]);
  expect(settled.map(({ settled: done }: { settled: unknown }) => done)).toEqual([{ by: "王秀珍", at: council.app.ports.clock.now() }, ...Array(4).fill(null)]);
  expect((await refused())[0].settled).toBe(null);
  expect(await commandsOf(council.app.db as never, meetingId)).toEqual(before);
});

test("what was done cannot be settled as refused", async () => {
  const { person } = await refuseAll();
  const come = sent({ kind: "checkIn", inviteeId: person.id });
  await record(come);

  const { body } = await call("PUT /meetings/:meetingId/refused-commands/:commandId/settlement", { commandId: come.id });

  expect(body.code).toBe("meetings.refusedUnknown");
});
